package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import java.util.Optional;

/** Says that the database is away, and from when the data is. */
class InterruptionBanner extends Div {

    private final Span sentence = new Span();

    InterruptionBanner() {
        addClassName("bl-banner");
        getElement().setAttribute("role", "status");
        add(Icons.INTERRUPTED.create(), sentence);
        setVisible(false);
    }

    /**
     * Shows itself, or not.
     *
     * @param since the time of the data on the mall's clock; empty while the database is there
     */
    void show(Optional<String> since) {
        since.ifPresent(time -> sentence.setText(getTranslation("queue.interrupted", time)));
        setVisible(since.isPresent());
    }
}
