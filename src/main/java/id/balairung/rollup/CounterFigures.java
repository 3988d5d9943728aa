package id.balairung.rollup;

import id.balairung.common.Share;
import java.util.Collection;

/**
 * How a counter was used. Adds up over days.
 *
 * @param openMillis how long it was open, breaks left out
 * @param servingMillis how long somebody was served there meanwhile
 * @param quietMillis how long of the open time lay in hours of low traffic: the counter was open for half of the hour or more, and
 *     served in less than a fifth of that
 * @param turns turns that were called there last and have ended; while the day goes on those under way, too
 */
public record CounterFigures(long openMillis, long servingMillis, long quietMillis, long turns) {

    /** Of a counter that stayed closed. */
    public static final CounterFigures NONE = new CounterFigures(0, 0, 0, 0);

    /** All of them together. */
    public static CounterFigures sum(Collection<CounterFigures> all) {
        return all.stream().reduce(NONE, CounterFigures::plus);
    }

    CounterFigures plus(CounterFigures other) {
        return new CounterFigures(
                openMillis + other.openMillis,
                servingMillis + other.servingMillis,
                quietMillis + other.quietMillis,
                turns + other.turns);
    }

    /** Occupancy (kpi.md): serving time of the open time. */
    public Share occupancy() {
        return new Share(Math.min(servingMillis, openMillis), openMillis);
    }

    /** The share of the open time that lay in hours of low traffic. */
    public Share quiet() {
        return new Share(quietMillis, openMillis);
    }
}
