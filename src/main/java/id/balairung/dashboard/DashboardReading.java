package id.balairung.dashboard;

import id.balairung.common.Drawn;
import id.balairung.rollup.CounterFigures;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a dashboard shows besides the queues of this moment.
 *
 * @param query what was asked for
 * @param asOf when it was read, UTC
 * @param today the service day that goes on
 * @param soFar what today brought
 * @param shape how today went on
 * @param weeksBefore how the same weekday went on in the four weeks before, the latest first
 * @param recent the four weeks up to yesterday, by day
 * @param figures the period
 * @param before the period that it is compared with
 * @param drawn what was made of it, once for all its screens
 */
public record DashboardReading(
        DashboardQuery query,
        Instant asOf,
        LocalDate today,
        PeriodFigures soFar,
        DayShape shape,
        List<DayShape> weeksBefore,
        PeriodFigures recent,
        PeriodFigures figures,
        PeriodFigures before,
        Drawn drawn) {

    private enum Sum {
        TODAY,
        AGENCIES_TODAY,
        PERIOD,
        BEFORE,
        AGENCIES,
        STEPS,
        STEPS_BEFORE,
        COUNTERS,
        COUNTERS_BEFORE,
        RECENT,
        WEEKS,
        WEEKS_TOTAL,
        WEEKS_STEPS
    }

    DashboardReading(
            DashboardQuery query,
            Instant asOf,
            LocalDate today,
            PeriodFigures soFar,
            DayShape shape,
            List<DayShape> weeksBefore,
            PeriodFigures recent,
            PeriodFigures figures,
            PeriodFigures before) {
        this(query, asOf, today, soFar, shape, weeksBefore, recent, figures, before, new Drawn());
    }

    /** All of today so far. */
    public Figures todayTotal() {
        return drawn.once(Sum.TODAY, soFar::total);
    }

    /** What today brought each agency so far. */
    public Map<AgencyId, Figures> todayByAgency() {
        return drawn.once(Sum.AGENCIES_TODAY, soFar::byAgency);
    }

    /** All of the period. */
    public Figures total() {
        return drawn.once(Sum.PERIOD, () -> Figures.sum(steps().values()));
    }

    /** All of the period before. */
    public Figures totalBefore() {
        return drawn.once(Sum.BEFORE, () -> Figures.sum(stepsBefore().values()));
    }

    /** What the period brought each agency. */
    public Map<AgencyId, Figures> byAgency() {
        return drawn.once(Sum.AGENCIES, figures::byAgency);
    }

    /** What each step of the period brought, by its first day. */
    public SortedMap<LocalDate, Figures> steps() {
        return drawn.once(Sum.STEPS, figures::steps);
    }

    /** What each step of the period before brought, by its first day. */
    public SortedMap<LocalDate, Figures> stepsBefore() {
        return drawn.once(Sum.STEPS_BEFORE, before::steps);
    }

    /** All counters in the period. */
    public CounterFigures counterTotal() {
        return drawn.once(Sum.COUNTERS, figures::counterTotal);
    }

    /** All counters in the period before. */
    public CounterFigures counterTotalBefore() {
        return drawn.once(Sum.COUNTERS_BEFORE, before::counterTotal);
    }

    /** All of the four weeks up to yesterday and today. */
    public Figures weeksTotal() {
        return drawn.once(Sum.WEEKS_TOTAL, () -> Figures.sum(weeksSteps().values()));
    }

    /** What each day of the four weeks up to yesterday, and today, brought. */
    public SortedMap<LocalDate, Figures> weeksSteps() {
        return drawn.once(Sum.WEEKS_STEPS, () -> weeks().steps());
    }

    /** All of the four weeks up to yesterday. */
    public Figures recentTotal() {
        return drawn.once(Sum.RECENT, recent::total);
    }

    /** The four weeks up to yesterday and today, by day. */
    public PeriodFigures weeks() {
        return drawn.once(Sum.WEEKS, () -> recent.within(recent.from(), today).and(soFar.within(recent.from(), today)));
    }
}
