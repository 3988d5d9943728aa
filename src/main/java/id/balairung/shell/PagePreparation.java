package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ScaledClock;
import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.ColorScheme;
import id.balairung.staff.StaffAccounts;
import id.balairung.staff.StaffPreferences;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Prepares each page before anything is shown: whose it is; its language and scheme, so that nothing flashes; how fast the
 * clock goes; what it says when the session or the connection is gone; and who handles a fault.
 */
@Component
class PagePreparation implements VaadinServiceInitListener {

    /** In one session; the oldest closes for one more. */
    static final int MOST_SCREENS = 100;

    /** Reconnecting goes on for a working day; {@code bl-connection} tells people how it stands. */
    private static final int ATTEMPTS = 10_000;

    private static final int INTERVAL_MILLIS = 2_000;

    private final StaffAccounts accounts;
    private final CurrentStaff currentStaff;
    private final I18NProvider texts;
    private final ScreenFaults faults;
    private final Clock clock;

    PagePreparation(
            StaffAccounts accounts, CurrentStaff currentStaff, I18NProvider texts, ScreenFaults faults, Clock clock) {
        this.accounts = accounts;
        this.currentStaff = currentStaff;
        this.texts = texts;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::markPage);
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(faults));
        event.getSource().addUIInitListener(init -> prepare(init.getUI()));
        event.getSource().setSystemMessagesProvider(this::messages);
    }

    private void markPage(IndexHtmlResponse page) {
        StaffPreferences preferences = preferences().orElseGet(this::anonymous);
        page.getDocument()
                .child(0)
                .attr("lang", preferences.language().toLanguageTag())
                .attr("data-scheme", scheme(preferences))
                .attr("data-pace", String.valueOf(ScaledClock.speedOf(clock)));
    }

    /** So many tabs nobody has open; each is kept in the memory, and somebody may ask for more and more of them. */
    private static void closeOldest(UI newest) {
        List<UI> open = newest.getSession().getUIs().stream()
                .filter(screen -> !screen.isClosing() && screen != newest)
                .sorted(Comparator.comparingInt(UI::getUIId))
                .toList();
        open.stream().limit(Math.max(0, open.size() + 1 - MOST_SCREENS)).forEach(UI::close);
    }

    private void prepare(UI ui) {
        if (isOutdated()) {
            OpenSessions.end(ui.getSession());
        }
        closeOldest(ui);
        ScreenOwner.claim(ui, currentStaff);
        ui.setLocale(preferences().orElseGet(this::anonymous).language());
        Signal.effect(ui, () -> {
            Locale language = ui.localeSignal().get();
            ui.getPage()
                    .executeJs(
                            "document.documentElement.lang = $0;"
                                    + " const own = window.Vaadin.connectionIndicator; if (own) { own.onlineText = $1; }",
                            language.toLanguageTag(),
                            texts.getTranslation("common.connection.live", language));
            ui.getReconnectDialogConfiguration()
                    .setDialogText(texts.getTranslation("shell.connection.reconnecting", language));
            ui.getReconnectDialogConfiguration()
                    .setDialogTextGaveUp(texts.getTranslation("shell.connection.gave-up", language));
        });
        ui.addAfterNavigationListener(arrived -> freeTheAnswer(ui));
        ui.getReconnectDialogConfiguration().setReconnectAttempts(ATTEMPTS);
        ui.getReconnectDialogConfiguration().setReconnectInterval(INTERVAL_MILLIS);
    }

    /**
     * Vaadin keeps the last answer of each screen in case it has to be repeated. That of a navigation is the whole page, more
     * than 100 KiB, and a screen that only shows would keep it for as long as it is open. The page says that it has it.
     */
    private static void freeTheAnswer(UI ui) {
        ui.getPage().executeJs("return true").then(there -> {});
    }

    private SystemMessages messages(SystemMessagesInfo info) {
        Locale language =
                Languages.ENGLISH.getLanguage().equals(info.getLocale().getLanguage())
                        ? Languages.ENGLISH
                        : Languages.INDONESIAN;
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        // Without a notification the page reloads, is sent to /masuk, and after sign-in returns to where it was.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        messages.setInternalErrorCaption(texts.getTranslation("shell.fault.title", language));
        messages.setInternalErrorMessage(texts.getTranslation("shell.fault.reload", language));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.getTranslation("shell.cookies.title", language));
        messages.setCookiesDisabledMessage(texts.getTranslation("shell.cookies.next", language));
        return messages;
    }

    /** An account can be disabled or changed while it signs in; no open session is its own at that moment. */
    private boolean isOutdated() {
        return present(() -> !isAsKnown(currentStaff.require())).orElse(false);
    }

    private boolean isAsKnown(StaffPrincipal known) {
        try {
            return accounts.loadUserByUsername(known.getUsername()) instanceof StaffPrincipal now
                    && now.isEnabled()
                    && now.equals(known)
                    && now.role() == known.role()
                    && now.agency().equals(known.agency())
                    && now.mayChooseTicket() == known.mayChooseTicket();
        } catch (UsernameNotFoundException gone) {
            return false;
        }
    }

    private Optional<StaffPreferences> preferences() {
        return present(accounts::preferences);
    }

    /** Something of the signed-in person; empty when nobody is, or nothing can be read. */
    private <T> Optional<T> present(Supplier<T> something) {
        try {
            return currentStaff.get().map(staff -> something.get());
        } catch (RuntimeException e) {
            if (Fault.of(e) instanceof Fault.DatabaseGone) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private StaffPreferences anonymous() {
        VaadinSession session = VaadinSession.getCurrent();
        ChosenLanguage chosen = session == null ? null : session.getAttribute(ChosenLanguage.class);
        StaffPreferences standard = StaffPreferences.standard();
        return chosen == null ? standard : standard.in(chosen.locale());
    }

    static String scheme(StaffPreferences preferences) {
        return preferences.colorScheme() == ColorScheme.DARK ? "dark" : "light";
    }
}
