package id.balairung.dashboard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.Icons;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.dashboard.DashboardPeriod.Running;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Chooses whose figures are told, and of which days: a period that goes on, or any days. */
class PeriodBar extends Section {

    private final transient DashboardServices services;
    private final transient DashboardWords words;
    private final transient DashboardAddress here;
    private final transient Consumer<DashboardAddress> goTo;
    private final DateField from;
    private final DateField to;

    PeriodBar(
            DashboardServices services, DashboardWords words, DashboardAddress here, Consumer<DashboardAddress> goTo) {
        this.services = services;
        this.words = words;
        this.here = here;
        this.goTo = goTo;
        this.from = new DateField(words.text("dashboard.from"));
        this.to = new DateField(words.text("dashboard.to"));
        addClassNames("bl-period-bar");
        setAriaLabel(words.text("dashboard.period"));
        H2 title = new H2(words.period(here.period()));
        DashboardPeriod before = here.period().before();
        Span compared = new Span(words.text(
                "dashboard.compared",
                here.period().running().isPresent()
                        ? words.days(here.period().from(), here.period().to())
                        : "",
                words.named(before)));
        compared.addClassNames("bl-sec", "bl-s");
        Anchor reports = new Anchor(ReportsAddress.PATH, words.text("dashboard.reports"));
        reports.getElement().setAttribute("router-link", true);
        reports.addClassName("bl-s");
        Div told = new Div(title, compared, reports);
        told.addClassName("told");
        Div fields = new Div();
        fields.addClassName("fields");
        if (here.reachesAll()) {
            fields.add(agency());
        }
        here.agency().ifPresent(agency -> fields.add(service(agency)));
        Div steps = new Div(step(true), step(false));
        steps.addClassName("steps");
        fields.add(period(), from, to, steps);
        days();
        add(told, fields);
    }

    private ComboBox<AgencySummary> agency() {
        ComboBox<AgencySummary> field = new ComboBox<>(words.text("dashboard.agency"));
        field.setItems(services.catalogue().agencies().stream()
                .sorted(Comparator.comparing(AgencySummary::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        field.setItemLabelGenerator(AgencySummary::name);
        field.setPlaceholder(words.text("dashboard.every-agency"));
        field.setClearButtonVisible(true);
        here.agency().ifPresent(field::setValue);
        field.addValueChangeListener(chosen -> goTo.accept(here.of(Optional.ofNullable(chosen.getValue()))));
        return field;
    }

    private ComboBox<ServiceSummary> service(AgencySummary agency) {
        ComboBox<ServiceSummary> field = new ComboBox<>(words.text("dashboard.service"));
        field.setItems(services.catalogue().servicesOf(agency.id()).stream()
                .sorted(Comparator.comparing(ServiceSummary::prefix))
                .toList());
        field.setItemLabelGenerator(service -> service.prefix() + " " + service.name(words.language()));
        field.setPlaceholder(words.text("dashboard.every-service"));
        field.setClearButtonVisible(true);
        here.service().ifPresent(field::setValue);
        field.addValueChangeListener(chosen -> goTo.accept(here.at(Optional.ofNullable(chosen.getValue()))));
        return field;
    }

    private Select<Optional<Running>> period() {
        Select<Optional<Running>> field = new Select<>();
        field.setLabel(words.text("dashboard.period"));
        field.setItems(
                Stream.concat(Stream.of(Running.values()).map(Optional::of), Stream.of(Optional.<Running>empty()))
                        .toList());
        field.setItemLabelGenerator(
                running -> running.map(words::running).orElseGet(() -> words.text("dashboard.period.range")));
        field.setValue(here.period().running());
        field.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                chosen.getValue()
                        .ifPresentOrElse(
                                running -> goTo.accept(here.in(DashboardPeriod.of(running, services.today()))),
                                from::focus);
            }
        });
        return field;
    }

    /** What can't be taken is said at its field and changes nothing. */
    private void days() {
        LocalDate today = services.today();
        for (DateField field : List.of(from, to)) {
            field.setMin(ServiceDay.FIRST);
            field.setMax(today);
            field.setWidth("148px");
        }
        from.setValue(here.period().from());
        to.setValue(here.period().to().isAfter(today) ? today : here.period().to());
        from.addValueChangeListener(typed -> chosen(typed.isFromClient()));
        to.addValueChangeListener(typed -> chosen(typed.isFromClient()));
    }

    private void chosen(boolean byPerson) {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (!byPerson || from.isInvalid() || to.isInvalid() || first == null || last == null) {
            return;
        }
        if (last.isBefore(first)) {
            to.setInvalid(true);
            to.setErrorMessage(words.text("dashboard.to.before"));
        } else {
            goTo.accept(here.in(DashboardPeriod.of(first, last)));
        }
    }

    private Button step(boolean back) {
        DashboardPeriod target = back ? earlier() : here.period().next();
        String label = words.text(back ? "dashboard.earlier" : "dashboard.later");
        Button step = new Button(Icons.RIGHT.create(), click -> goTo.accept(here.in(target)));
        step.addThemeVariants(ButtonVariant.TERTIARY);
        step.addThemeName("icon");
        step.addClassName(back ? "bl-period-back" : "bl-period-on");
        step.setAriaLabel(label);
        step.setTooltipText(label);
        step.setEnabled(
                back
                        ? !target.from().isBefore(ServiceDay.FIRST)
                        : here.period().running().isEmpty() && !target.from().isAfter(services.today()));
        return step;
    }

    /** From a period that goes on to the whole one before it. */
    private DashboardPeriod earlier() {
        return here.period()
                .running()
                .map(running -> {
                    LocalDate end = here.period().from().minusDays(1);
                    return DashboardPeriod.of(
                            running == Running.TODAY
                                    ? end
                                    : DashboardPeriod.of(running, end).from(),
                            end);
                })
                .orElseGet(() -> here.period().previous());
    }
}
