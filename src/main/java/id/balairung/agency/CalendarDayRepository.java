package id.balairung.agency;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface CalendarDayRepository extends JpaRepository<CalendarDay, LocalDate> {

    List<CalendarDay> findAllByOrderByDay();

    /** Locked, so that two who save at the same time come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CalendarDay> findLockedByDay(LocalDate day);
}
