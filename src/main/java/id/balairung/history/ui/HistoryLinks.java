package id.balairung.history.ui;

import com.vaadin.flow.router.Location;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ServiceDay;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryOrder;
import java.time.LocalDate;
import java.util.Optional;

/** Where in the history the turns are listed that a figure of another screen counts. */
public final class HistoryLinks {

    private final ServiceCatalogue catalogue;
    private final LocalDate today;

    /**
     * Links of today.
     *
     * @param today the present service day
     */
    public HistoryLinks(ServiceCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** The address of what a filter finds; of days to come there is nothing to list. */
    public String to(HistoryFilter filter) {
        return to(filter, "");
    }

    /**
     * The same.
     *
     * @param filter which turns
     * @param period what the other screen's address calls its days. Where the history has a period of that name and of the same days, the
     *     address says it, too, and moves on with the calendar; else it names the days
     */
    public String to(HistoryFilter filter, String period) {
        LocalDate to = filter.to().isAfter(today) ? today : filter.to();
        LocalDate first = filter.from().isBefore(ServiceDay.FIRST) ? ServiceDay.FIRST : filter.from();
        HistoryPeriod days = HistoryPeriod.fixed(first.isAfter(to) ? to : first, to);
        HistoryPeriod named = Optional.of(period)
                .flatMap(HistoryPeriod.Quick::of)
                .map(quick -> quick.on(today))
                .filter(quick -> quick.from().equals(days.from()) && quick.to().equals(days.to()))
                .orElse(days);
        HistoryQuery query = new HistoryQuery(named, filter.between(days.from(), days.to()), HistoryOrder.NEWEST_FIRST);
        return new Location(HistoryView.PATH, query.parameters(catalogue)).getPathWithQueryParameters();
    }
}
