package id.balairung.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.shared.Registration;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Whether what is shown is live: Langsung, Menyambung ulang, Terputus, or that the source of the data is interrupted. It
 * says so to readers, and puts the state on the page ({@code html[data-connection]}: live, reconnecting, lost,
 * interrupted), so that acts can be off while nothing would reach the server.
 */
@Tag("bl-connection")
@JsModule("./bl-connection.ts")
public class Connection extends Component implements LocaleChangeObserver {

    /**
     * A connection's state.
     *
     * @param zone the mall's zone, in which the time of the last data is told
     */
    public Connection(ZoneId zone) {
        getElement().setAttribute("role", "status");
        getElement().setProperty("zone", zone.getId());
    }

    /**
     * Tells whether the source of the data answers.
     *
     * @param available whether it does
     */
    public void source(boolean available) {
        getElement().setProperty("interrupted", !available);
    }

    /**
     * Adds a listener for the moment in which a lost connection is back.
     *
     * @param listener the listener
     */
    public Registration addReconnectedListener(ComponentEventListener<BackEvent> listener) {
        return addListener(BackEvent.class, listener);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        speak(event.getLocale());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        speak(event.getUI().getLocale());
    }

    private void speak(Locale language) {
        getElement().setProperty("locale", language.toLanguageTag());
        getElement().setProperty("liveText", getTranslation(language, "common.connection.live"));
        getElement().setProperty("reconnectingText", getTranslation(language, "common.connection.reconnecting"));
        getElement().setProperty("lostText", getTranslation(language, "common.connection.lost"));
        getElement().setProperty("interruptedText", getTranslation(language, "common.connection.interrupted"));
    }

    /** The connection is back. */
    @DomEvent("bl-reconnected")
    public static class BackEvent extends ComponentEvent<Connection> {

        /**
         * A return.
         *
         * @param source the component
         * @param fromClient always true
         */
        public BackEvent(Connection source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
