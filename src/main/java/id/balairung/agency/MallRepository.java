package id.balairung.agency;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface MallRepository extends JpaRepository<Mall, Integer> {

    /** Locked, so that two who save at the same time come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Mall> findLockedById(int id);
}
