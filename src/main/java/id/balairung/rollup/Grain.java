package id.balairung.rollup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** In which steps a period is told. */
public enum Grain {
    /** By day. */
    DAY(Span.DAY),
    /** By month. */
    MONTH(Span.MONTH),
    /** By year. */
    YEAR(Span.YEAR);

    private static final int MOST_DAYS = 62;
    private static final int MOST_MONTHS = 36;

    private final Span span;

    Grain(Span span) {
        this.span = span;
    }

    /** The one in which some days are some dozen steps at most. */
    public static Grain of(LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) < MOST_DAYS) {
            return DAY;
        }
        return ChronoUnit.MONTHS.between(Span.MONTH.first(from), to) < MOST_MONTHS ? MONTH : YEAR;
    }

    /** The first day of the step in which a day lies. */
    public LocalDate first(LocalDate day) {
        return span.first(day);
    }

    /** The first day of the step after the one that begins then. */
    public LocalDate next(LocalDate start) {
        return span.last(start).plusDays(1);
    }

    Span longest() {
        return span;
    }
}
