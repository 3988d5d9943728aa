package id.balairung.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import id.balairung.common.ui.Notifications;
import id.balairung.security.BrowserName;
import id.balairung.security.StaffSession;
import id.balairung.security.StaffSessions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The card of one's own sessions: where one is signed in, and how to sign out there. */
public final class SessionList extends Div implements LocaleChangeObserver {

    private final transient StaffSessions sessions;
    private final ZoneId zone;

    /**
     * A card.
     *
     * @param sessions the own sessions
     * @param zone the mall's, for the times
     */
    public SessionList(StaffSessions sessions, ZoneId zone) {
        this.sessions = sessions;
        this.zone = zone;
        addClassNames("bl-card", "bl-account-card", "bl-sessions");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        fill();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        fill();
    }

    private void fill() {
        fill(sessions.own());
    }

    private void fill(List<StaffSession> own) {
        removeAll();
        UnorderedList list = new UnorderedList();
        own.forEach(session -> list.add(row(session)));
        Paragraph why = new Paragraph(getTranslation("security.sessions.why"));
        why.addClassName("bl-sec");
        add(new H2(getTranslation("security.sessions.title")), why, list);
        if (own.stream().anyMatch(session -> !session.present())) {
            Button others = new Button(getTranslation("security.sessions.end-others"), click -> endOthers());
            add(others);
        }
    }

    private ListItem row(StaffSession session) {
        String browser = name(session.browser());
        Span name = new Span(browser);
        name.addClassName("name");
        Div words = new Div(name, line(session));
        ListItem row = new ListItem(words);
        if (session.present()) {
            Span here = new Span(getTranslation("security.sessions.present"));
            here.addClassNames("bl-xs", "bl-quiet");
            row.add(here);
        } else {
            Button end = new Button(getTranslation("security.sessions.end"), click -> end(session));
            end.addThemeVariants(ButtonVariant.SMALL);
            end.setAriaLabel(getTranslation("security.sessions.end-label", browser, moment(session.since())));
            row.add(end);
        }
        return row;
    }

    private Component line(StaffSession session) {
        Span line = new Span(session.address()
                .map(address -> getTranslation(
                        "security.sessions.line-from", moment(session.since()), moment(session.lastUsed()), address))
                .orElseGet(() ->
                        getTranslation("security.sessions.line", moment(session.since()), moment(session.lastUsed()))));
        line.addClassNames("bl-xs", "bl-quiet");
        return line;
    }

    private String name(BrowserName browser) {
        String known = browser.browser().orElseGet(() -> getTranslation("security.sessions.browser-unknown"));
        return browser.system()
                .map(system -> getTranslation("security.sessions.browser", known, system))
                .orElse(known);
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH.mm", getLocale())
                .withZone(zone)
                .format(at);
    }

    private void end(StaffSession session) {
        sessions.end(session.key());
        Notifications.SUCCESS.show(getTranslation("security.sessions.ended"));
        // It ends in its own time; what was asked for is what is shown.
        fill(sessions.own().stream()
                .filter(other -> !other.key().equals(session.key()))
                .toList());
    }

    private void endOthers() {
        int ended = sessions.endOthers();
        Notifications.SUCCESS.show(getTranslation("security.sessions.others-ended", ended));
        fill(sessions.own().stream().filter(StaffSession::present).toList());
    }
}
