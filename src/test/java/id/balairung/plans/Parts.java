package id.balairung.plans;

import id.balairung.agency.ServiceId;
import id.balairung.history.HistoryFilter;
import id.balairung.history.NumberSearch;
import id.balairung.history.TurnResult;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.util.Optional;

/** A filter made part by part. */
final class Parts {

    private final HistoryFilter all;
    private Optional<AgencyId> agency = Optional.empty();
    private Optional<ServiceId> service = Optional.empty();
    private Optional<Integer> counter = Optional.empty();
    private Optional<StaffId> officer = Optional.empty();
    private Optional<TurnResult> result = Optional.empty();
    private Optional<PriorityClass> priority = Optional.empty();
    private boolean late;
    private Optional<Integer> rating = Optional.empty();
    private Optional<NumberSearch> number = Optional.empty();
    private String note = "";

    Parts(HistoryFilter all) {
        this.all = all;
    }

    Parts agency(AgencyId chosen) {
        agency = Optional.of(chosen);
        return this;
    }

    Parts service(ServiceId chosen) {
        service = Optional.of(chosen);
        return this;
    }

    Parts counter(int chosen) {
        counter = Optional.of(chosen);
        return this;
    }

    Parts officer(StaffId chosen) {
        officer = Optional.of(chosen);
        return this;
    }

    Parts result(TurnResult chosen) {
        result = Optional.of(chosen);
        return this;
    }

    Parts priority(PriorityClass chosen) {
        priority = Optional.of(chosen);
        return this;
    }

    Parts late() {
        late = true;
        return this;
    }

    Parts rating(int chosen) {
        rating = Optional.of(chosen);
        return this;
    }

    Parts number(String typed) {
        number = NumberSearch.of(typed);
        return this;
    }

    Parts note(String words) {
        note = words;
        return this;
    }

    HistoryFilter filter() {
        return new HistoryFilter(
                all.from(), all.to(), agency, service, counter, officer, result, priority, late, rating, number, note);
    }
}
