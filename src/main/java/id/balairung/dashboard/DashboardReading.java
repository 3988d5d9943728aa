package id.balairung.dashboard;

import id.balairung.common.Drawn;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
        PERIOD,
        BEFORE,
        AGENCIES,
        WEEKS
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

    /** All of the period. */
    public Figures total() {
        return drawn.once(Sum.PERIOD, figures::total);
    }

    /** All of the period before. */
    public Figures totalBefore() {
        return drawn.once(Sum.BEFORE, before::total);
    }

    /** What the period brought each agency. */
    public Map<AgencyId, Figures> byAgency() {
        return drawn.once(Sum.AGENCIES, figures::byAgency);
    }

    /** The four weeks up to yesterday and today, by day. */
    public PeriodFigures weeks() {
        return drawn.once(Sum.WEEKS, () -> recent.within(recent.from(), today).and(soFar.within(recent.from(), today)));
    }
}
