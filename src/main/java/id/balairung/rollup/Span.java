package id.balairung.rollup;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How many days a kept row is about. */
enum Span {
    DAY("D"),
    MONTH("M"),
    YEAR("Y");

    private final String code;

    Span(String code) {
        this.code = code;
    }

    /** As it is kept. */
    String code() {
        return code;
    }

    /** The first day of the one in which a day lies. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
        };
    }

    /** Its last day. */
    LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    /** What it is put together from. */
    Span part() {
        return this == YEAR ? MONTH : DAY;
    }
}
