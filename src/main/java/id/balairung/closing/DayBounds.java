package id.balairung.closing;

import id.balairung.common.ServiceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A service day as it is looked at from a moment.
 *
 * @param day the day
 * @param zone the mall's
 * @param now the moment, UTC: on a day that goes on, those who wait beyond the target count as missed now
 */
public record DayBounds(LocalDate day, ZoneId zone, Instant now) {

    private static final int LAST_HOUR = 23;

    /** Whether it is over. */
    public boolean over() {
        return !now.isBefore(end());
    }

    /** When it began, UTC. */
    public Instant begin() {
        return new ServiceDay(day).begins(zone);
    }

    /** When it ends or ended, UTC. */
    public Instant end() {
        return new ServiceDay(day.plusDays(1)).begins(zone);
    }

    /** Up to when it is told: its end, or now. UTC. */
    public Instant until() {
        return over() ? end() : now;
    }

    /** The hour of a moment, 0 to 23. A ticket that is moved on after midnight still belongs to its day, and there to the last hour. */
    public int hour(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return local.toLocalDate().isAfter(day) ? LAST_HOUR : local.getHour();
    }
}
