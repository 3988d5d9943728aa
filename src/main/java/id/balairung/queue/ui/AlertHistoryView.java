package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.alert.Alert;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agency's alerts of a day: when, for how long, and who took note. The day, and for the head the agency, are in the URL. */
@Route("antrean/peringatan")
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/mall.css")
class AlertHistoryView extends Div implements PageHeader, AfterNavigationObserver {

    private static final String DAY = "tanggal";

    private final transient BoardServices services;
    private final transient ZoneId zone;
    private final transient DateTimeFormatter clockTime = DateTimeFormatter.ofPattern("HH.mm");
    private final DateField day = new DateField(getTranslation("queue.alerts.day"));
    private final H2 whose = new H2();
    private final Span count = new Span();
    private final Anchor back = new Anchor("antrean");
    private final Grid<Alert> grid = new Grid<>();
    private final EmptyState empty =
            new EmptyState(Icons.DONE, getTranslation("queue.alerts.empty"), getTranslation("queue.alerts.empty-next"));
    private transient Optional<AgencySummary> agency = Optional.empty();

    AlertHistoryView(BoardServices services) {
        this.services = services;
        this.zone = services.mall().rules().zone();
        addClassNames("bl-main", "bl-alerts");
        day.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                goTo(chosen.getValue());
            }
        });
        back.add(Icons.RIGHT.create(), new Span(getTranslation("queue.alerts.back")));
        back.addClassName("bl-board-back");
        back.getElement().setAttribute("router-link", true);
        count.addClassNames("bl-quiet", "bl-s");
        Div bar = new Div(back, day);
        bar.addClassName("bl-alerts-bar");
        Header head = new Header(whose, count);
        head.addClassName("bl-head");
        fill(grid);
        Section card = new Section(head, grid, empty);
        card.addClassName("bl-card");
        card.setAriaLabel(getTranslation("queue.alerts.title"));
        add(bar, card);
    }

    @Override
    public String title() {
        return getTranslation("queue.alerts.title");
    }

    @Override
    public Optional<String> where() {
        return agency.map(AgencySummary::name);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        LocalDate today = services.mall().today().date();
        QueryParameters asked = event.getLocation().getQueryParameters();
        StaffPrincipal reader = services.currentStaff().require();
        Optional<String> code = asked.getSingleParameter(BoardView.AGENCY);
        agency = services.catalogue().chosen(reader.agency(), code);
        LocalDate shown = asked.getSingleParameter(DAY)
                .flatMap(AlertHistoryView::date)
                .filter(date -> !date.isAfter(today))
                .orElse(today);
        if (agency.isEmpty()) {
            event.getLocationChangeEvent().getUI().navigate("antrean");
            return;
        }
        day.setMax(today);
        day.setValue(shown);
        back.setHref(reader.agency().isPresent() ? "antrean" : BoardView.address("antrean", agency.get()));
        whose.setText(agency.get().name());
        show(read(reader, agency.get(), new ServiceDay(shown)));
        tellTheFrame(event.getLocationChangeEvent().getUI());
    }

    /** The frame may have asked where this is before the address was read. */
    private static void tellTheFrame(UI ui) {
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
    }

    private List<Alert> read(StaffPrincipal reader, AgencySummary of, ServiceDay on) {
        Instant from = on.begins(zone);
        Instant to = new ServiceDay(on.date().plusDays(1)).begins(zone);
        return reader.agency().isPresent()
                ? services.alerts().raisedBetween(from, to)
                : services.alerts().raisedBetween(of.id(), from, to);
    }

    private void show(List<Alert> alerts) {
        // As the first column tells it: an alert is raised a moment after it began.
        grid.setItems(alerts.stream()
                .sorted(Comparator.comparing(Alert::since).reversed())
                .toList());
        grid.setVisible(!alerts.isEmpty());
        empty.setVisible(alerts.isEmpty());
        count.setText(getTranslation("queue.alerts.count", alerts.size()));
    }

    private void fill(Grid<Alert> list) {
        list.addThemeVariants(GridVariant.NO_BORDER);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.setAllRowsVisible(true);
        list.getElement().setAttribute("aria-label", getTranslation("queue.alerts.title"));
        list.addColumn(alert -> time(alert.since()))
                .setHeader(getTranslation("queue.alerts.since"))
                .setWidth("84px")
                .setFlexGrow(0);
        list.addComponentColumn(this::what)
                .setHeader(getTranslation("queue.alerts.what"))
                .setFlexGrow(1);
        deskOnly(list.addColumn(this::lasted)
                .setHeader(getTranslation("queue.alerts.lasted"))
                .setWidth("170px")
                .setFlexGrow(0));
        deskOnly(list.addColumn(this::noted)
                .setHeader(getTranslation("queue.alerts.noted"))
                .setWidth("240px")
                .setFlexGrow(0));
    }

    /** On the phone all that is known stands under the sentence. */
    private Component what(Alert alert) {
        Span phone = new Span(lasted(alert) + ", " + noted(alert));
        phone.addClassNames("phone", "bl-xs", "bl-sec");
        Div what = new Div(new Span(new AlertSentence(alert).in(this)), phone);
        what.addClassName("bl-alert-what");
        return what;
    }

    private String lasted(Alert alert) {
        return alert.endedAt()
                .map(end -> getTranslation(
                        "queue.alerts.minutes",
                        Math.max(1, Duration.between(alert.since(), end).toMinutes())))
                .orElseGet(() -> getTranslation("queue.alerts.lasts"));
    }

    private String noted(Alert alert) {
        return alert.acknowledgement()
                .map(noted -> getTranslation("queue.alerts.noted-by", noted.name(), time(noted.at())))
                .orElseGet(() -> getTranslation("queue.alerts.not-noted"));
    }

    private String time(Instant moment) {
        return clockTime.format(moment.atZone(zone));
    }

    private void goTo(@Nullable LocalDate date) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (services.currentStaff().require().agency().isEmpty()) {
            agency.ifPresent(shown -> parameters.put(BoardView.AGENCY, shown.code()));
        }
        if (date != null) {
            parameters.put(DAY, date.toString());
        }
        getUI().ifPresent(ui -> ui.navigate("antrean/peringatan", QueryParameters.simple(parameters)));
    }

    private static void deskOnly(Grid.Column<Alert> column) {
        column.setPartNameGenerator(alert -> "desk-only");
        column.setHeaderPartName("desk-only");
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
