package id.balairung.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day on which the mall differs from its week. */
@Entity
@Table(name = "calendar_day")
class CalendarDay {

    @Id
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private CalendarKind kind;

    @Column(nullable = false)
    private String name;

    private @Nullable LocalTime opens;

    private @Nullable LocalTime closes;

    private @Nullable LastChange lastChange;

    @Version
    private @Nullable Integer version;

    protected CalendarDay() {}

    CalendarDay(CalendarDraft draft, LastChange change) {
        this.day = Objects.requireNonNull(draft.day());
        follow(draft, change);
    }

    final void follow(CalendarDraft draft, LastChange change) {
        kind = Objects.requireNonNull(draft.kind());
        name = draft.name();
        opens = draft.opens();
        closes = draft.closes();
        lastChange = change;
    }

    LocalDate day() {
        return day;
    }

    @Nullable
    LastChange lastChange() {
        return lastChange;
    }

    @Nullable
    Integer version() {
        return version;
    }

    CalendarEntry entry() {
        return new CalendarEntry(
                day,
                kind,
                name,
                opens == null || closes == null ? Optional.empty() : Optional.of(new DayHours(opens, closes)),
                version == null ? 0 : version);
    }
}
