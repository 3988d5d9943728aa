package id.balairung.queue;

import id.balairung.common.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How right the waits were that visitors were told, as far as they were called. Outcome is the wait from the issue to the
 * first call; whoever waited on for another reason, as after a late return, isn't judged.
 *
 * @param inside how many were called within the range they were told
 * @param misses how far off it was for the others, absolute
 */
public record EstimateAccuracy(int inside, List<Duration> misses) {

    /** Nothing was judged. */
    public static final EstimateAccuracy NONE = new EstimateAccuracy(0, List.of());

    /**
     * How an estimate stood to what came.
     *
     * @param told what the visitor was told
     * @param waited from the issue to the first call
     */
    public static EstimateAccuracy of(WaitEstimate.Range told, Duration waited) {
        if (waited.compareTo(told.from()) < 0) {
            return new EstimateAccuracy(0, List.of(told.from().minus(waited)));
        }
        return waited.compareTo(told.to()) > 0
                ? new EstimateAccuracy(0, List.of(waited.minus(told.to())))
                : new EstimateAccuracy(1, List.of());
    }

    /** How many estimates could be judged. */
    public int judged() {
        return inside + misses.size();
    }

    /** The share inside in percent, rounded as {@link Share} has it; empty without an outcome. */
    public Optional<Integer> insidePercent() {
        return new Share(inside, judged()).percent();
    }

    /** The median of the misses in minutes, rounded up; empty when nothing missed. */
    public Optional<Integer> medianMissMinutes() {
        return misses.stream()
                .sorted()
                .skip(misses.size() / 2)
                .findFirst()
                .map(miss -> Math.toIntExact(miss.plusMinutes(1).minusNanos(1).toMinutes()));
    }

    EstimateAccuracy plus(EstimateAccuracy other) {
        return new EstimateAccuracy(
                inside + other.inside,
                other.misses.isEmpty()
                        ? misses
                        : Stream.concat(misses.stream(), other.misses.stream()).toList());
    }
}
