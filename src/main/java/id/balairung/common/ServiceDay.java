package id.balairung.common;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A date in the mall's zone. Never derived from the server's zone.
 *
 * @param date the calendar date in the mall's zone
 */
public record ServiceDay(LocalDate date) implements Comparable<ServiceDay>, Serializable {

    /** The first day of which anything can be told: before any mall of public services. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /**
     * The service day in which a moment falls.
     *
     * @param moment the moment, UTC
     * @param mallZone the mall's zone, e.g. Asia/Makassar
     * @return the day
     */
    public static ServiceDay of(Instant moment, ZoneId mallZone) {
        return new ServiceDay(LocalDate.ofInstant(moment, mallZone));
    }

    /**
     * When the day begins.
     *
     * @param mallZone the mall's zone
     * @return the moment, UTC
     */
    public Instant begins(ZoneId mallZone) {
        return date.atStartOfDay(mallZone).toInstant();
    }

    @Override
    public int compareTo(ServiceDay other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
