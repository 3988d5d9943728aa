package id.balairung.agency;

import id.balairung.common.TimeOrderedId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** An agency opens on a day on which the mall's calendar is closed. */
@Entity
@Table(name = "holiday_opening")
class HolidayOpening extends AgencyOwned {

    @Id
    private UUID id;

    @Column(nullable = false)
    private LocalDate day;

    @Column(nullable = false)
    private LocalTime opens;

    @Column(nullable = false)
    private LocalTime closes;

    protected HolidayOpening() {}

    HolidayOpening(LocalDate day, DayHours hours) {
        this.id = TimeOrderedId.next();
        this.day = day;
        this.opens = hours.opens();
        this.closes = hours.closes();
    }

    LocalDate day() {
        return day;
    }

    DayHours hours() {
        return new DayHours(opens, closes);
    }
}
