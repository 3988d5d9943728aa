package id.balairung.satisfaction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;

/**
 * Counts working days: Monday to Friday, without the days on which the mall's calendar closes. The day on which something came in isn't
 * counted; a time limit ends with the last day counted.
 *
 * @param closed whether the calendar closes a day
 */
record WorkingDays(Predicate<LocalDate> closed) {

    /** More days off in a row than any calendar has: then the calendar is at fault, and weekdays alone are counted. */
    private static final int LONGEST_REST = 60;

    /**
     * The day so many working days after another.
     *
     * @param day the day that isn't counted
     * @param count at least 0
     */
    LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int counted = 0; counted < count; counted++) {
            found = next(found);
        }
        return found;
    }

    /**
     * The last working day of the week into which a time limit falls that is counted from the end of a day's calendar week, which ends
     * on Sunday. It is the same for all days of that week, whatever the calendar closes.
     *
     * @param count at least 1
     */
    LocalDate afterWeek(LocalDate day, int count) {
        return endOfWeek(after(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), count));
    }

    /** The last working day of a working day's week. */
    LocalDate endOfWeek(LocalDate day) {
        LocalDate last = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        while (last.isAfter(day) && closed.test(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    private LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        int rest = 0;
        while (isWeekend(next) || (rest < LONGEST_REST && closed.test(next))) {
            next = next.plusDays(1);
            rest++;
        }
        return next;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
