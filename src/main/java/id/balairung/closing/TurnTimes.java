package id.balairung.closing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long something took over several turns. Percentiles are by nearest rank, as an officer's own day has them: the shortest time
 * that at least that share of the turns didn't exceed.
 *
 * @param n how many turns
 * @param sum all their times together, in whole milliseconds each
 * @param median the median; empty without a turn, and of days or agencies that were added up
 * @param p90 the 90th percentile; empty like the median
 */
public record TurnTimes(int n, Duration sum, Optional<Duration> median, Optional<Duration> p90) {

    static final TurnTimes NONE = of(List.of());

    static TurnTimes of(Collection<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new TurnTimes(
                sorted.size(),
                sorted.stream().reduce(Duration.ZERO, Duration::plus),
                rank(sorted, 50),
                rank(sorted, 90));
    }

    /** The mean; empty without a turn. */
    public Optional<Duration> mean() {
        return n == 0 ? Optional.empty() : Optional.of(sum.dividedBy(n));
    }

    TurnTimes plus(TurnTimes other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        return new TurnTimes(n + other.n, sum.plus(other.sum), Optional.empty(), Optional.empty());
    }

    /** The same with a median and a percentile that were reckoned from all of its turns. */
    TurnTimes ranked(MallRows.Ranks ranks) {
        return new TurnTimes(n, sum, ranks.median(), ranks.p90());
    }

    private static Optional<Duration> rank(List<Duration> sorted, int percent) {
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }
}
