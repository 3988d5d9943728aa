package id.balairung.history;

import id.balairung.agency.ServiceId;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.util.Optional;

/** A filter made part by part. */
public final class Search {

    private final HistoryFilter all;
    private Optional<AgencyId> agency = Optional.empty();
    private Optional<ServiceId> service = Optional.empty();
    private Optional<Integer> counter = Optional.empty();
    private Optional<StaffId> officer = Optional.empty();
    private Optional<TurnResult> result = Optional.empty();
    private Optional<PriorityClass> priority = Optional.empty();
    private FigureFilter figure = FigureFilter.ANY;
    private Optional<Integer> rating = Optional.empty();
    private Optional<NumberSearch> number = Optional.empty();
    private String note = "";

    /** Nothing but those days. */
    public Search(HistoryFilter all) {
        this.all = all;
    }

    public Search agency(AgencyId chosen) {
        agency = Optional.of(chosen);
        return this;
    }

    public Search service(ServiceId chosen) {
        service = Optional.of(chosen);
        return this;
    }

    public Search counter(int chosen) {
        counter = Optional.of(chosen);
        return this;
    }

    public Search officer(StaffId chosen) {
        officer = Optional.of(chosen);
        return this;
    }

    public Search result(TurnResult chosen) {
        result = Optional.of(chosen);
        return this;
    }

    public Search priority(PriorityClass chosen) {
        priority = Optional.of(chosen);
        return this;
    }

    public Search late() {
        return figure(FigureFilter.of(WaitFigure.MISSED));
    }

    public Search figure(FigureFilter counted) {
        figure = counted;
        return this;
    }

    public Search rating(int chosen) {
        rating = Optional.of(chosen);
        return this;
    }

    public Search number(String typed) {
        number = NumberSearch.of(typed);
        return this;
    }

    public Search note(String words) {
        note = words;
        return this;
    }

    public HistoryFilter filter() {
        return new HistoryFilter(
                all.from(),
                all.to(),
                agency,
                service,
                counter,
                officer,
                result,
                priority,
                figure,
                rating,
                number,
                note);
    }
}
