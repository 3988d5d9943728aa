package id.balairung.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Notifications;
import id.balairung.staff.OwnAccount;
import java.util.List;

/** Changes one's own password. */
class PasswordCard extends Div {

    private final transient OwnAccount account;
    private final PasswordField present = field("shell.password.present", "current-password");
    private final PasswordField password = field("shell.password.new", "new-password");
    private final PasswordField repeated = field("shell.password.repeated", "new-password");

    PasswordCard(OwnAccount account, String username) {
        this.account = account;
        addClassNames("bl-card", "bl-account-card");
        password.setHelperText(getTranslation("shell.password.rule"));
        Button change = new Button(getTranslation("shell.password.change"), click -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        repeated.addKeyPressListener(Key.ENTER, enter -> change());
        Paragraph who = new Paragraph(getTranslation("shell.account.username", username));
        who.addClassName("bl-sec");
        add(new H2(getTranslation("shell.password.title")), who, present, password, repeated, change);
    }

    /** A password field with the name that managers know it by. */
    static PasswordField field(String key, String autocomplete) {
        PasswordField field = new PasswordField();
        field.setLabel(field.getTranslation(key));
        field.getElement().setProperty("autocomplete", autocomplete);
        StepForm.nameReveal(field);
        return field;
    }

    private void change() {
        List.of(present, password, repeated).forEach(field -> field.setInvalid(false));
        try {
            account.changePassword(present.getValue(), password.getValue(), repeated.getValue());
            List.of(present, password, repeated).forEach(PasswordField::clear);
            Notifications.SUCCESS.show(getTranslation("shell.password.changed"));
        } catch (BusinessRuleViolation rule) {
            PasswordField wrong = switch (rule.key()) {
                case "staff.password.wrong", "staff.paused", "staff.busy" -> present;
                case "staff.password.not-the-same" -> repeated;
                default -> password;
            };
            wrong.setErrorMessage(getTranslation(rule.key(), rule.arguments()));
            wrong.setInvalid(true);
            wrong.focus();
        }
    }
}
