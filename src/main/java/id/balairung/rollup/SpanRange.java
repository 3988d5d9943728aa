package id.balairung.rollup;

import java.time.LocalDate;

/**
 * Rows of one span that follow each other.
 *
 * @param span which
 * @param from the first day of the first of them
 * @param to the first day of the last of them
 */
record SpanRange(Span span, LocalDate from, LocalDate to) {}
