package id.balairung.rollup;

import id.balairung.closing.DayBounds;
import java.time.LocalDate;

/** The figures of some days with today's, as the dashboard puts them together. */
final class WholePeriod {

    private WholePeriod() {}

    static PeriodFigures of(Rollups rollups, Scope scope, LocalDate from, LocalDate to, DayBounds today) {
        PeriodFigures past = rollups.past(scope, from, to);
        return today.day().isBefore(from) || today.day().isAfter(to)
                ? past
                : past.and(
                        rollups.today(scope, today, rollups.turns(scope, today)).within(from, to));
    }
}
