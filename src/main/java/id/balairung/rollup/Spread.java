package id.balairung.rollup;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How much something was over several turns or days: adds up with any other.
 *
 * @param n of how many
 * @param sum all together; times in milliseconds
 * @param sketch how they were spread
 */
public record Spread(long n, long sum, Sketch sketch) {

    /** Of nothing. */
    public static final Spread NONE = new Spread(0, 0, Sketch.EMPTY);

    private static final int HALF = 50;
    private static final int MOST = 90;

    static Spread of(Collection<Long> quantities) {
        return new Spread(
                quantities.size(),
                quantities.stream().mapToLong(Long::longValue).sum(),
                Sketch.of(quantities.stream().mapToLong(Long::longValue)));
    }

    static Spread sum(Supplier<Stream<Spread>> spreads) {
        return new Spread(
                spreads.get().mapToLong(Spread::n).sum(),
                spreads.get().mapToLong(Spread::sum).sum(),
                Sketch.sum(spreads.get().map(Spread::sketch)));
    }

    /** The median by nearest rank, off by {@link Sketch#ACCURACY} of itself at most; empty without any. */
    public OptionalLong median() {
        return sketch.percentile(HALF);
    }

    /** The 90th percentile by nearest rank, off by {@link Sketch#ACCURACY} of itself at most; empty without any. */
    public OptionalLong p90() {
        return sketch.percentile(MOST);
    }

    /** The mean, exact; empty without any. */
    public Optional<Duration> meanTime() {
        return n == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(sum / n));
    }

    /** The median of times. */
    public Optional<Duration> medianTime() {
        return time(median());
    }

    /** The 90th percentile of times. */
    public Optional<Duration> p90Time() {
        return time(p90());
    }

    private static Optional<Duration> time(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty();
    }
}
