package id.balairung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.agency.CurrentMall;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.HashingBusy;
import id.balairung.security.PendingSignIn;
import id.balairung.security.SignInPaused;
import id.balairung.security.SignInStep;
import id.balairung.security.SignInSteps;
import id.balairung.security.StepRefused;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.web.WebAttributes;

/** What is still to be done after the right password. Nobody is signed in here; what was done so far is in the HTTP session. */
@Route(value = SignInStepView.ROUTE, autoLayout = false)
@AnonymousAllowed
class SignInStepView extends SignInPage implements BeforeEnterObserver {

    static final String ROUTE = SignInSteps.STEPS;

    private static final String RECOVERY = "pemulihan";

    private final Div content;
    private @Nullable PendingSignIn pending;
    private @Nullable Object failure;
    private boolean byRecoveryCode;

    @Autowired
    SignInStepView(CurrentMall currentMall, Environment environment) {
        this(currentMall, environment, new Div());
    }

    private SignInStepView(CurrentMall currentMall, Environment environment, Div content) {
        super(ROUTE, currentMall, environment, content);
        this.content = content;
        content.addClassName("bl-signin-step");
        addClassName("bl-steps");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        if (!(session.getAttribute(PendingSignIn.ATTRIBUTE) instanceof PendingSignIn waiting)) {
            event.forwardTo(SignInView.class);
            return;
        }
        chooseLanguage(event.getLocation());
        pending = waiting;
        byRecoveryCode =
                event.getLocation().getQueryParameters().getParameters().containsKey(RECOVERY);
        failure = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        // A wrong recovery code leads back to its own field.
        byRecoveryCode |= refusal()
                .map(BusinessRuleViolation::key)
                .filter("security.recovery-code.wrong"::equals)
                .isPresent();
        translate();
    }

    @Override
    String heading() {
        return text("title");
    }

    @Override
    String introduction() {
        return text("lead");
    }

    private String text(String part) {
        if (pending == null) {
            return getTranslation("shell.sign-in.title");
        }
        String step = pending.step() == SignInStep.CODE && byRecoveryCode
                ? "recovery"
                : pending.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return getTranslation("shell.step." + step + "." + part);
    }

    @Override
    void translate() {
        super.translate();
        content.removeAll();
        PendingSignIn present = pending;
        if (present == null) {
            return;
        }
        StepForm form = new StepForm(present.step());
        switch (present.step()) {
            case CODE -> askCode(form);
            case NEW_PASSWORD -> askPassword(form, present);
            case ENROLMENT -> askEnrolment(form, present);
            case RECOVERY_CODES -> {
                form.and(new RecoveryCodes(present.recoveryCodes(), present.username()));
                form.submit(text("submit"));
            }
        }
        general().ifPresent(form::tell);
        content.add(form);
        // Whoever went back from the recovery codes would never see them again.
        if (present.step() != SignInStep.RECOVERY_CODES) {
            Anchor back = new Anchor(SignInSteps.SIGN_IN, getTranslation("shell.step.begin-anew"));
            back.addClassName("bl-s");
            content.add(back);
        }
    }

    private void askCode(StepForm form) {
        if (byRecoveryCode) {
            TextField code = new TextField(getTranslation("shell.step.recovery.field"));
            form.field(code, SignInSteps.RECOVERY, "off");
            code.addClassName("bl-code");
            refuseAt(code);
        } else {
            codeField(form);
        }
        form.submit(text("submit"));
        Anchor other = new Anchor(
                byRecoveryCode ? ROUTE : ROUTE + "?" + RECOVERY,
                getTranslation(byRecoveryCode ? "shell.step.recovery.other" : "shell.step.code.other"));
        other.addClassName("bl-s");
        form.and(other);
    }

    private void codeField(StepForm form) {
        TextField code = new TextField(getTranslation("shell.step.code.field"));
        form.field(code, SignInSteps.CODE, "one-time-code");
        code.addClassName("bl-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.getElement().executeJs("this.inputElement && (this.inputElement.inputMode = 'numeric')");
        refuseAt(code);
    }

    private void askPassword(StepForm form, PendingSignIn present) {
        form.tellUsername(present.username());
        PasswordField password = new PasswordField(getTranslation("shell.password.new"));
        password.setHelperText(getTranslation("shell.password.rule"));
        PasswordField repeated = new PasswordField(getTranslation("shell.password.repeated"));
        form.field(password, SignInSteps.PASSWORD, "new-password");
        form.field(repeated, SignInSteps.REPEATED, "new-password");
        boolean differ = refusal()
                .map(BusinessRuleViolation::key)
                .filter("staff.password.not-the-same"::equals)
                .isPresent();
        StepForm.refuse(differ ? repeated : password, sentence());
        password.setAutofocus(true);
        form.submit(text("submit"));
    }

    private void askEnrolment(StepForm form, PendingSignIn present) {
        present.secret().ifPresent(secret -> form.and(new SecretQr(secret, present.username())));
        codeField(form);
        form.submit(text("submit"));
    }

    private void refuseAt(TextField field) {
        field.setAutofocus(true);
        StepForm.refuse(field, sentence());
    }

    private Optional<BusinessRuleViolation> refusal() {
        return failure instanceof StepRefused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private Optional<String> sentence() {
        return refusal().map(rule -> getTranslation(rule.key(), rule.arguments()));
    }

    /** What went wrong that no field can mend. */
    private Optional<String> general() {
        return switch (failure) {
            case null -> Optional.empty();
            case StepRefused refused -> Optional.empty();
            case SignInPaused paused -> Optional.of(getTranslation("shell.sign-in.paused.next", paused.minutes()));
            case HashingBusy busy -> Optional.of(getTranslation("shell.sign-in.busy.next"));
            default -> Optional.of(getTranslation("shell.sign-in.fault.next"));
        };
    }
}
