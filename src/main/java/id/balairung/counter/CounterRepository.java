package id.balairung.counter;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CounterRepository extends JpaRepository<Counter, UUID> {

    /** Those in use. */
    @Query("select c from Counter c left join fetch c.services where c.enabled = true")
    List<Counter> findWithServices();

    /** Locked: opening, changing and disabling follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Counter c where c.id = :id")
    Optional<Counter> lock(UUID id);

    @Query("select c.number from Counter c")
    Set<Integer> numbers();

    List<Counter> findByIdIn(Collection<UUID> ids);
}
