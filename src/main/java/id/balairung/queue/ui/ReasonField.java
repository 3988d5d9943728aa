package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** A reason in a person's words, with a few at hand to take by a click. */
class ReasonField extends Div {

    private final TextField text = new TextField(getTranslation("queue.reason"));

    /**
     * A field.
     *
     * @param presets the i18n keys of the reasons at hand
     */
    ReasonField(String... presets) {
        addClassName("bl-reason");
        text.setHelperText(getTranslation("queue.reason.help"));
        text.setWidthFull();
        Div choices = new Div();
        choices.addClassNames("bl-row", "wrap");
        for (String preset : presets) {
            String reason = getTranslation(preset);
            Button choice = new Button(reason, click -> {
                text.setValue(reason);
                text.focus();
            });
            choice.addThemeVariants(ButtonVariant.SMALL);
            choices.add(choice);
        }
        add(text, choices);
    }

    /** The field to type in. */
    TextField field() {
        return text;
    }

    /** What was typed. */
    String reason() {
        return text.getValue();
    }
}
