package id.balairung.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.dashboard.PeriodReportEntry;
import id.balairung.dashboard.PeriodReportFile;
import id.balairung.dashboard.PeriodReports;
import id.balairung.dashboard.ReportPeriod;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The reports of months and years that are over, ready to be fetched: the mall's or an agency's for the head, as the address says; for an
 * agency's admin the own agency's, whatever it says.
 */
@Route(ReportsAddress.PATH)
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/reports.css")
class PeriodReportsView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    private final transient PeriodReports reports;
    private final transient DashboardServices services;
    private final transient DashboardWords words;
    private final Anchor back = new Anchor();
    private final ComboBox<AgencySummary> agency;
    private final Select<Kind> kind = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final EmptyState empty = new EmptyState(
            Icons.NOTE, getTranslation("dashboard.reports.empty"), getTranslation("dashboard.reports.empty-next"));
    private transient ReportsAddress here = new ReportsAddress(Optional.empty(), Optional.empty());
    private transient Optional<AgencySummary> whose = Optional.empty();
    private boolean unknown;

    /** Months, years, or both. */
    private record Kind(Optional<ReportPeriod.Length> length) {}

    PeriodReportsView(PeriodReports reports, DashboardServices services) {
        this.reports = reports;
        this.services = services;
        this.words = services.words(getLocale());
        this.agency = new ComboBox<>(words.text("dashboard.agency"));
        addClassNames("bl-main", "bl-reports");
        back.add(Icons.RIGHT.create(), new Span(words.text("dashboard.reports.back")));
        back.addClassName("back");
        back.getElement().setAttribute("router-link", true);
        list.addClassName("list");
        add(bar(), card());
    }

    private Component bar() {
        agency.setItems(services.catalogue().agencies());
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setPlaceholder(words.text("dashboard.reports.mall"));
        agency.setClearButtonVisible(true);
        agency.setVisible(services.reachesAll());
        agency.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                goTo(here.of(Optional.ofNullable(chosen.getValue())));
            }
        });
        kind.setLabel(words.text("dashboard.reports.kind"));
        kind.setItems(
                new Kind(Optional.empty()),
                new Kind(Optional.of(ReportPeriod.Length.MONTH)),
                new Kind(Optional.of(ReportPeriod.Length.YEAR)));
        kind.setItemLabelGenerator(
                one -> one.length().map(this::told).orElseGet(() -> words.text("dashboard.reports.both")));
        kind.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                goTo(here.in(chosen.getValue().length()));
            }
        });
        Div bar = new Div(back, agency, kind);
        bar.addClassName("bar");
        return bar;
    }

    private Component card() {
        String title = words.text("dashboard.reports.title");
        Span next = new Span(words.text("dashboard.reports.next"));
        next.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), next);
        head.addClassName("bl-head");
        Div body = new Div(list, empty);
        body.addClassName("bl-body");
        Section card = new Section(head, body);
        card.addClassName("bl-card");
        card.setAriaLabel(title);
        return card;
    }

    @Override
    public String title() {
        return getTranslation("dashboard.reports.title");
    }

    @Override
    public Optional<String> where() {
        return Optional.of(whose.map(AgencySummary::name).orElseGet(() -> words.text("dashboard.reports.mall")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<String> code =
                services.reachesAll() ? parameters.getSingleParameter(DashboardAddress.AGENCY) : Optional.empty();
        whose = services.agency(code);
        Optional<ReportPeriod.Length> length = ReportsAddress.length(parameters);
        unknown = code.isPresent() && whose.isEmpty()
                || parameters.getSingleParameter(ReportsAddress.LENGTH).isPresent() && length.isEmpty();
        here = new ReportsAddress(whose.filter(chosen -> services.reachesAll()), length);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        back.setHref(here.dashboard());
        agency.setValue(here.agency().orElse(null));
        kind.setValue(new Kind(here.length()));
        show(reports.list(whose.map(AgencySummary::id)).stream()
                .filter(entry ->
                        here.length().map(entry.period().length()::equals).orElse(true))
                .toList());
        ComponentUtil.fireEvent(
                event.getLocationChangeEvent().getUI(),
                new PageHeaderChanged(event.getLocationChangeEvent().getUI()));
        if (unknown) {
            unknown = false;
            Notifications.ERROR.show(words.text("dashboard.reports.unknown"));
        }
    }

    private void show(List<PeriodReportEntry> entries) {
        list.removeAll();
        entries.forEach(entry -> list.add(line(entry)));
        list.setVisible(!entries.isEmpty());
        empty.setVisible(entries.isEmpty());
    }

    private ListItem line(PeriodReportEntry entry) {
        Span name = new Span(words.named(
                DashboardPeriod.of(entry.period().from(), entry.period().to())));
        name.addClassName("what");
        Span length = new Span(told(entry.period().length()));
        length.addClassNames("bl-quiet", "bl-s");
        Div about = new Div(name, length);
        about.addClassName("words");
        Div state = new Div();
        state.addClassNames("state", "bl-s");
        Div acts = new Div();
        acts.addClassName("acts");
        switch (entry.state()) {
            case PeriodReportEntry.Ready ready -> {
                state.add(new Span(words.text("dashboard.reports.ready", moment(ready.since()))));
                if (ready.renewals() > 0) {
                    state.add(quiet(words.text("dashboard.reports.renewals", ready.renewals())));
                }
                if (ready.renewing()) {
                    state.add(quiet(words.text("dashboard.reports.renewing")));
                }
                acts.add(file(entry, PeriodReportFile.Format.PDF), file(entry, PeriodReportFile.Format.XLSX));
            }
            case PeriodReportEntry.Making() -> state.add(new Span(words.text("dashboard.reports.making")));
            case PeriodReportEntry.OnRequest() -> {
                state.add(new Span(words.text("dashboard.reports.on-request")));
                acts.add(file(entry, PeriodReportFile.Format.PDF), file(entry, PeriodReportFile.Format.XLSX));
            }
        }
        return new ListItem(about, state, acts);
    }

    private static Span quiet(String sentence) {
        Span quiet = new Span(sentence);
        quiet.addClassName("bl-quiet");
        return quiet;
    }

    private Anchor file(PeriodReportEntry entry, PeriodReportFile.Format format) {
        Anchor link = new Anchor();
        link.setHref(
                new PeriodReportDownload(reports, whose.map(AgencySummary::id), entry.period(), format),
                AttachmentType.DOWNLOAD);
        String name =
                words.text(format == PeriodReportFile.Format.PDF ? "dashboard.reports.pdf" : "dashboard.reports.xlsx");
        link.add(Icons.DOWN.create(), new Span(name));
        link.addClassName("fetch");
        link.getElement()
                .setAttribute(
                        "aria-label",
                        words.text(
                                "dashboard.reports.fetch",
                                name,
                                words.named(DashboardPeriod.of(
                                        entry.period().from(), entry.period().to()))));
        return link;
    }

    private String told(ReportPeriod.Length length) {
        return words.text(
                length == ReportPeriod.Length.MONTH ? "dashboard.reports.monthly" : "dashboard.reports.yearly");
    }

    private String moment(Instant moment) {
        ZoneId zone = services.mall().rules().zone();
        return words.day(moment.atZone(zone).toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH.mm").format(moment.atZone(zone));
    }

    private void goTo(ReportsAddress other) {
        UI.getCurrent().navigate(ReportsAddress.PATH, other.parameters());
    }
}
