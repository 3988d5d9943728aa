package id.balairung.agency;

import id.balairung.common.TimeOrderedId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;

@Entity
@Table(name = "opening_hours")
class OpeningHours extends AgencyOwned {

    @Id
    private UUID id;

    @Column(nullable = false)
    private int weekday;

    @Column(nullable = false)
    private LocalTime opens;

    @Column(nullable = false)
    private LocalTime closes;

    protected OpeningHours() {}

    OpeningHours(DayOfWeek weekday, LocalTime opens, LocalTime closes) {
        this.id = TimeOrderedId.next();
        this.weekday = weekday.getValue();
        this.opens = opens;
        this.closes = closes;
    }

    DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    DayHours hours() {
        return new DayHours(opens, closes);
    }
}
