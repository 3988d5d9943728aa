package id.balairung.alert;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface AlertRepository extends Repository<AlertEntry, UUID> {

    AlertEntry save(AlertEntry entry);

    /** Locked: of two who take note at once, the second waits, and reads what the first one left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<AlertEntry> findById(UUID id);

    List<AlertEntry> findByOpenKeyIsNotNull();

    List<AlertEntry> findByOpenKeyIsNotNullAndClearedAtIsNullOrderByBeganAt();

    List<AlertEntry> findByRaisedAtGreaterThanEqualAndRaisedAtBeforeOrderByRaisedAtDesc(Instant from, Instant to);
}
