package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Notifications;
import id.balairung.security.OneTimeSecret;
import id.balairung.staff.OwnAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Sets one's own second factor up and takes it away, and makes new recovery codes. Each asks who sits there. */
class SecondFactorCard extends Div {

    private final transient OwnAccount account;
    private final String username;

    SecondFactorCard(OwnAccount account, String username) {
        this.account = account;
        this.username = username;
        addClassNames("bl-card", "bl-account-card");
        show();
    }

    private void show() {
        removeAll();
        OwnAccount.Safety safety = account.safety();
        Paragraph state = new Paragraph(
                safety.secondFactor()
                        ? getTranslation("shell.second-factor.on", safety.recoveryCodesLeft())
                        : getTranslation("shell.second-factor.off"));
        state.addClassName("bl-sec");
        add(new H2(getTranslation("shell.second-factor.title")), state);
        Div acts = new Div();
        acts.addClassName("bl-account-acts");
        Button setUp = new Button(
                getTranslation(safety.secondFactor() ? "shell.second-factor.replace" : "shell.second-factor.set-up"),
                click -> setUp());
        acts.add(setUp);
        if (safety.secondFactor()) {
            acts.add(new Button(getTranslation("shell.second-factor.new-codes"), click -> newCodes()));
            if (!safety.required()) {
                acts.add(new Button(getTranslation("shell.second-factor.remove"), click -> remove()));
            }
        } else {
            setUp.addThemeVariants(ButtonVariant.PRIMARY);
        }
        add(acts);
        if (safety.secondFactor() && safety.required()) {
            Paragraph why = new Paragraph(getTranslation("shell.second-factor.must"));
            why.addClassNames("bl-s", "bl-quiet");
            add(why);
        }
    }

    private void setUp() {
        OneTimeSecret secret = OneTimeSecret.random();
        boolean replaces = account.asksForCode();
        TextField code = codeField(getTranslation(replaces ? "shell.second-factor.new-code" : "shell.step.code.field"));
        String scan = getTranslation(replaces ? "shell.second-factor.scan-new" : "shell.second-factor.scan");
        ask(
                replaces ? "shell.second-factor.replace" : "shell.second-factor.title",
                "shell.second-factor.set-up",
                List.of(new Paragraph(scan), new SecretQr(secret, username)),
                Optional.of(code),
                (password, present) -> {
                    List<String> codes = account.addSecondFactor(password, present, secret, code.getValue());
                    Notifications.SUCCESS.show(getTranslation("shell.second-factor.added"));
                    reveal(codes);
                });
    }

    private void newCodes() {
        ask(
                "shell.second-factor.title",
                "shell.second-factor.new-codes",
                List.of(new Paragraph(getTranslation("shell.second-factor.new-codes.lead"))),
                Optional.empty(),
                (password, present) -> reveal(account.newRecoveryCodes(password, present)));
    }

    private void remove() {
        ask(
                "shell.second-factor.title",
                "shell.second-factor.remove",
                List.of(new Paragraph(getTranslation("shell.second-factor.remove.lead"))),
                Optional.empty(),
                (password, present) -> {
                    account.removeSecondFactor(password, present);
                    Notifications.SUCCESS.show(getTranslation("shell.second-factor.removed"));
                });
    }

    /** Asks what the act needs, and who sits there: the password, and a code where there is a second factor. */
    private void ask(
            String title,
            String going,
            List<Component> parts,
            Optional<TextField> newCode,
            BiConsumer<String, String> act) {
        Dialog dialog = new Dialog(getTranslation(title));
        PasswordField password = PasswordCard.field("shell.password.present", "current-password");
        TextField present = codeField(getTranslation("shell.second-factor.present-code"));
        present.setHelperText(getTranslation("shell.second-factor.present-code-help"));
        present.setVisible(account.asksForCode());
        Div content = new Div();
        content.addClassName("bl-account-dialog");
        content.add(parts);
        newCode.ifPresent(content::add);
        content.add(password, present);
        dialog.add(content);
        Button go = new Button(getTranslation(going), click -> {
            Stream.concat(newCode.stream(), Stream.of(password, present)).forEach(field -> field.setInvalid(false));
            try {
                act.accept(password.getValue(), present.getValue());
                dialog.close();
                show();
            } catch (BusinessRuleViolation rule) {
                refuse(
                        switch (rule.key()) {
                            case "staff.second-factor.new-wrong" -> newCode.orElseThrow();
                            case "staff.second-factor.wrong" -> present;
                            default -> password;
                        },
                        rule);
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        password.addKeyPressListener(Key.ENTER, enter -> go.click());
        present.addKeyPressListener(Key.ENTER, enter -> go.click());
        newCode.<TextFieldBase<?, String>>map(code -> code).orElse(password).focus();
        dialog.getFooter().add(new Button(getTranslation("shell.account.cancel"), click -> dialog.close()), go);
        dialog.open();
    }

    private static TextField codeField(String label) {
        TextField code = new TextField(label);
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.addClassName("bl-code");
        return code;
    }

    private void refuse(TextFieldBase<?, String> field, BusinessRuleViolation rule) {
        field.setErrorMessage(getTranslation(rule.key(), rule.arguments()));
        field.setInvalid(true);
        field.focus();
    }

    private void reveal(List<String> codes) {
        Dialog dialog = new Dialog(getTranslation("shell.step.recovery-codes.title"));
        Div content = new Div(
                new Paragraph(getTranslation("shell.step.recovery-codes.lead")), new RecoveryCodes(codes, username));
        content.addClassName("bl-account-dialog");
        dialog.add(content);
        dialog.setCloseOnOutsideClick(false);
        dialog.setCloseOnEsc(false);
        Button kept = new Button(getTranslation("shell.second-factor.kept"), click -> dialog.close());
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(kept);
        dialog.open();
    }
}
