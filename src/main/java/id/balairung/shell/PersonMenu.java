package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ShortcutKeys;
import id.balairung.common.ui.UnsavedGuard;
import id.balairung.staff.ColorScheme;
import id.balairung.staff.StaffPreferences;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person changes for themselves: language, scheme, keys; and the way out. Kept with the account. */
class PersonMenu extends Div implements LocaleChangeObserver {

    private final transient StaffContext staff;
    private final transient AuthenticationContext authentication;
    private final ShortcutKeys keys;
    private final Button opener = new Button();
    private final Popover popover = new Popover();

    PersonMenu(StaffContext staff, ShortcutKeys keys, AuthenticationContext authentication) {
        this.staff = staff;
        this.keys = keys;
        this.authentication = authentication;
        addClassName("bl-me");
        opener.addClassNames("bl-avatar-button");
        opener.addThemeVariants(ButtonVariant.TERTIARY);
        Span initials = new Span(initials(staff.person().displayName()));
        initials.addClassName("bl-avatar");
        opener.getElement().appendChild(initials.getElement());
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setOverlayRole("dialog");
        popover.setAutofocus(true);
        OnDemand.open(popover, opener, this::menu);
        add(opener, popover);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        String label = getTranslation("shell.person.menu", staff.person().displayName());
        opener.setAriaLabel(label);
        popover.setAriaLabel(label);
        popover.close();
    }

    private Component menu() {
        StaffPreferences preferences = staff.preferences();
        Div menu = new Div(
                head(staff.person().displayName()),
                account(),
                language(preferences),
                scheme(preferences),
                singleKeys(preferences),
                signOut());
        menu.addClassName("bl-menu");
        return menu;
    }

    private Component head(String name) {
        Span person = new Span(name);
        person.addClassName("name");
        Span place = new Span(staff.place());
        place.addClassNames("bl-xs", "bl-quiet");
        Div head = new Div(person, place);
        head.addClassName("bl-menu-head");
        return head;
    }

    private Component account() {
        return entry(
                Icons.SETTINGS,
                getTranslation("shell.account.title"),
                () -> getUI().ifPresent(ui -> ui.navigate(AccountView.class)));
    }

    private Component language(StaffPreferences preferences) {
        boolean english = preferences.language().getLanguage().equals(Languages.ENGLISH.getLanguage());
        Locale other = english ? Languages.INDONESIAN : Languages.ENGLISH;
        // In the other language's own words, for whoever can't read this one.
        Button button = entry(Icons.LANGUAGE, english ? "Bahasa Indonesia" : "English", () -> speak(other));
        button.getElement().setAttribute("lang", other.toLanguageTag());
        return button;
    }

    private Component scheme(StaffPreferences preferences) {
        boolean dark = preferences.colorScheme() == ColorScheme.DARK;
        return entry(
                dark ? Icons.SUN : Icons.MOON,
                getTranslation(dark ? "shell.person.light" : "shell.person.dark"),
                () -> shine(dark ? ColorScheme.LIGHT : ColorScheme.DARK));
    }

    private Component singleKeys(StaffPreferences preferences) {
        boolean on = preferences.singleKeyShortcuts();
        return entry(
                Icons.KEYBOARD,
                getTranslation(on ? "shell.person.keys-off" : "shell.person.keys-on"),
                () -> allowSingleKeys(!on));
    }

    private Component signOut() {
        int others = staff.otherSessions();
        String text = others == 0
                ? getTranslation("shell.person.sign-out")
                : getTranslation("shell.person.sign-out-all", others);
        return entry(Icons.SIGN_OUT, text, this::leave);
    }

    private void leave() {
        UnsavedGuard.release(getUI().orElseThrow());
        authentication.logout();
    }

    private Button entry(Icons icon, String text, Runnable act) {
        Button button = new Button(text, icon.create(), click -> {
            popover.close();
            act.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void speak(Locale language) {
        prefer(preferences -> preferences.in(language));
        // Every tab of this session speaks it; a view that can't change its words in place is built anew from its URL.
        VaadinSession.getCurrent().setLocale(language);
        VaadinSession.getCurrent().getUIs().forEach(ui -> ui.access(() -> rebuild(ui)));
    }

    private static void rebuild(UI ui) {
        boolean translatesItself = ui.getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .filter(LocaleChangeObserver.class::isInstance)
                .isPresent();
        if (!translatesItself) {
            ui.refreshCurrentRoute(false);
        }
    }

    private void shine(ColorScheme scheme) {
        StaffPreferences preferences = prefer(before -> before.shown(scheme));
        VaadinSession.getCurrent()
                .getUIs()
                .forEach(ui -> ui.getPage()
                        .executeJs(
                                "document.documentElement.dataset.scheme = $0", PagePreparation.scheme(preferences)));
    }

    private void allowSingleKeys(boolean allowed) {
        prefer(before -> before.withSingleKeyShortcuts(allowed));
        keys.allowSingleKeys(allowed);
    }

    private StaffPreferences prefer(UnaryOperator<StaffPreferences> change) {
        StaffPreferences preferences = change.apply(staff.preferences());
        staff.prefer(preferences);
        return preferences;
    }

    /** The first letters of the first two words. */
    private static String initials(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Languages.INDONESIAN);
    }
}
