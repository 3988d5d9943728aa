package id.balairung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.security.CurrentStaff;
import java.util.Locale;
import java.util.Optional;
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
class SignInView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    static final String ROUTE = "masuk";

    private static final String LANGUAGE = "bahasa";
    private static final String WRONG = "error";
    private static final String FAULT = "gangguan";

    private final transient CurrentStaff currentStaff;
    private final Optional<String> mall;
    private final H2 mallName = new H2();
    private final Paragraph foot = new Paragraph();
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final LoginForm form = new LoginForm();
    private final Paragraph forgotten = new Paragraph();
    private final Anchor indonesian = new Anchor(ROUTE + "?" + LANGUAGE + "=id", "Bahasa Indonesia");
    private final Anchor english = new Anchor(ROUTE + "?" + LANGUAGE + "=en", "English");
    private boolean fault;

    SignInView(CurrentMall currentMall, CurrentStaff currentStaff, Environment environment) {
        this.currentStaff = currentStaff;
        this.mall = currentMall.find().map(MallRules::name);
        addClassName("bl-signin");
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);
        lead.addClassName("bl-sec");
        forgotten.addClassNames("bl-s", "bl-sec");
        add(hall(), pane(environment));
    }

    private Section hall() {
        Div cloth = new Div();
        cloth.addClassName("bl-cloth");
        cloth.getElement().setAttribute("aria-hidden", "true");
        foot.addClassName("bl-foot");
        Section hall = new Section(new Brand(), mallName, foot, cloth);
        hall.addClassName("bl-hall");
        return hall;
    }

    private Main pane(Environment environment) {
        Div signIn = new Div(new Div(title, lead), form, forgotten);
        signIn.addClassName("bl-signin-form");
        indonesian.getElement().setAttribute("lang", "id");
        english.getElement().setAttribute("lang", "en");
        Div languages = new Div(indonesian, english);
        languages.addClassNames("bl-row", "bl-push");
        Div line = new Div(new SampleChip(environment), languages);
        line.addClassNames("bl-row", "bl-s", "bl-quiet");
        Main pane = new Main(signIn, line);
        pane.addClassName("bl-pane");
        return pane;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentStaff.get().isPresent()) {
            event.forwardTo(HomeView.class);
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        query.getSingleParameter(LANGUAGE).ifPresent(SignInView::choose);
        fault = query.getParameters().containsKey(FAULT);
        form.setError(fault || query.getParameters().containsKey(WRONG));
        takeTypedName().ifPresent(this::typeAgain);
        translate();
    }

    /** The name of the attempt that has just failed. It is kept with the session, never in an address, and taken once. */
    private static Optional<String> takeTypedName() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        Object failure = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
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

    private static void choose(String tag) {
        Locale chosen = Languages.ENGLISH.getLanguage().equals(tag) ? Languages.ENGLISH : Languages.INDONESIAN;
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(ChosenLanguage.class, new ChosenLanguage(chosen));
        session.setLocale(chosen);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate();
    }

    private void translate() {
        mallName.setText(mall.orElseGet(() -> getTranslation("shell.sign-in.mall")));
        foot.setText(getTranslation("shell.sign-in.foot"));
        title.setText(getTranslation("shell.sign-in.title"));
        lead.setText(getTranslation("shell.sign-in.lead"));
        forgotten.setText(getTranslation("shell.sign-in.forgotten"));
        form.setI18n(formTexts());
        boolean inEnglish = getLocale().getLanguage().equals(Languages.ENGLISH.getLanguage());
        current(english, inEnglish);
        current(indonesian, !inEnglish);
    }

    private static void current(Anchor language, boolean chosen) {
        if (chosen) {
            language.getElement().setAttribute("aria-current", "true");
        } else {
            language.getElement().removeAttribute("aria-current");
        }
    }

    private LoginI18n formTexts() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form labels = texts.getForm();
        labels.setTitle("");
        labels.setUsername(getTranslation("shell.sign-in.username"));
        labels.setPassword(getTranslation("shell.sign-in.password"));
        labels.setSubmit(getTranslation("shell.sign-in.submit"));
        LoginI18n.ErrorMessage errors = texts.getErrorMessage();
        errors.setTitle(getTranslation(fault ? "shell.sign-in.fault" : "shell.sign-in.wrong"));
        errors.setMessage(getTranslation(fault ? "shell.sign-in.fault.next" : "shell.sign-in.wrong.next"));
        errors.setUsername(getTranslation("shell.sign-in.username.missing"));
        errors.setPassword(getTranslation("shell.sign-in.password.missing"));
        texts.setAdditionalInformation(null);
        return texts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.sign-in.title") + " | Balairung";
    }
}
