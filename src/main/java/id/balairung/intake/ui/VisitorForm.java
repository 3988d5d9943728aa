package id.balairung.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Shortcut;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.Visitor;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The visitor's class, and the name and phone number that the visitor may keep back. */
class VisitorForm extends Div {

    private final RadioButtonGroup<PriorityClass> priorityClass = new RadioButtonGroup<>();
    private final TextField name = new TextField();
    private final TextField phone = new TextField();
    private final Binder<VisitDraft> binder = new Binder<>(VisitDraft.class);
    private boolean showing;

    /**
     * An empty form.
     *
     * @param changed is told what is filled in, right or wrong
     */
    VisitorForm(SerializableConsumer<VisitDraft> changed) {
        addClassName("bl-visitor");
        askClass();
        name.setLabel(getTranslation("intake.visitor.name"));
        phone.setLabel(getTranslation("intake.visitor.phone"));
        // Too long shows as it is typed; half a phone number is no mistake yet.
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setAutocomplete(Autocomplete.OFF);
        phone.setAutocomplete(Autocomplete.OFF);
        // The keypad belongs to the input within.
        phone.addAttachListener(attached -> phone.getElement()
                .executeJs("this.updateComplete.then(() => { this.inputElement.inputMode = 'tel'; })"));
        binder.forField(priorityClass).bind("priorityClass");
        binder.forField(name)
                .withValidator(
                        (typed, context) -> ruled(typed, told -> new Visitor(Optional.of(told), Optional.empty())))
                .bind("name");
        binder.forField(phone)
                .withValidator(
                        (typed, context) -> ruled(typed, told -> new Visitor(Optional.empty(), Optional.of(told))))
                .bind("phone");
        Div told = new Div(name, phone);
        told.addClassName("told");
        add(priorityClass, told);
        show(VisitDraft.EMPTY);
        binder.addValueChangeListener(change -> {
            if (!showing) {
                changed.accept(typed());
            }
        });
    }

    /** What is filled in; empty when something is wrong, which the fields then say. */
    Optional<VisitDraft> draft() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException wrong) {
            wrong.getFieldValidationErrors().stream()
                    .map(BindingValidationStatus::getField)
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .findFirst()
                    .ifPresent(field -> {
                        field.focus();
                        field.scrollIntoView(ScrollIntoViewOption.Block.NEAREST);
                    });
            return Optional.empty();
        }
    }

    /** Shows what was filled in before, or nothing. */
    final void show(VisitDraft draft) {
        showing = true;
        binder.readRecord(draft);
        showing = false;
    }

    private VisitDraft typed() {
        return new VisitDraft(priorityClass.getValue(), name.getValue(), phone.getValue());
    }

    /** The rule stands in the domain; the field only says it. */
    private ValidationResult ruled(String typed, Function<String, Visitor> rule) {
        try {
            rule.apply(typed);
            return ValidationResult.ok();
        } catch (BusinessRuleViolation refused) {
            return ValidationResult.error(getTranslation(refused.key(), refused.arguments()));
        }
    }

    private void askClass() {
        priorityClass.addClassName("bl-tiles");
        priorityClass.setLabel(getTranslation("intake.visitor.class"));
        priorityClass.setItemLabelGenerator(this::word);
        priorityClass.setRenderer(new ComponentRenderer<>(this::tile));
        priorityClass.setItems(PriorityClass.values());
        AtomicInteger key = new AtomicInteger();
        priorityClass
                .getChildren()
                .filter(child -> child.getElement().getTag().equals("vaadin-radio-button"))
                .forEach(tile -> new Shortcut(String.valueOf(key.incrementAndGet())).bind(tile));
    }

    private Component tile(PriorityClass group) {
        Div tile = new Div(new Span(word(group)), new Shortcut(String.valueOf(group.ordinal() + 1)).hint());
        tile.addClassName("tile");
        return tile;
    }

    private String word(PriorityClass group) {
        return getTranslation("intake.class." + group.name().toLowerCase(Locale.ROOT));
    }
}
