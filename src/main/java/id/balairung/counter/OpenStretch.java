package id.balairung.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time through which a counter was open without a break.
 *
 * @param counter its number
 * @param from from when, UTC
 * @param until until when, UTC, exclusive
 * @param opened when the shift began that it is a part of, UTC
 * @param closed when that shift was closed, UTC; empty while it goes on
 */
public record OpenStretch(int counter, Instant from, Instant until, Instant opened, Optional<Instant> closed) {

    /** How much of it lies between two moments; nothing when it lies elsewhere. */
    public Duration within(Instant begin, Instant end) {
        return part(begin, end)
                .map(part -> Duration.between(part.from, part.until))
                .orElse(Duration.ZERO);
    }

    /** What of it lies between two moments. */
    public Optional<OpenStretch> part(Instant begin, Instant end) {
        Instant first = begin.isAfter(from) ? begin : from;
        Instant last = end.isBefore(until) ? end : until;
        return last.isAfter(first)
                ? Optional.of(new OpenStretch(counter, first, last, opened, closed))
                : Optional.empty();
    }
}
