package id.balairung.closing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.Icons;
import id.balairung.sheet.ui.ExportMenu;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which day, of which agency; prints it, and exports its month. */
class ReportBar extends Div {

    private final transient Consumer<ReportAddress> goTo;
    private final DateField day;
    private final Button earlier;
    private final Button later;
    private final @Nullable Select<Choice> agency;
    private transient @Nullable ReportAddress here;

    /** An agency, or all of them. */
    private record Choice(Optional<AgencySummary> agency) {}

    /**
     * A bar.
     *
     * @param agencies those to choose among; empty for an agency's admin
     * @param print prints what is shown
     * @param export exports the month of what is shown
     * @param goTo goes to another report
     */
    ReportBar(
            ReportWords words,
            List<AgencySummary> agencies,
            Runnable print,
            ExportMenu export,
            Consumer<ReportAddress> goTo) {
        this.goTo = goTo;
        addClassNames("bl-closing-tools", "bl-screen-only");
        this.day = new DateField(words.text("closing.day"));
        day.setClearButtonVisible(false);
        day.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null) {
                leave(chosen.getValue());
            } else if (chosen.isFromClient()) {
                day.setValue(shown().day());
            }
        });
        this.earlier = step(Icons.RIGHT, words.text("closing.earlier"), "bl-closing-back", -1);
        this.later = step(Icons.RIGHT, words.text("closing.later"), "bl-closing-on", 1);
        this.agency = agencies.isEmpty() ? null : choice(words, agencies);
        Div days = new Div(earlier, day, later);
        days.addClassName("bl-closing-days");
        Button printing = new Button(words.text("closing.print"), Icons.PRINT.create(), click -> print.run());
        printing.addClassName("bl-push");
        if (agency != null) {
            add(agency);
        }
        add(new Component[] {days, printing, export});
    }

    /** Shows where one is. */
    void show(ReportAddress address, LocalDate today) {
        here = address;
        day.setMin(ServiceDay.FIRST);
        day.setMax(today);
        day.setValue(address.day());
        earlier.setEnabled(address.day().isAfter(ServiceDay.FIRST));
        later.setEnabled(address.day().isBefore(today));
        if (agency != null) {
            agency.setValue(new Choice(address.agency()));
        }
    }

    private Button step(Icons icon, String label, String direction, int days) {
        Button step = new Button(icon.create(), click -> leave(shown().day().plusDays(days)));
        step.addThemeVariants(ButtonVariant.TERTIARY);
        step.addClassName(direction);
        step.setAriaLabel(label);
        step.setTooltipText(label);
        return step;
    }

    private Select<Choice> choice(ReportWords words, List<AgencySummary> agencies) {
        Select<Choice> choice = new Select<>();
        choice.setLabel(words.text("closing.agency"));
        choice.setItems(Stream.concat(
                        Stream.of(new Choice(Optional.empty())),
                        agencies.stream().map(one -> new Choice(Optional.of(one))))
                .toList());
        choice.setItemLabelGenerator(
                one -> one.agency().map(AgencySummary::name).orElseGet(() -> words.text("closing.every-agency")));
        choice.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                goTo.accept(shown().of(chosen.getValue().agency()));
            }
        });
        return choice;
    }

    private void leave(LocalDate other) {
        goTo.accept(shown().on(other));
    }

    private ReportAddress shown() {
        ReportAddress address = here;
        if (address == null) {
            throw new IllegalStateException("Nothing is shown yet");
        }
        return address;
    }
}
