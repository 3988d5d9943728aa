package id.balairung.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;

/**
 * Asks who sits at the screen before a sensitive act, and goes on with it. A view wraps what it does on a click:
 * {@code ReauthenticationDialog.ensure(reauthentication, () -> accounts.reset(officer))}. The act is tried first, so that
 * the service alone decides whether a proof is needed.
 */
public final class ReauthenticationDialog extends Dialog {

    private final transient Reauthentication reauthentication;
    private final transient Runnable act;
    private final PasswordField password = new PasswordField();
    private final TextField code = new TextField();
    private final Div refusal = new Div();

    private ReauthenticationDialog(Reauthentication reauthentication, Runnable act) {
        this.reauthentication = reauthentication;
        this.act = act;
        setHeaderTitle(getTranslation("security.reauthentication.title"));
        password.setLabel(getTranslation("security.reauthentication.password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setAutofocus(true);
        code.setLabel(getTranslation("security.reauthentication.code"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setHelperText(getTranslation("security.reauthentication.code-help"));
        boolean withCode = reauthentication.asksForCode();
        code.setVisible(withCode);
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        String why =
                getTranslation(withCode ? "security.reauthentication.why-with-code" : "security.reauthentication.why");
        Div form = new Div(new Paragraph(why), password, code);
        form.addClassName("bl-form");
        add(form, refusal);
        Button confirm = new Button(getTranslation("security.reauthentication.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm(confirm));
        ShortcutRegistration enter = confirm.addClickShortcut(Key.ENTER);
        enter.listenOn(password, code);
        enter.setResetFocusOnActiveElement(true);
        getFooter().add(new Button(getTranslation("security.reauthentication.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                password.focus();
            }
        });
    }

    /**
     * Does something, after asking who sits there where the service wants to know.
     *
     * @param reauthentication keeps the proof
     * @param act what is done; a service in it calls {@link Reauthentication#requireFresh} before it changes anything
     */
    public static void ensure(Reauthentication reauthentication, Runnable act) {
        try {
            act.run();
        } catch (ReauthenticationRequired required) {
            new ReauthenticationDialog(reauthentication, act).open();
        }
    }

    /**
     * Asks who sits there, where nobody proved it lately, and then does something that a service will want it proved for later,
     * such as giving a file out.
     *
     * @param reauthentication keeps the proof
     * @param act what is done
     */
    public static void before(Reauthentication reauthentication, Runnable act) {
        ensure(reauthentication, () -> {
            reauthentication.requireFresh();
            act.run();
        });
    }

    private void confirm(Button button) {
        button.setEnabled(true);
        try {
            reauthentication.confirm(password.getValue(), code.getValue());
        } catch (BusinessRuleViolation wrong) {
            refusal.setText(getTranslation(wrong.key(), wrong.arguments()));
            password.clear();
            code.clear();
            password.focus();
            return;
        }
        close();
        act.run();
    }
}
