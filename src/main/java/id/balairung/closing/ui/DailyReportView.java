package id.balairung.closing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.closing.Closing;
import id.balairung.closing.DayReport;
import id.balairung.closing.MonthFigures;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.common.ui.PrintedFrame;
import id.balairung.security.Role;
import id.balairung.sheet.ui.ExportMenu;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
    private final transient MissingReport missing;
    private final ReportBar bar;
    private final transient PrintedFrame paper;
    private final H2 heading = new H2();
    private final Div report = new Div();
    private final Div month = new Div();
    private transient @Nullable ReportAddress here;
    private boolean leadsNowhere;
    private boolean exportable;
    private transient Optional<AgencySummary> agency = Optional.empty();

    DailyReportView(ClosingServices services, I18NProvider texts) {
        this.services = services;
        this.words = new ReportWords(texts, getLocale(), services.mall().rules().zone());
        this.tables = new DayTables(words, services.catalogue());
        this.missing = new MissingReport(words, services.catalogue());
        this.paper = new PrintedFrame();
        ReportSheet sheet = new ReportSheet(words, services);
        this.bar = new ReportBar(
                words,
                services.reachesAll() ? services.catalogue().agencies() : List.of(),
                this::print,
                new ExportMenu(() -> sheet.of(shown(), whose()), this::unlessEmpty),
                this::goTo);
        addClassNames("bl-main", "bl-closing");
        heading.addClassNames("bl-closing-heading", "bl-screen-only");
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
        Optional<String> typed = event.getRouteParameters().get(ReportAddress.DAY);
        Optional<LocalDate> day = typed.flatMap(address -> ReportAddress.day(address, today));
        leadsNowhere = typed.isPresent() && day.isEmpty();
        here = new ReportAddress(day.orElse(today), agency.filter(chosen -> services.reachesAll()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        report.removeAll();
        month.removeAll();
        List.of(bar, heading, month, paper.head(), paper.foot()).forEach(part -> part.setVisible(!leadsNowhere));
        if (leadsNowhere) {
            report.add(missing.nowhere(shown()));
        } else {
            show(shown());
        }
        UI ui = event.getLocationChangeEvent().getUI();
        ComponentUtil.fireEvent(ui, new PageHeaderChanged(ui));
    }

    private void show(ReportAddress address) {
        bar.show(address, services.today());
        heading.setText(words.day(address.day()));
        agency.ifPresentOrElse(one -> showAgency(one, address), () -> showAll(address));
        paper.show(services.mall().rules().name(), words.text("closing.letterhead", words.day(address.day())), whose());
        String head = words.text("closing.signature.head");
        paper.signed(agency.isPresent() ? List.of(words.text("closing.signature.agency"), head) : List.of(head));
        tellWhoPrints();
    }

    private void showAgency(AgencySummary shown, ReportAddress address) {
        boolean goesOn = address.day().equals(services.today());
        MonthFigures days = services.closings().month(shown.id(), YearMonth.from(address.day()));
        Optional<DayReport> found = services.closings().day(shown.id(), address.day());
        found.ifPresentOrElse(
                day -> report.add(
                        status(day.closing()),
                        new FigureStrip(words, day.total(), goesOn),
                        tables.services(day),
                        tables.hours(day)),
                () -> report.add(missing.card(Optional.of(shown), address.day(), days)));
        show(days, address, Optional.of(shown));
    }

    private void showAll(ReportAddress address) {
        boolean goesOn = address.day().equals(services.today());
        MonthFigures days = services.closings().mallMonth(YearMonth.from(address.day()));
        services.closings()
                .mallDay(address.day())
                .ifPresentOrElse(
                        day -> {
                            report.add(status(day.report().closing()));
                            if (days.toCome().contains(address.day())) {
                                report.add(line(words.text("closing.some-to-come")));
                            }
                            report.add(
                                    new FigureStrip(words, day.report().total(), goesOn),
                                    tables.agencies(day, address));
                        },
                        () -> report.add(missing.card(Optional.empty(), address.day(), days)));
        show(days, address, Optional.empty());
    }

    private void show(MonthFigures days, ReportAddress address, Optional<AgencySummary> of) {
        exportable = !days.days().isEmpty();
        month.add(new MonthCard(words, address, services.today(), days.days(), day -> missing.why(of, day, days)));
    }

    /** A file of a month without a report would hold nothing but headings. */
    private void unlessEmpty(Runnable export) {
        if (exportable) {
            export.run();
        } else {
            Notifications.ERROR.show(words.text("closing.export.empty", words.month(YearMonth.from(shown().day()))));
        }
    }

    private static Paragraph line(String sentence) {
        Paragraph line = new Paragraph(sentence);
        line.addClassName("bl-closing-status");
        return line;
    }

    private Component status(Optional<Closing> closing) {
        Paragraph status = line(closing.map(this::closed)
                .orElseGet(() -> words.text(
                        "closing.goes-on", words.time(services.clock().instant()), words.zoneName())));
        status.setClassName("bl-banner", closing.isEmpty());
        return status;
    }

    private String closed(Closing closing) {
        return closing.rebuilds() == 0
                ? words.text("closing.closed", words.moment(closing.builtAt()))
                : words.text("closing.rebuilt", closing.rebuilds(), words.moment(closing.builtAt()));
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
