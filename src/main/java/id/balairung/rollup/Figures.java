package id.balairung.rollup;

import id.balairung.common.Share;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What some days brought an agency or a service, as kpi.md and the daily report define it. Figures of different days, services and
 * agencies add up, in any order, to those of all of them.
 *
 * @param arrivals tickets issued
 * @param served turns that were served to the end
 * @param noShows turns that were called, called again as the rule asks, and nobody came or came back
 * @param abandoned turns that were left before they were served or were still open when their day ended
 * @param unsettled those of days that are over which no one has settled yet, counted as abandoned as well; today those under way
 * @param transferred turns that ended because the visitor was sent to another service or agency
 * @param judged the turns that the share within target is about
 * @param withinTarget those of them that waited no longer than the target
 * @param waiting the waiting times, in milliseconds, of those that were called
 * @param service the service times, in milliseconds, of those that were served
 * @param serviceWithin how many services took no longer than the standard
 * @param estimated how many waits that were told can be judged
 * @param estimatedInside how many of those were called within the range that they were told
 * @param estimateMiss how far off it was for the others, in milliseconds
 * @param hours counts by weekday and hour
 */
public record Figures(
        long arrivals,
        long served,
        long noShows,
        long abandoned,
        long unsettled,
        long transferred,
        long judged,
        long withinTarget,
        Spread waiting,
        Spread service,
        long serviceWithin,
        long estimated,
        long estimatedInside,
        Spread estimateMiss,
        WeekHours hours) {

    /** Of days on which nobody came. */
    public static final Figures NONE =
            new Figures(0, 0, 0, 0, 0, 0, 0, 0, Spread.NONE, Spread.NONE, 0, 0, 0, Spread.NONE, WeekHours.NONE);

    /** All of them together. */
    public static Figures sum(Collection<Figures> all) {
        if (all.size() == 1) {
            return all.iterator().next();
        }
        return new Figures(
                total(all, Figures::arrivals),
                total(all, Figures::served),
                total(all, Figures::noShows),
                total(all, Figures::abandoned),
                total(all, Figures::unsettled),
                total(all, Figures::transferred),
                total(all, Figures::judged),
                total(all, Figures::withinTarget),
                spread(all, Figures::waiting),
                spread(all, Figures::service),
                total(all, Figures::serviceWithin),
                total(all, Figures::estimated),
                total(all, Figures::estimatedInside),
                spread(all, Figures::estimateMiss),
                WeekHours.sum(all.stream().map(Figures::hours)));
    }

    private static long total(Collection<Figures> all, ToLongFunction<Figures> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    private static Spread spread(Collection<Figures> all, Function<Figures, Spread> figure) {
        return Spread.sum(() -> all.stream().map(figure));
    }

    /** Turns whose wait ended with a call. */
    public long called() {
        return waiting.n();
    }

    /** Turns that are over or were left open at the end of their day: what the shares of no-shows and abandonment are of. */
    public long ended() {
        return served + noShows + abandoned + transferred;
    }

    /** The share within target. */
    public Share withinTargetShare() {
        return new Share(withinTarget, judged);
    }

    /** The share of services within the standard service time. */
    public Share serviceWithinShare() {
        return new Share(serviceWithin, service.n());
    }

    /** The share of no-shows. */
    public Share noShowShare() {
        return new Share(noShows, ended());
    }

    /** The share of abandonment. */
    public Share abandonedShare() {
        return new Share(abandoned, ended());
    }

    /** The share of estimates that came true. */
    public Share estimateShare() {
        return new Share(estimatedInside, estimated);
    }
}
