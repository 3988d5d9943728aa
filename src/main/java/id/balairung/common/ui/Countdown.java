package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;

/** Counts down to a moment, in the browser alone, and says once when it is there. Readers never hear it. */
@Tag("bl-countdown")
@JsModule("./bl-countdown.ts")
public class Countdown extends Component {

    /**
     * A countdown.
     *
     * @param until the moment
     * @param now the server's present moment
     */
    public Countdown(Instant until, Instant now) {
        getElement().setProperty("now", now.toEpochMilli());
        getElement().setProperty("until", until.toEpochMilli());
    }

    /** Counts in minutes and seconds, instead of seconds alone. */
    public final Countdown inMinutes() {
        getElement().setProperty("minutes", true);
        return this;
    }

    /**
     * Adds a listener for the moment in which the time is over.
     *
     * @param listener the listener
     */
    public Registration addElapsedListener(ComponentEventListener<ElapsedEvent> listener) {
        return addListener(ElapsedEvent.class, listener);
    }

    /** The moment is there. */
    @DomEvent("bl-elapsed")
    public static class ElapsedEvent extends ComponentEvent<Countdown> {

        /**
         * An end.
         *
         * @param source the countdown
         * @param fromClient always true
         */
        public ElapsedEvent(Countdown source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
