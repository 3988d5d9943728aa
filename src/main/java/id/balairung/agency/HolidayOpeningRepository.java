package id.balairung.agency;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface HolidayOpeningRepository extends JpaRepository<HolidayOpening, UUID> {

    Optional<HolidayOpening> findByDay(LocalDate day);
}
