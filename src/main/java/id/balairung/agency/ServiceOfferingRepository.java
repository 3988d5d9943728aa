package id.balairung.agency;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface ServiceOfferingRepository extends JpaRepository<ServiceOffering, UUID> {

    /** Locked, so that two who save at the same time come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ServiceOffering> findLockedById(UUID id);

    List<ServiceOffering> findAllByOrderByLetter();
}
