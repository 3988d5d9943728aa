package id.balairung.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
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

    VisitorForm() {
        addClassName("bl-visitor");
        askClass();
        name.setLabel(getTranslation("intake.visitor.name"));
        phone.setLabel(getTranslation("intake.visitor.phone"));
        name.setAutocomplete(Autocomplete.OFF);
        phone.setAutocomplete(Autocomplete.OFF);
        phone.getElement().setAttribute("inputmode", "tel");
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
        clear();
    }

    /** What is filled in; empty when something is wrong, which the fields then say. */
    Optional<VisitDraft> draft() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException wrong) {
            wrong.getFieldValidationErrors().stream()
                    .map(BindingValidationStatus::getField)
                    .filter(Focusable.class::isInstance)
                    .findFirst()
                    .ifPresent(field -> ((Focusable<?>) field).focus());
            return Optional.empty();
        }
    }

    /** Shows what was told before. */
    final void show(VisitDraft draft) {
        binder.readRecord(draft);
    }

    /** Forgets everything. */
    final void clear() {
        show(VisitDraft.EMPTY);
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
