package id.balairung.dashboard;

import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.common.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * How a day went on: when tickets were issued, and when it was known of turns whether they kept to the target. A turn that is called
 * beyond it was missed from when it had waited that long.
 */
public final class DayShape {

    private final LocalDate day;
    private final long[] arrivals;
    private final long[] within;
    private final long[] missed;

    private DayShape(LocalDate day, long[] arrivals, long[] within, long[] missed) {
        this.day = day;
        this.arrivals = arrivals;
        this.within = within;
        this.missed = missed;
    }

    static DayShape of(DayBounds day, Collection<DayTurn> turns) {
        return new DayShape(
                day.day(),
                seconds(
                        day,
                        turns.stream()
                                .filter(DayTurn::arrived)
                                .map(turn -> Optional.of(turn.issuedAt()))
                                .toList()),
                seconds(
                        day,
                        turns.stream()
                                .map(turn -> turn.calledAt().filter(called -> turn.within(day.until())))
                                .toList()),
                seconds(day, turns.stream().map(turn -> missed(day, turn)).toList()));
    }

    private static Optional<Instant> missed(DayBounds day, DayTurn turn) {
        boolean late = turn.wait(day.until())
                .filter(wait -> wait.compareTo(turn.target()) > 0)
                .isPresent();
        // Who has waited just as long as the target is still in time.
        return late || turn.missed(day.until())
                ? Optional.of(turn.queuedAt().plus(turn.target()).plusMillis(1))
                : Optional.empty();
    }

    private static long[] seconds(DayBounds day, Collection<Optional<Instant>> moments) {
        return moments.stream()
                .flatMap(Optional::stream)
                .mapToLong(moment -> Duration.between(day.begin(), moment).toMillis())
                .sorted()
                .toArray();
    }

    /** The service day. */
    public LocalDate day() {
        return day;
    }

    /** How many tickets were issued up to a time since midnight of the mall's zone, inclusive. */
    public long arrivals(Duration since) {
        return until(arrivals, since);
    }

    /** How many turns that were judged by then kept to the target. */
    public Share withinTarget(Duration since) {
        long good = until(within, since);
        return new Share(good, good + until(missed, since));
    }

    /** When the first ticket was issued, since midnight; empty when none was. */
    public Optional<Duration> first() {
        return arrivals.length == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(arrivals[0]));
    }

    /** How many lie at a moment or before it; more than one may lie there. */
    private static long until(long[] sorted, Duration since) {
        long last = since.toMillis();
        int begin = 0;
        int end = sorted.length;
        while (begin < end) {
            int middle = (begin + end) >>> 1;
            if (sorted[middle] <= last) {
                begin = middle + 1;
            } else {
                end = middle;
            }
        }
        return begin;
    }
}
