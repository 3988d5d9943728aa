package id.balairung.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AlertRepository extends Repository<AlertEntry, UUID> {

    AlertEntry save(AlertEntry entry);

    Optional<AlertEntry> findById(UUID id);

    List<AlertEntry> findByOpenKeyIsNotNull();

    List<AlertEntry> findByOpenKeyIsNotNullAndClearedAtIsNullOrderByBeganAt();

    List<AlertEntry> findByRaisedAtGreaterThanEqualAndRaisedAtBeforeOrderByRaisedAtDesc(Instant from, Instant to);
}
