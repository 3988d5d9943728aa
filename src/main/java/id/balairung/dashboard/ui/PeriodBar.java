package id.balairung.dashboard.ui;

import com.vaadin.flow.component.Focusable;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Chooses whose figures are told, and of which days: a period that goes on, or any days. */
class PeriodBar extends Section {

    private final transient DashboardServices services;
    private final transient DashboardWords words;
    private final transient DashboardAddress here;
    private final transient BiConsumer<DashboardAddress, Choice> goTo;
    private final transient Map<Choice, Focusable<?>> choices = new EnumMap<>(Choice.class);
    private final DateField from;
    private final DateField to;

    /** Where something is chosen. */
    enum Choice {
        /** Whose. */
        AGENCY,
        /** Of which service. */
        SERVICE,
        /** A period that goes on. */
        PERIOD,
        /** The first day. */
        FROM,
        /** The last day. */
        TO,
        /** The days before. */
        EARLIER,
        /** The days after. */
        LATER
    }

    PeriodBar(
            DashboardServices services,
            DashboardWords words,
            DashboardAddress here,
            BiConsumer<DashboardAddress, Choice> goTo) {
        this.services = services;
        this.words = words;
        this.here = here;
        this.goTo = goTo;
        this.from = new DateField(words.text("dashboard.from"));
        this.to = new DateField(words.text("dashboard.to"));
        addClassNames("bl-period-bar");
        setAriaLabel(words.text("dashboard.period"));
        H2 title = new H2(words.period(here.period()));
        DashboardPeriod before = here.period().before(services.today());
        Span compared = new Span(words.text(
                "dashboard.compared",
                here.period().running().isPresent()
                        ? words.days(here.period().from(), here.period().to())
                        : "",
                here.period().comparedUntilNow(services.today())
                        ? words.text("dashboard.compared.until-now", words.named(before))
                        : words.named(before)));
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
        field.addValueChangeListener(
                chosen -> goTo.accept(here.of(Optional.ofNullable(chosen.getValue())), Choice.AGENCY));
        choices.put(Choice.AGENCY, field);
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
        field.addValueChangeListener(
                chosen -> goTo.accept(here.at(Optional.ofNullable(chosen.getValue())), Choice.SERVICE));
        choices.put(Choice.SERVICE, field);
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
                                running -> goTo.accept(
                                        here.in(DashboardPeriod.of(running, services.today())), Choice.PERIOD),
                                from::focus);
            }
        });
        choices.put(Choice.PERIOD, field);
        return field;
    }

    private void days() {
        LocalDate today = services.today();
        from.setValue(here.period().from());
        to.setValue(here.period().to().isAfter(today) ? today : here.period().to());
        Map.of(Choice.FROM, from, Choice.TO, to).forEach((choice, field) -> {
            field.setMin(ServiceDay.FIRST);
            field.setMax(today);
            field.setManualValidation(true);
            field.setWidth("148px");
            field.addValueChangeListener(typed -> {
                if (typed.isFromClient()) {
                    chosen(choice);
                }
            });
            choices.put(choice, field);
        });
    }

    /** What can't be taken is said at its field and changes nothing. */
    private void chosen(Choice by) {
        Optional<String> first = fault(from);
        Optional<String> last = fault(to);
        if (first.isEmpty() && last.isEmpty() && to.getValue().isBefore(from.getValue())) {
            last = Optional.of(words.text("dashboard.to.before"));
        }
        say(from, first);
        say(to, last);
        if (first.isEmpty() && last.isEmpty()) {
            goTo.accept(here.in(DashboardPeriod.of(from.getValue(), to.getValue())), by);
        }
    }

    /** What is wrong with a day by itself. */
    private Optional<String> fault(DateField field) {
        LocalDate day = field.getValue();
        if (day == null) {
            return Optional.of(words.text("common.refused.missing"));
        }
        if (day.isAfter(services.today())) {
            return Optional.of(words.text("dashboard.day.ahead"));
        }
        return day.isBefore(ServiceDay.FIRST)
                ? Optional.of(words.text("dashboard.day.early", words.day(ServiceDay.FIRST)))
                : Optional.empty();
    }

    private static void say(DateField field, Optional<String> fault) {
        field.setInvalid(fault.isPresent());
        field.setErrorMessage(fault.orElse(""));
    }

    /** Goes there, or to where it is still possible to choose. */
    void focus(Choice choice) {
        Optional.<Focusable<?>>ofNullable(choices.get(choice))
                .filter(field -> !(field instanceof Button step) || step.isEnabled())
                .or(() -> Optional.ofNullable(choices.get(Choice.PERIOD)))
                .ifPresent(Focusable::focus);
    }

    private Button step(boolean back) {
        DashboardPeriod target = back ? earlier() : here.period().next();
        String label = words.text(back ? "dashboard.earlier" : "dashboard.later");
        Choice choice = back ? Choice.EARLIER : Choice.LATER;
        Button step = new Button(Icons.RIGHT.create(), click -> goTo.accept(here.in(target), choice));
        choices.put(choice, step);
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
