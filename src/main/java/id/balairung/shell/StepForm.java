package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.server.VaadinRequest;
import id.balairung.common.ui.Icons;
import id.balairung.security.SignInStep;
import id.balairung.security.SignInSteps;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form of one step of signing in, posted by the browser itself: what is typed never comes to the screen's state on the server,
 * and password managers know the form.
 */
@Tag("form")
class StepForm extends HtmlContainer {

    StepForm(SignInStep step) {
        addClassName("bl-step-form");
        getElement().setAttribute("method", "post").setAttribute("action", SignInSteps.STEPS);
        add(hidden(SignInSteps.STEP, step.name()));
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            add(hidden(token.getParameterName(), token.getToken()));
        }
    }

    private static Input hidden(String name, String value) {
        Input input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name);
        input.setValue(value);
        input.getElement().setAttribute("value", value);
        return input;
    }

    /** Whose password it is, for password managers; people don't see it. */
    void tellUsername(String username) {
        Input input = new Input();
        input.getElement()
                .setAttribute("name", "username")
                .setAttribute("autocomplete", "username")
                .setAttribute("value", username)
                .setAttribute("readonly", true)
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-hidden", "true");
        input.addClassName("bl-hidden-name");
        add(input);
    }

    /** Adds a field that the browser sends under a name. */
    void field(TextFieldBase<?, String> field, String name, String autocomplete) {
        field.setWidthFull();
        field.getElement().setAttribute("name", name);
        field.getElement().setProperty("name", name);
        field.getElement().setProperty("autocomplete", autocomplete);
        field.setRequired(true);
        if (field instanceof PasswordField password) {
            nameReveal(password);
        }
        add(field);
    }

    /** The button in a password field that shows what was typed has a name, in the page's language. */
    static void nameReveal(PasswordField field) {
        field.getElement().executeJs("this.i18n = {reveal: $0}", field.getTranslation("shell.password.reveal"));
    }

    /** Says at a field why what was typed wasn't taken. */
    static void refuse(TextFieldBase<?, String> field, Optional<String> why) {
        why.ifPresent(sentence -> {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
        });
    }

    /** Says over the fields what concerns none of them. */
    void tell(String sentence) {
        Paragraph text = new Paragraph(Icons.ALERT.create());
        text.add(sentence);
        text.addClassName("bl-step-error");
        text.getElement().setAttribute("role", "alert");
        addComponentAsFirst(text);
    }

    /** Adds the button that sends the form, as Enter does. */
    void submit(String text) {
        NativeButton button = new NativeButton(text);
        button.getElement().setAttribute("type", "submit");
        button.addClassName("bl-submit");
        add(button);
    }

    void and(Component... parts) {
        add(parts);
    }
}
