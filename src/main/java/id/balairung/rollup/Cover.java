package id.balairung.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which rows together are about some days, each day once: the longest spans that lie within and may be used. */
final class Cover {

    private Cover() {}

    /**
     * Covers some days.
     *
     * @param from the first
     * @param to the last; before the first for none
     * @param longest no longer spans than this
     * @param usable whether the month or year that begins on that day may be used
     */
    static List<SpanRange> of(LocalDate from, LocalDate to, Span longest, BiPredicate<Span, LocalDate> usable) {
        List<SpanRange> found = new ArrayList<>();
        LocalDate day = from;
        while (!day.isAfter(to)) {
            Span span = longest(day, to, longest, usable);
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).span() == span) {
                found.set(last, new SpanRange(span, found.get(last).from(), day));
            } else {
                found.add(new SpanRange(span, day, day));
            }
            day = span.last(day).plusDays(1);
        }
        return found;
    }

    private static Span longest(LocalDate day, LocalDate to, Span longest, BiPredicate<Span, LocalDate> usable) {
        for (Span span : List.of(Span.YEAR, Span.MONTH)) {
            if (span.compareTo(longest) <= 0
                    && span.first(day).equals(day)
                    && !span.last(day).isAfter(to)
                    && usable.test(span, day)) {
                return span;
            }
        }
        return Span.DAY;
    }

    /** Whether none of some days lies in a span. */
    static boolean isFree(Span span, LocalDate start, Set<LocalDate> days) {
        return days.stream().noneMatch(day -> span.first(day).equals(start));
    }
}
