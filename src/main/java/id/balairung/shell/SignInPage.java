package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** A page before anybody is signed in: the hall on the left, what is to be done on the right, and the two languages. */
abstract class SignInPage extends Div implements LocaleChangeObserver, HasDynamicTitle {

    private static final String LANGUAGE = "bahasa";

    private final Optional<String> mall;
    private final H2 mallName = new H2();
    private final Paragraph foot = new Paragraph();
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final Anchor indonesian;
    private final Anchor english;

    SignInPage(String route, CurrentMall currentMall, Environment environment, Component... parts) {
        this.mall = currentMall.find().map(MallRules::name);
        this.indonesian = new Anchor(route + "?" + LANGUAGE + "=id", "Bahasa Indonesia");
        this.english = new Anchor(route + "?" + LANGUAGE + "=en", "English");
        addClassName("bl-signin");
        lead.addClassName("bl-sec");
        add(hall(), pane(environment, parts));
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

    private Main pane(Environment environment, Component... parts) {
        Div content = new Div(new Div(title, lead));
        content.add(parts);
        content.addClassName("bl-signin-form");
        indonesian.getElement().setAttribute("lang", "id");
        english.getElement().setAttribute("lang", "en");
        Div languages = new Div(indonesian, english);
        languages.addClassNames("bl-row", "bl-push");
        Div line = new Div(new SampleChip(environment), languages);
        line.addClassNames("bl-row", "bl-s", "bl-quiet");
        Main pane = new Main(content, line);
        pane.addClassName("bl-pane");
        return pane;
    }

    /** Speaks the language that the address asks for. */
    static void chooseLanguage(Location location) {
        location.getQueryParameters().getSingleParameter(LANGUAGE).ifPresent(SignInPage::choose);
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

    /** What is to be done, e.g. "Masuk". */
    abstract String heading();

    /** One sentence more about it. */
    abstract String introduction();

    /** Writes all texts in the present language. */
    void translate() {
        mallName.setText(mall.orElseGet(() -> getTranslation("shell.sign-in.mall")));
        foot.setText(getTranslation("shell.sign-in.foot"));
        title.setText(heading());
        lead.setText(introduction());
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

    @Override
    public String getPageTitle() {
        return heading() + " | Balairung";
    }
}
