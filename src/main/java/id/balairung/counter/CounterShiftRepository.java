package id.balairung.counter;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CounterShiftRepository extends JpaRepository<CounterShift, UUID> {

    @Query("select s from CounterShift s left join fetch s.services where s.openOfficerId = :officer")
    Optional<CounterShift> findOpenOf(UUID officer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from CounterShift s left join fetch s.services where s.openOfficerId = :officer")
    Optional<CounterShift> lockOpenOf(UUID officer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from CounterShift s left join fetch s.services where s.openCounterId = :counter")
    Optional<CounterShift> lockOpenAt(UUID counter);

    @Query("select s from CounterShift s left join fetch s.services where s.openCounterId = :counter")
    Optional<CounterShift> findOpenAt(UUID counter);

    boolean existsByOpenCounterIdIsNotNull();

    boolean existsByOpenedAtGreaterThanEqualAndOpenedAtLessThan(Instant from, Instant until);

    @Query("select s from CounterShift s left join fetch s.services where s.openCounterId is not null")
    List<CounterShift> findOpen();
}
