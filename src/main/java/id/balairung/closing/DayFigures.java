package id.balairung.closing;

import id.balairung.common.Share;
import java.util.Optional;

/**
 * What a day, one of its hours or one of its services brought, as kpi.md defines it. A turn is what a visitor waited for at one
 * service: a ticket that was transferred has several, and one who came back after a no-show has that turn once, as it went on.
 *
 * @param arrivals tickets issued, those that another agency handed on included
 * @param called turns whose wait ended with a call; the n of the waiting time
 * @param served turns that were served to the end
 * @param noShows turns that were called, called again as the rule asks, and nobody came or came back
 * @param abandoned turns that were left before they were served or, the unsettled ones, were still open when the day ended
 * @param unsettled turns that no one has settled yet: on a day that is over they are counted as abandoned until somebody does, on a
 *     day that goes on they are those under way
 * @param transferred turns that ended because the visitor was sent to another service or agency
 * @param judged the turns that the share within target is about: those that were called, and those never called that waited longer
 *     than the target until they were left, moved on or the day ended
 * @param withinTarget those of them that waited no longer than the target of their service on that day; one never called never is
 * @param waitingTime the waiting time: from entering the queue to the last call
 * @param serviceTime the service time of those served: from the start to the finish, less holds. Its n may be smaller than
 *     {@code served}: a ticket that was left over may be settled as served although nobody noted when that began
 */
public record DayFigures(
        int arrivals,
        int called,
        int served,
        int noShows,
        int abandoned,
        int unsettled,
        int transferred,
        int judged,
        int withinTarget,
        TurnTimes waitingTime,
        TurnTimes serviceTime) {

    /** Of a day on which nobody came. */
    public static final DayFigures NONE = new DayFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, TurnTimes.NONE, TurnTimes.NONE);

    /** The share within target in percent, rounded as {@link Share} has it; empty without a turn. */
    public Optional<Integer> withinTargetPercent() {
        return new Share(withinTarget, judged).percent();
    }

    /** The same with the medians and percentiles that were reckoned from all of its turns. */
    DayFigures ranked(MallRows.DayRanks ranks) {
        return new DayFigures(
                arrivals,
                called,
                served,
                noShows,
                abandoned,
                unsettled,
                transferred,
                judged,
                withinTarget,
                waitingTime.ranked(ranks.waiting()),
                serviceTime.ranked(ranks.service()));
    }

    /** Several days or agencies together. They have no median or percentile: those can't be added up. */
    public DayFigures plus(DayFigures other) {
        return new DayFigures(
                arrivals + other.arrivals,
                called + other.called,
                served + other.served,
                noShows + other.noShows,
                abandoned + other.abandoned,
                unsettled + other.unsettled,
                transferred + other.transferred,
                judged + other.judged,
                withinTarget + other.withinTarget,
                waitingTime.plus(other.waitingTime),
                serviceTime.plus(other.serviceTime));
    }
}
