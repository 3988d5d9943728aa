package id.balairung.history;

import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Set;

/**
 * Turns of days before today were corrected, settled, reopened or brought in: what was reckoned from those days no longer holds.
 * Published within the transaction that changes them, before it commits.
 *
 * @param agency whose days
 * @param days the service days, in the mall's zone, each before today
 */
public record PastDaysChanged(AgencyId agency, Set<LocalDate> days) {

    /** Keeps the days as they are. */
    public PastDaysChanged {
        days = Set.copyOf(days);
    }
}
