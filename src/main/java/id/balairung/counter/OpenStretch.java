package id.balairung.counter;

import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;

/**
 * A time through which a counter was open without a break.
 *
 * @param counter its number
 * @param officer who worked there
 * @param from from when, UTC
 * @param until until when, UTC, exclusive
 */
public record OpenStretch(int counter, StaffId officer, Instant from, Instant until) {

    /** How much of it lies between two moments; nothing when it lies elsewhere. */
    public Duration within(Instant begin, Instant end) {
        Instant first = begin.isAfter(from) ? begin : from;
        Instant last = end.isBefore(until) ? end : until;
        return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
    }
}
