package id.balairung.satisfaction;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface FollowUpRepository extends JpaRepository<FollowUp, UUID> {

    /** Locked: changes of one follow-up come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select followUp from FollowUp followUp where followUp.id = :id")
    Optional<FollowUp> lock(UUID id);
}
