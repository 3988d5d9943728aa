package id.balairung.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.agency.CurrentMall;
import id.balairung.security.CurrentStaff;
import id.balairung.security.EndReason;
import id.balairung.security.PendingSignIn;
import id.balairung.security.SignInPaused;
import id.balairung.security.SignInSteps;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;

/**
 * Where people sign in. One sentence for every wrong attempt: it never says whether the account exists. The form is
 * posted by the browser itself, so that password managers know it.
 */
@Route(value = SignInView.ROUTE, autoLayout = false)
@AnonymousAllowed
class SignInView extends SignInPage implements BeforeEnterObserver {

    static final String ROUTE = SignInSteps.SIGN_IN;

    /** What the address may say went wrong, each with two sentences. */
    private static final Set<String> REASONS = Set.of("error", "gangguan", "sibuk", "tunggu", "ulang");

    private static final long LONGEST_PAUSE = 15;

    private final transient CurrentStaff currentStaff;
    private final Paragraph ended;
    private final LoginForm form;
    private final Paragraph forgotten;
    private Optional<EndReason> end = Optional.empty();
    private @Nullable String reason;
    private long minutes = LONGEST_PAUSE;

    @Autowired
    SignInView(CurrentMall currentMall, CurrentStaff currentStaff, Environment environment) {
        this(currentMall, currentStaff, environment, new Paragraph(), new LoginForm(), new Paragraph());
    }

    private SignInView(
            CurrentMall currentMall,
            CurrentStaff currentStaff,
            Environment environment,
            Paragraph ended,
            LoginForm form,
            Paragraph forgotten) {
        super(ROUTE, currentMall, environment, ended, form, forgotten);
        this.currentStaff = currentStaff;
        this.ended = ended;
        this.form = form;
        this.forgotten = forgotten;
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);
        ended.addClassName("bl-banner");
        ended.getElement().setAttribute("role", "status");
        forgotten.addClassNames("bl-s", "bl-sec");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentStaff.get().isPresent()) {
            event.forwardTo(HomeView.class);
            return;
        }
        chooseLanguage(event.getLocation());
        end = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(EndReason.PARAMETER)
                .flatMap(EndReason::of);
        WrappedSession session = VaadinSession.getCurrent().getSession();
        // Who is here again begins anew.
        session.removeAttribute(PendingSignIn.ATTRIBUTE);
        reason = event.getLocation().getQueryParameters().getParameters().keySet().stream()
                .filter(REASONS::contains)
                .findFirst()
                .orElse(null);
        form.setError(reason != null);
        Object failure = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        if (failure instanceof SignInPaused paused) {
            minutes = paused.minutes();
        }
        typedName(failure).ifPresent(this::typeAgain);
        translate();
    }

    /** The name of the attempt that has just failed. It is kept with the session, never in an address, and taken once. */
    private static Optional<String> typedName(@Nullable Object failure) {
        return Optional.ofNullable(failure)
                .filter(AuthenticationException.class::isInstance)
                .map(AuthenticationException.class::cast)
                .map(AuthenticationException::getAuthenticationRequest)
                .map(Authentication::getName)
                .filter(name -> !name.isBlank());
    }

    private void typeAgain(String name) {
        // The form has no way to set a name; it draws its fields itself, and takes the focus a frame later.
        form.getElement().executeJs("""
                        requestAnimationFrame(() => requestAnimationFrame(() => {
                          const name = this.querySelector('[name=username]');
                          if (name && !name.value) {
                            name.value = $0;
                            this.querySelector('[name=password]').focus();
                          }
                        }));
                        """, name);
    }

    @Override
    String heading() {
        return getTranslation("shell.sign-in.title");
    }

    @Override
    String introduction() {
        return getTranslation("shell.sign-in.lead");
    }

    @Override
    void translate() {
        ended.setText(end.map(why -> getTranslation(why.key())).orElse(""));
        ended.setVisible(end.isPresent());
        super.translate();
        forgotten.setText(getTranslation("shell.sign-in.forgotten"));
        form.setI18n(formTexts());
    }

    private LoginI18n formTexts() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form labels = texts.getForm();
        labels.setTitle("");
        labels.setUsername(getTranslation("shell.sign-in.username"));
        labels.setPassword(getTranslation("shell.sign-in.password"));
        labels.setSubmit(getTranslation("shell.sign-in.submit"));
        LoginI18n.ErrorMessage errors = texts.getErrorMessage();
        errors.setTitle(told("title"));
        errors.setMessage(told("next"));
        errors.setUsername(getTranslation("shell.sign-in.username.missing"));
        errors.setPassword(getTranslation("shell.sign-in.password.missing"));
        texts.setAdditionalInformation(null);
        return texts;
    }

    private String told(String part) {
        String key = switch (String.valueOf(reason)) {
            case "gangguan" -> "shell.sign-in.fault.";
            case "sibuk" -> "shell.sign-in.busy.";
            case "tunggu" -> "shell.sign-in.paused.";
            case "ulang" -> "shell.sign-in.over.";
            default -> "shell.sign-in.wrong.";
        };
        return "tunggu".equals(reason) && part.equals("next")
                ? getTranslation(key + part, minutes)
                : getTranslation(key + part);
    }
}
