package id.balairung.queue;

import id.balairung.common.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of one or several services of a day so far, as kpi.md defines them.
 *
 * @param arrivals tickets issued
 * @param finished tickets completed
 * @param noShows tickets that were no-shows and didn't return
 * @param abandoned tickets that left before the call, or were settled so
 * @param called turns whose wait ended with a call
 * @param withinTarget those of them that waited no longer than the target
 * @param overdue those who still wait, longer than the target
 * @param missed those who left or were sent on without a call, after they had waited longer than the target
 * @param estimates how right the estimates were that were told at issue
 * @param recent the latest finished turns, at most {@value #RECENT} of each service, its newest first
 */
public record ServiceFigures(
        int arrivals,
        int finished,
        int noShows,
        int abandoned,
        int called,
        int withinTarget,
        int overdue,
        int missed,
        EstimateAccuracy estimates,
        List<FinishedTurn> recent) {

    /** How many finished turns of a service are kept. */
    public static final int RECENT = 20;

    static final ServiceFigures NONE = new ServiceFigures(0, 0, 0, 0, 0, 0, 0, 0, EstimateAccuracy.NONE, List.of());

    /**
     * A turn that was served.
     *
     * @param waited the waiting time
     * @param occupied how long it kept the counter: from the first call to the finish, less holds
     * @param finishedAt when it was finished, UTC
     */
    public record FinishedTurn(Duration waited, Duration occupied, Instant finishedAt) {}

    /** How many turns the share within target is about: those called, and those who wait or waited in vain beyond it. */
    public int judged() {
        return called + overdue + missed;
    }

    /** The share within target in percent, rounded as {@link Share} has it; empty without a turn. */
    public Optional<Integer> withinTargetPercent() {
        return new Share(withinTarget, judged()).percent();
    }

    ServiceFigures plus(ServiceFigures other) {
        return new ServiceFigures(
                arrivals + other.arrivals,
                finished + other.finished,
                noShows + other.noShows,
                abandoned + other.abandoned,
                called + other.called,
                withinTarget + other.withinTarget,
                overdue + other.overdue,
                missed + other.missed,
                estimates.plus(other.estimates),
                Stream.concat(recent.stream(), other.recent.stream()).toList());
    }
}
