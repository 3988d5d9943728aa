package id.balairung.dashboard;

import id.balairung.rollup.PeriodFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
        PeriodFigures before) {

    /** The four weeks up to yesterday and today, by day. */
    public PeriodFigures weeks() {
        return recent.within(recent.from(), today).and(soFar.within(recent.from(), today));
    }
}
