package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens a counter: which one, and what to serve there. Counters that somebody has open say so and can't be chosen. */
class OpenCounterCard extends Section {

    private final LiveConsole console;
    private final RadioButtonGroup<CounterSummary> counters = new RadioButtonGroup<>();
    private final CheckboxGroup<ServiceSummary> services = new CheckboxGroup<>();
    private final Div refusal = new Div();
    private final Button open = new Button(getTranslation("queue.open.open"));
    private final Runnable afterwards;
    private Set<CounterId> taken = Set.of();

    OpenCounterCard(LiveConsole console, Runnable afterwards) {
        this.console = console;
        this.afterwards = afterwards;
        addClassNames("bl-card", "bl-open");
        H2 title = new H2(getTranslation("queue.open.title"));
        Paragraph note = new Paragraph(getTranslation("queue.open.note"));
        note.addClassName("bl-sec");
        counters.setLabel(getTranslation("queue.open.counter"));
        counters.addClassName("bl-wrap");
        counters.setItemLabelGenerator(this::name);
        counters.setItemEnabledProvider(counter -> !taken.contains(counter.id()));
        counters.addValueChangeListener(choice -> offer(Optional.ofNullable(choice.getValue())));
        services.setLabel(getTranslation("queue.open.services"));
        services.setItemLabelGenerator(service -> service.prefix() + " " + service.name(getLocale()));
        services.setVisible(false);
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.setDisableOnClick(true);
        open.addClickListener(click -> open());
        add(title, note, counters, services, refusal, open);
        List<CounterSummary> all = console.counters();
        counters.setItems(all);
        List<CounterSummary> free =
                all.stream().filter(counter -> !counter.taken()).toList();
        if (free.size() == 1) {
            counters.setValue(free.getFirst());
        }
        Signal.effect(this, () -> show(console.state().get()));
    }

    private void show(ConsoleState state) {
        Set<CounterId> now = state.taken();
        if (!now.equals(taken)) {
            taken = now;
            counters.getListDataView().refreshAll();
        }
        open.setEnabled(state.reachable());
    }

    private void offer(Optional<CounterSummary> counter) {
        List<ServiceSummary> here = counter.map(chosen -> console.now().place().services(chosen.services()))
                .orElse(List.of());
        services.setItems(here);
        services.setValue(new HashSet<>(here));
        services.setVisible(!here.isEmpty());
    }

    private void open() {
        refusal.setText("");
        CounterSummary counter = counters.getValue();
        Optional<Notice> refused = counter == null
                ? Optional.of(Notice.of("queue.refused.counter-missing"))
                : console.open(
                        counter.id(),
                        services.getValue().stream().map(ServiceSummary::id).toList());
        open.setEnabled(console.now().reachable());
        refused.ifPresentOrElse(this::refuse, afterwards);
    }

    /** Which counters are taken the board tells by itself. */
    private void refuse(Notice notice) {
        refusal.setText(notice.in(this));
    }

    private String name(CounterSummary counter) {
        String name = counter.named(getTranslation("queue.open.counter-number", counter.number()));
        return taken.contains(counter.id()) ? getTranslation("queue.open.counter-taken", name) : name;
    }
}
