package id.balairung.agency;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface AgencyWeekRepository extends JpaRepository<AgencyWeek, UUID> {

    /** Locked, so that two who save at the same time come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<AgencyWeek> findLockedById(UUID id);
}
