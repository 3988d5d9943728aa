package id.balairung.closing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A month's days.
 *
 * @param days the totals of the days that have a report
 * @param toCome the days that are over and of which a report is still to be built: it isn't known yet whether there was anything
 */
public record MonthFigures(Map<LocalDate, DayFigures> days, Set<LocalDate> toCome) {

    /** Keeps both as they are. */
    public MonthFigures {
        days = Map.copyOf(days);
        toCome = Set.copyOf(toCome);
    }
}
