package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.SourceAvailability;
import java.time.Instant;
import java.util.Optional;

/** Says that the database is away, and from when the figures are; the frame says it, too. */
class Interruption extends Div {

    private final transient SatisfactionWords words;
    private final Span sentence = new Span();

    Interruption(SatisfactionWords words) {
        this.words = words;
        addClassName("bl-banner");
        getElement().setAttribute("role", "status");
        add(Icons.INTERRUPTED.create(), sentence);
        setVisible(false);
    }

    /**
     * Shows itself, or not.
     *
     * @param since when the figures were read; empty while the database is there
     */
    void show(Optional<Instant> since) {
        since.ifPresent(moment -> sentence.setText(words.text("satisfaction.interrupted", words.time(moment))));
        if (since.isPresent() != isVisible()) {
            setVisible(since.isPresent());
            getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new SourceAvailability(ui, since.isEmpty())));
        }
    }
}
