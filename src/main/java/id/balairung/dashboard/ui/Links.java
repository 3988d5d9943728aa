package id.balairung.dashboard.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryFilter;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.history.ui.HistoryLinks;
import id.balairung.tenancy.AgencyId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * From the figures of some days to the turns that they count.
 *
 * @param history the history's addresses
 * @param reachesAll whether the reader may choose among the agencies
 * @param agency whose; empty for all
 * @param service only one of its services; empty for all
 * @param from the first day
 * @param to the last one
 */
record Links(
        HistoryLinks history,
        boolean reachesAll,
        Optional<AgencySummary> agency,
        Optional<ServiceSummary> service,
        LocalDate from,
        LocalDate to) {

    static Links of(HistoryLinks history, DashboardAddress address) {
        DashboardPeriod period = address.period();
        return new Links(
                history, address.reachesAll(), address.agency(), address.service(), period.from(), period.to());
    }

    /** The same of other days. */
    Links between(LocalDate first, LocalDate last) {
        return new Links(history, reachesAll, agency, service, first, last);
    }

    /** The same of one agency. */
    Links of(AgencySummary one) {
        return new Links(history, reachesAll, Optional.of(one), Optional.empty(), from, to);
    }

    String arrivals() {
        return to(filter().counted(FigureFilter.ARRIVALS));
    }

    String arrivals(DayOfWeek weekday, int hour) {
        return to(filter().counted(FigureFilter.arrivals(weekday, hour)));
    }

    String turns(WaitFigure waits) {
        return to(filter().counted(FigureFilter.of(waits)));
    }

    String turns(ServiceTimeFigure times) {
        return to(filter().counted(FigureFilter.of(times)));
    }

    String turns(TurnResult result) {
        return to(filter().with(result));
    }

    String turns(AgencyId own, ServiceId one, WaitFigure waits) {
        return to(in(own).at(one).counted(FigureFilter.of(waits)));
    }

    String turns(AgencyId own, ServiceId one, ServiceTimeFigure times) {
        return to(in(own).at(one).counted(FigureFilter.of(times)));
    }

    String turnsAt(AgencyId own, int counter) {
        return to(in(own).at(counter));
    }

    /** The live board. */
    String board() {
        return agency.filter(one -> reachesAll)
                .map(one -> "antrean?instansi=" + one.code().toLowerCase(Locale.ROOT))
                .orElse("antrean");
    }

    private HistoryFilter in(AgencyId own) {
        HistoryFilter all = HistoryFilter.of(from, to);
        return reachesAll ? all.in(Optional.of(own)) : all;
    }

    private HistoryFilter filter() {
        HistoryFilter all = HistoryFilter.of(from, to);
        HistoryFilter own = reachesAll ? all.in(agency.map(AgencySummary::id)) : all;
        return service.map(one -> own.at(one.id())).orElse(own);
    }

    private String to(HistoryFilter filter) {
        return history.to(filter);
    }
}
