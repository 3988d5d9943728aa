package id.balairung.counter.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.StatusBadge;
import id.balairung.common.ui.TwoLines;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDetails;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The counters of one's own agency. */
@Route(CountersView.ROUTE)
@Menu(title = "counter.manage.menu", icon = "counter", order = 125)
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
class CountersView extends Div implements PageHeader {

    static final String ROUTE = "kelola/loket";

    private final transient CounterAdministration counters;
    private final transient List<ServiceSummary> services;

    CountersView(CounterAdministration counters, ServiceCatalogue catalogue, CurrentStaff currentStaff) {
        this.counters = counters;
        this.services = catalogue.servicesOf(currentStaff.requireAgency());
        addClassName("bl-main");
        Grid<CounterDetails> grid = new Grid<>();
        grid.addComponentColumn(counter -> new TwoLines(name(counter), about(counter)))
                .setHeader(getTranslation("counter.manage.counter"));
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("counter.manage.state"))
                .setWidth("130px")
                .setFlexGrow(0);
        add(
                new ManagementBar(CountersView.class),
                new MasterDetail<>(
                        ROUTE,
                        new Counters(),
                        grid,
                        new CounterForm(counters, services),
                        new EmptyState(
                                Icons.COUNTER,
                                getTranslation("counter.manage.none"),
                                getTranslation("counter.manage.none-next"))));
    }

    @Override
    public String title() {
        return getTranslation("counter.manage.title");
    }

    private String name(CounterDetails counter) {
        return Stream.of(getTranslation("counter.manage.number", counter.number()), counter.label())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String about(CounterDetails counter) {
        String prefixes = services.stream()
                .filter(service -> counter.services().contains(service.id()))
                .map(ServiceSummary::prefix)
                .collect(Collectors.joining(", "));
        return Stream.of(counter.area(), prefixes)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private StatusBadge state(CounterDetails counter) {
        if (!counter.enabled()) {
            return new StatusBadge("abandoned", Icons.MINUS, getTranslation("counter.manage.disabled"));
        }
        return counter.open()
                ? new StatusBadge("serving", Icons.LIVE, getTranslation("counter.manage.open"))
                : new StatusBadge("completed", Icons.READY, getTranslation("counter.manage.closed"));
    }

    private final class Counters implements Entries<CounterDetails> {

        @Override
        public List<CounterDetails> read() {
            return counters.counters();
        }

        @Override
        public String idOf(CounterDetails counter) {
            return counter.id().value().toString();
        }

        @Override
        public String wordsOf(CounterDetails counter) {
            return name(counter) + " " + about(counter);
        }

        @Override
        public boolean isActive(CounterDetails counter) {
            return counter.enabled();
        }

        @Override
        public Optional<String> addLabel() {
            return Optional.of(getTranslation("counter.manage.add"));
        }
    }
}
