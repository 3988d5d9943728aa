package id.balairung.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.history.SavedView;
import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The history: an officer's own turns, the agency's for its admin, all for the head. What is looked for and which ticket is open
 * stand in the address.
 */
@Route("riwayat/:ticket?")
@Menu(title = "history.menu", icon = "history", order = 40)
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/history.css")
class HistoryView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    static final String PATH = "riwayat";
    private static final String TICKET = "ticket";

    private final transient HistoryServices services;
    private final transient StaffPrincipal reader;
    private final HistoryFilters filters;
    private final TurnList list;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final TicketPanel panel;
    private final Div detail;
    private transient Optional<String> wanted = Optional.empty();
    private transient Optional<TicketId> open = Optional.empty();
    private transient OptionalInt turn = OptionalInt.empty();
    private transient @Nullable HistoryQuery query;

    HistoryView(HistoryServices services, TicketPanels panels, ExportServices exports) {
        this.services = services;
        this.reader = services.currentStaff().require();
        this.filters = new HistoryFilters(services, this::goTo);
        this.list = new TurnList(services, this);
        this.panel = panels.besideList();
        this.detail = new Div(panel);
        addClassNames("bl-main", "bl-history");
        filters.offer(new HistoryExportMenu(() -> Optional.of(query().filter()), exports));
        if (reader.role() == Role.AGENCY_ADMIN) {
            Button load = new Button(
                    getTranslation("history.import.menu"),
                    click -> UI.getCurrent().navigate(HistoryImportView.class));
            load.addThemeVariants(ButtonVariant.SMALL);
            filters.offerBelow(load);
        }
        panel.onClose(this::close);
        panel.onChange(list::readAgain);
        detail.addClassName("bl-history-detail");
        layout.setMaster(list);
        layout.setMasterSize("min(640px, calc(100vw - 24px))", true);
        layout.setDetailSize("350px");
        layout.setOverlayContainment(MasterDetailLayout.OverlayContainment.PAGE);
        layout.setOverlaySize("min(100%, 480px)");
        layout.addBackdropClickListener(click -> close());
        layout.addDetailEscapePressListener(escape -> close());
        Shortcuts.addShortcutListener(list, this::close, Key.ESCAPE).listenOn(list);
        add(filters, layout);
    }

    @Override
    public String title() {
        return getTranslation("history.title");
    }

    @Override
    public Optional<String> where() {
        return reader.agency()
                .or(() -> Optional.ofNullable(query)
                        .flatMap(asked -> asked.filter().agency()))
                .map(services.catalogue()::agency)
                .map(AgencySummary::name);
    }

    @Override
    public List<KeyHelp> shortcuts() {
        return List.of(
                new KeyHelp("↑ ↓", getTranslation("history.keys.choose")),
                new KeyHelp("Enter", getTranslation("history.keys.open")),
                new KeyHelp("Esc", getTranslation("history.keys.close")),
                new KeyHelp("/", getTranslation("history.keys.number")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        wanted = event.getRouteParameters().get(TICKET);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        LocalDate today = services.mall().today().date();
        AskedHistory asked =
                new AskedHistory(event.getLocation().getQueryParameters(), today, services.catalogue(), reader);
        boolean same = asked.query().equals(query);
        query = asked.query();
        if (!same) {
            filters.show(asked.query(), today, list.officers(agency()), list.counters(agency()));
            list.show(asked.query());
        }
        show(wanted);
        tell(asked.ignored());
        UI ui = event.getLocationChangeEvent().getUI();
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        list.follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        list.leave();
    }

    /** Looks for something else; an open ticket stays so. */
    void goTo(HistoryQuery other) {
        UI.getCurrent().navigate(path(open), other.parameters(services.catalogue()));
    }

    void open(TicketId ticket) {
        UI.getCurrent().navigate(path(Optional.of(ticket)), parameters());
    }

    /** Shows what a view that somebody kept asks for. */
    void open(SavedView view) {
        UI.getCurrent().navigate(PATH, QueryParameters.fromString(view.query()));
    }

    void close() {
        if (wanted.isPresent()) {
            UI.getCurrent().navigate(path(Optional.empty()), parameters());
        }
    }

    /** What the address asks for, as it can be kept. */
    String asAddress() {
        return parameters().getQueryString();
    }

    /** Something of these tickets changed in the queue. */
    void changed(Set<TicketId> tickets) {
        if (open.filter(tickets::contains).isPresent()) {
            panel.readAgain();
        }
    }

    /** Where a ticket's page is, beside the list as it is now. */
    String address(TicketId ticket) {
        return new Location(path(Optional.of(ticket)), parameters()).getPathWithQueryParameters();
    }

    HistoryQuery query() {
        HistoryQuery asked = query;
        if (asked == null) {
            throw new IllegalStateException("Nothing was asked for yet");
        }
        return asked;
    }

    /** What the address asked for; empty before it was read. */
    Optional<HistoryQuery> asked() {
        return Optional.ofNullable(query);
    }

    /** Shows the ticket in the address, or says that there is none. */
    private void show(Optional<String> ticket) {
        Optional<TicketId> before = open;
        open = ticket.flatMap(HistoryView::ticket);
        list.mark(open);
        if (ticket.isEmpty()) {
            layout.setDetail(null);
            before.ifPresent(list::focus);
        } else if (!open.equals(before) || !list.chosenTurn().equals(turn) || layout.getDetail() == null) {
            turn = list.chosenTurn();
            panel.show(open, turn);
            layout.setDetail(detail);
        }
    }

    private QueryParameters parameters() {
        return query().parameters(services.catalogue());
    }

    private Optional<AgencyId> agency() {
        return reader.agency().or(() -> query().filter().agency());
    }

    /** Says what the address asked for in vain, and takes it out. */
    private void tell(List<String> ignored) {
        if (!ignored.isEmpty()) {
            Notifications.ERROR.show(getTranslation(
                    "history.ignored", ignored.stream().distinct().limit(5).collect(Collectors.joining(", "))));
            UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path(open), parameters()));
        }
    }

    private static String path(Optional<TicketId> ticket) {
        return ticket.map(id -> PATH + "/" + id.value()).orElse(PATH);
    }

    private static Optional<TicketId> ticket(String typed) {
        try {
            return Optional.of(new TicketId(UUID.fromString(typed)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
