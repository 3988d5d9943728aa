package id.balairung.common.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** An entry in a list: its letters where it has some, its name, and a quiet line about it. */
public class TwoLines extends Div {

    private final Div words = new Div();

    /**
     * An entry without letters.
     *
     * @param name its name
     * @param about what else tells it apart; may be empty
     */
    public TwoLines(String name, String about) {
        this("", name, about);
    }

    /**
     * An entry.
     *
     * @param letters what its numbers begin with; may be empty
     * @param name its name
     * @param about what else tells it apart; may be empty
     */
    public TwoLines(String letters, String name, String about) {
        addClassName("bl-entry-line");
        Span square = new Span(letters);
        square.addClassName("bl-letter");
        Span title = new Span(name);
        title.addClassName("name");
        Span quiet = new Span(about);
        quiet.addClassNames("bl-xs", "bl-sec");
        words.add(title, quiet);
        words.addClassName("words");
        if (!letters.isEmpty()) {
            add(square);
        }
        add(words);
    }

    /**
     * Says below it, quietly, that something about it wants looking at.
     *
     * @param what what, translated
     * @return this
     */
    public TwoLines warning(String what) {
        Div warning = new Div(Icons.ALERT.create(), new Span(what));
        warning.addClassNames("bl-entry-warning", "bl-xs", "bl-near");
        words.add(warning);
        return this;
    }
}
