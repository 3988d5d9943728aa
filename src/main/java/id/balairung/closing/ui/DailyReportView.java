package id.balairung.closing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.CalendarEntry;
import id.balairung.closing.AgencyDay;
import id.balairung.closing.Closing;
import id.balairung.closing.DayFigures;
import id.balairung.closing.DayReport;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.security.Role;
import id.balairung.sheet.ui.ExportMenu;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The daily report: of the own agency for its admin, whatever the address says; for the mall's head of the agency in the address,
 * or of all. The day is in the address, too; without one it is today.
 */
@Route("laporan-harian/:day?")
@Menu(title = "closing.menu", icon = "note", order = 45)
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
@StyleSheet("styles/closing.css")
class DailyReportView extends Div implements PageHeader, BeforeEnterObserver, AfterNavigationObserver {

    private final transient ClosingServices services;
    private final transient ReportWords words;
    private final transient DayTables tables;
    private final ReportBar bar;
    private final transient PrintedFrame paper;
    private final H2 heading = new H2();
    private final Div report = new Div();
    private final Div month = new Div();
    private transient @Nullable ReportAddress here;
    private transient Optional<AgencySummary> agency = Optional.empty();

    DailyReportView(ClosingServices services, I18NProvider texts) {
        this.services = services;
        this.words = new ReportWords(texts, getLocale(), services.mall().rules().zone());
        this.tables = new DayTables(words, services.catalogue());
        this.paper = new PrintedFrame(words);
        ReportSheet sheet = new ReportSheet(words, services);
        this.bar = new ReportBar(
                words,
                services.reachesAll() ? services.catalogue().agencies() : List.of(),
                this::print,
                new ExportMenu(() -> sheet.of(shown(), whose())),
                this::goTo);
        addClassNames("bl-main", "bl-closing");
        heading.addClassName("bl-closing-heading");
        report.addClassName("bl-closing-report");
        add(bar, paper.head(), heading, report, month, paper.foot());
    }

    @Override
    public String title() {
        return getTranslation("closing.title");
    }

    @Override
    public Optional<String> where() {
        return agency.map(AgencySummary::name);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        LocalDate today = services.today();
        agency = services.agency(event.getLocation().getQueryParameters().getSingleParameter(ReportAddress.AGENCY));
        here = new ReportAddress(
                event.getRouteParameters()
                        .get(ReportAddress.DAY)
                        .flatMap(ReportAddress::day)
                        .filter(day -> !day.isAfter(today))
                        .orElse(today),
                agency.filter(chosen -> services.reachesAll()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        ReportAddress address = shown();
        LocalDate today = services.today();
        bar.show(address, today);
        heading.setText(words.day(address.day()));
        report.removeAll();
        month.removeAll();
        agency.ifPresentOrElse(one -> showAgency(one, address), () -> showAll(address));
        paper.show(services.mall().rules().name(), words.text("closing.letterhead", words.day(address.day())), whose());
        tellWhoPrints();
        UI ui = event.getLocationChangeEvent().getUI();
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
    }

    private void showAgency(AgencySummary shown, ReportAddress address) {
        boolean goesOn = address.day().equals(services.today());
        Optional<DayReport> found = services.closings().day(shown.id(), address.day());
        found.ifPresentOrElse(
                day -> report.add(
                        status(day.closing()),
                        new FigureStrip(words, day.total(), goesOn),
                        tables.services(day),
                        tables.hours(day)),
                () -> report.add(nothing(Optional.of(shown), address.day())));
        Map<LocalDate, DayFigures> totals = new LinkedHashMap<>();
        services.closings()
                .month(shown.id(), YearMonth.from(address.day()))
                .forEach(day -> totals.put(day.day(), day.total()));
        month.add(new MonthCard(words, address, services.today(), totals, day -> why(Optional.of(shown), day)));
    }

    private void showAll(ReportAddress address) {
        LocalDate today = services.today();
        boolean goesOn = address.day().equals(today);
        List<AgencyDay> days = services.closings().everyAgency(address.day(), address.day());
        if (days.isEmpty()) {
            report.add(nothing(Optional.empty(), address.day()));
        } else {
            report.add(status(latest(days)), new FigureStrip(words, sum(days), goesOn), tables.agencies(days, address));
        }
        YearMonth shown = YearMonth.from(address.day());
        Map<LocalDate, DayFigures> totals = new LinkedHashMap<>();
        services.closings()
                .everyAgency(shown.atDay(1), shown.atEndOfMonth())
                .forEach(day -> totals.merge(day.report().day(), day.report().total(), DayFigures::plus));
        month.add(new MonthCard(words, address, today, totals, day -> why(Optional.empty(), day)));
    }

    private static DayFigures sum(List<AgencyDay> days) {
        return days.stream().map(day -> day.report().total()).reduce(DayFigures.NONE, DayFigures::plus);
    }

    /** The one that was built anew most often, for what all of them say together. */
    private static Optional<Closing> latest(List<AgencyDay> days) {
        return days.stream()
                .flatMap(day -> day.report().closing().stream())
                .reduce((one, other) -> new Closing(
                        one.builtAt().isAfter(other.builtAt()) ? one.builtAt() : other.builtAt(),
                        one.version() + other.rebuilds()));
    }

    private Component status(Optional<Closing> closing) {
        Paragraph status = new Paragraph(closing.map(this::closed)
                .orElseGet(() -> words.text(
                        "closing.goes-on", words.time(services.clock().instant()), words.zoneName())));
        status.addClassName("bl-closing-status");
        status.setClassName("bl-banner", closing.isEmpty());
        return status;
    }

    private String closed(Closing closing) {
        return closing.rebuilds() == 0
                ? words.text("closing.closed", words.moment(closing.builtAt()))
                : words.text("closing.rebuilt", closing.rebuilds(), words.moment(closing.builtAt()));
    }

    private Section nothing(Optional<AgencySummary> of, LocalDate day) {
        Section card = new Section(new EmptyState(Icons.DOOR, why(of, day), words.text("closing.none-next")));
        card.addClassName("bl-card");
        return card;
    }

    /** Why there is no report of a day, as far as the present hours and the calendar tell. */
    private String why(Optional<AgencySummary> of, LocalDate day) {
        ServiceDay asked = new ServiceDay(day);
        Optional<String> holiday = services.catalogue().calendar(asked).map(CalendarEntry::name);
        boolean opens = of.map(
                        one -> services.catalogue().hours(one.id(), asked).isPresent())
                .orElseGet(() -> services.catalogue().agencies().stream()
                        .anyMatch(one ->
                                services.catalogue().hours(one.id(), asked).isPresent()));
        return opens
                ? words.text("closing.nobody")
                : holiday.map(name -> words.text("closing.shut-for", name)).orElseGet(() -> words.text("closing.shut"));
    }

    private String whose() {
        return agency.map(AgencySummary::name).orElseGet(() -> words.text("closing.every-agency"));
    }

    private void print() {
        tellWhoPrints();
        UI.getCurrent().getPage().executeJs("requestAnimationFrame(() => setTimeout(() => window.print(), 0))");
    }

    private void tellWhoPrints() {
        paper.printed(words.text(
                "closing.printed",
                words.moment(services.clock().instant()),
                services.currentStaff().require().displayName()));
    }

    private void goTo(ReportAddress wanted) {
        getUI().ifPresent(ui -> ui.navigate(wanted.path(), wanted.parameters()));
    }

    private ReportAddress shown() {
        ReportAddress address = here;
        if (address == null) {
            throw new IllegalStateException("Nothing is shown yet");
        }
        return address;
    }
}
