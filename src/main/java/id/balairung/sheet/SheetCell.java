package id.balairung.sheet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What stands in a cell of a table that is written. */
public sealed interface SheetCell {

    /** Words; empty for an empty cell. */
    record Text(String text) implements SheetCell {}

    /** A number. */
    record Number(BigDecimal number) implements SheetCell {}

    /** A date. */
    record Day(LocalDate date) implements SheetCell {}

    /** A time of day, to the minute. */
    record Time(LocalTime time) implements SheetCell {}

    /** A date and a time of day to the second, in the zone that the table's reader expects. */
    record Moment(LocalDateTime moment) implements SheetCell {}

    /** How long something took, to the second. */
    record Span(Duration length) implements SheetCell {}

    /** Words. */
    static SheetCell of(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static SheetCell of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    /** A date. */
    static SheetCell of(LocalDate date) {
        return new Day(date);
    }

    /** A time of day. */
    static SheetCell of(LocalTime time) {
        return new Time(time);
    }

    /** A time that something took. */
    static SheetCell of(Duration length) {
        return new Span(length);
    }
}
