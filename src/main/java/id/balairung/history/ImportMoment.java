package id.balairung.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as older systems write them: 2024-12-31 08:15:30, 31/12/2024 08.15, or 08:15 of a day that stands in another column.
 */
final class ImportMoment {

    private static final String TIME = "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?";
    private static final Pattern TIME_ONLY = Pattern.compile(TIME);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T, ]+" + TIME + ")?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T, ]+" + TIME + ")?");
    private static final int TIME_GROUP = 4;

    private ImportMoment() {}

    /** The moment that some words tell; empty when they tell none. */
    static Optional<LocalDateTime> of(String typed, Optional<LocalDate> day, ImportMapping.DayOrder order) {
        Matcher time = TIME_ONLY.matcher(typed);
        if (time.matches()) {
            return day.flatMap(on -> time(time, 1).map(on::atTime));
        }
        return dated(typed)
                .filter(found -> found.group(TIME_GROUP) != null)
                .flatMap(found ->
                        day(found, order).flatMap(on -> time(found, TIME_GROUP).map(on::atTime)));
    }

    /** Whether some words tell a time of day and no day. */
    static boolean isTimeOnly(String typed) {
        return TIME_ONLY.matcher(typed).matches();
    }

    /** The day that some words tell, with a time or without. */
    static Optional<LocalDate> day(String typed, ImportMapping.DayOrder order) {
        return dated(typed).flatMap(found -> day(found, order));
    }

    private static Optional<Matcher> dated(String typed) {
        Matcher first = YEAR_FIRST.matcher(typed);
        if (first.matches()) {
            return Optional.of(first);
        }
        Matcher last = YEAR_LAST.matcher(typed);
        return last.matches() ? Optional.of(last) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher found, ImportMapping.DayOrder order) {
        int one = Integer.parseInt(found.group(1));
        int two = Integer.parseInt(found.group(2));
        int three = Integer.parseInt(found.group(3));
        try {
            if (found.pattern() == YEAR_FIRST) {
                return Optional.of(LocalDate.of(one, two, three));
            }
            return Optional.of(
                    order == ImportMapping.DayOrder.DAY_FIRST
                            ? LocalDate.of(three, two, one)
                            : LocalDate.of(three, one, two));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(Matcher found, int group) {
        String seconds = found.group(group + 2);
        try {
            return Optional.of(LocalTime.of(
                    Integer.parseInt(found.group(group)),
                    Integer.parseInt(found.group(group + 1)),
                    seconds == null ? 0 : Integer.parseInt(seconds)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
