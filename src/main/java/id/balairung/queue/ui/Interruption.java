package id.balairung.queue.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.SourceAvailability;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Says that the database is away, and from when the figures of a screen are; the frame says it, too. */
public class Interruption extends Div {

    private final transient Function<Instant, String> words;
    private final Span sentence = new Span();

    /**
     * Nothing is said yet.
     *
     * @param words the sentence, by when the figures were read
     */
    public Interruption(Function<Instant, String> words) {
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
    public void show(Optional<Instant> since) {
        since.ifPresent(moment -> sentence.setText(words.apply(moment)));
        if (since.isPresent() != isVisible()) {
            setVisible(since.isPresent());
            getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new SourceAvailability(ui, since.isEmpty())));
        }
    }
}
