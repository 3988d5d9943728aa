package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts up from a moment, mm:ss or h:mm:ss, in the browser alone: no server traffic, and right even where the PC's clock
 * is wrong. Readers never hear it. When a target is set it keeps {@code --progress} (0 to 1) and, past it,
 * {@code data-over} on its parent element, so that a {@code bl-bar} beside it follows.
 */
@Tag("bl-timer")
@JsModule("./bl-timer.ts")
public class Timer extends Component {

    /** A timer that stands still and shows nothing. */
    public Timer() {
        addClassName("v");
    }

    /**
     * Counts from a moment.
     *
     * @param since the moment
     * @param now the server's present moment; the browser learns from it how far its own clock is off
     */
    public final Timer countFrom(Instant since, Instant now) {
        getElement().setProperty("now", now.toEpochMilli());
        getElement().setProperty("since", since.toEpochMilli());
        return this;
    }

    /** Measures against a target. */
    public final Timer target(Duration target) {
        getElement().setProperty("target", target.toSeconds());
        return this;
    }

    /** Measures against nothing. */
    public final Timer withoutTarget() {
        getElement().setProperty("target", 0);
        return this;
    }

    /** Stands still and shows nothing. */
    public final Timer stop() {
        getElement().setProperty("since", 0);
        return this;
    }
}
