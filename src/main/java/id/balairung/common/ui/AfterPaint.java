package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomListenerRegistration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is sent once the browser has painted what came before it, so that the top of a long page stands sooner. */
public final class AfterPaint {

    /** The element's event; it comes from the browser, so what it brings about must be safe to ask for. */
    static final String PAINTED = "bl-painted";

    /** A tab in the background paints nothing. */
    private static final String TELL = """
            const tell = () => setTimeout(() => this.dispatchEvent(new CustomEvent($0)));
            if (document.hidden) { tell(); } else { requestAnimationFrame(tell); }""";

    private AfterPaint() {}

    /**
     * Does something once, after the component was painted for the first time.
     *
     * @param component is there already, or will be
     * @param rest adds what comes later
     */
    public static void of(Component component, Runnable rest) {
        AtomicReference<@Nullable DomListenerRegistration> once = new AtomicReference<>();
        once.set(component.getElement().addEventListener(PAINTED, event -> {
            Objects.requireNonNull(once.get()).remove();
            rest.run();
        }));
        component.getElement().executeJs(TELL, PAINTED);
    }
}
