package id.balairung.counter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.TypedText;
import id.balairung.common.ui.EntryForm;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDetails;
import id.balairung.counter.CounterDraft;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One counter: its number, name, place and services. */
class CounterForm extends EntryForm<CounterDetails> {

    private final transient CounterAdministration counters;
    private final transient List<ServiceSummary> offered;
    private final IntegerField number = field("number", new IntegerField());
    private final TextField label = field("label", new TextField());
    private final TextField area = field("area", new TextField());
    private final CheckboxGroup<ServiceSummary> services = field("services", new CheckboxGroup<>());
    private final Button disable = new Button();
    private final Button enable = new Button();

    CounterForm(CounterAdministration counters, List<ServiceSummary> offered) {
        this.counters = counters;
        this.offered = offered;
        number.setLabel(getTranslation("counter.manage.number-field"));
        number.setHelperText(getTranslation("counter.manage.number-help"));
        number.setRequiredIndicatorVisible(true);
        label.setLabel(getTranslation("counter.manage.label"));
        label.setHelperText(getTranslation("counter.manage.label-help"));
        area.setLabel(getTranslation("counter.manage.area"));
        area.setHelperText(getTranslation("counter.manage.area-help"));
        services.setLabel(getTranslation("counter.manage.services"));
        services.addClassName("bl-column");
        services.setRequiredIndicatorVisible(true);
        services.setItemLabelGenerator(service -> service.prefix() + " " + service.name(getLocale()));
        askBeside(number, label);
        ask(area, services);
        disable.setText(getTranslation("counter.manage.disable"));
        disable.addClickListener(click -> perform(
                () -> counters.disable(counter().id(), counter().revision()),
                getTranslation("counter.manage.was-disabled")));
        enable.setText(getTranslation("counter.manage.enable"));
        enable.addClickListener(click -> perform(
                () -> counters.enable(counter().id(), counter().revision()),
                getTranslation("counter.manage.was-enabled")));
        offer(disable, enable);
    }

    @Override
    protected String titleOf(Optional<CounterDetails> shown) {
        return shown.map(counter -> getTranslation("counter.manage.number", counter.number()))
                .orElseGet(() -> getTranslation("counter.manage.new"));
    }

    @Override
    protected void fill(Optional<CounterDetails> shown) {
        number.setValue(shown.map(CounterDetails::number).orElseGet(counters::freeNumber));
        label.setValue(shown.map(CounterDetails::label).orElse(""));
        area.setValue(shown.map(CounterDetails::area).orElse(""));
        Set<ServiceId> served = shown.map(CounterDetails::services).orElse(Set.of());
        // One that isn't offered any more stays where it is served: whoever waits for it is still called there.
        List<ServiceSummary> choices = offered.stream()
                .filter(service -> !service.withdrawn() || served.contains(service.id()))
                .toList();
        services.setItems(choices);
        services.setValue(choices.stream()
                .filter(service -> shown.isEmpty() || served.contains(service.id()))
                .collect(Collectors.toSet()));
        disable.setVisible(shown.filter(CounterDetails::enabled).isPresent());
        enable.setVisible(shown.filter(counter -> !counter.enabled()).isPresent());
    }

    @Override
    protected String store(Optional<CounterDetails> shown) {
        Integer typed = number.getValue();
        CounterDraft draft = new CounterDraft(
                typed == null ? 0 : typed,
                new TypedText(label.getValue()),
                new TypedText(area.getValue()),
                services.getValue().stream().map(ServiceSummary::id).collect(Collectors.toSet()));
        if (shown.isEmpty()) {
            return counters.create(draft).value().toString();
        }
        counters.change(counter().id(), counter().revision(), draft);
        return counter().id().value().toString();
    }

    private CounterDetails counter() {
        return shown().orElseThrow();
    }
}
