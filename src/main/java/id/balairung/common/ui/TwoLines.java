package id.balairung.common.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** An entry in a list: its name, and a quiet line about it. */
public class TwoLines extends Div {

    /**
     * An entry.
     *
     * @param name its name
     * @param about what else tells it apart; may be empty
     */
    public TwoLines(String name, String about) {
        addClassName("bl-entry-line");
        Span title = new Span(name);
        title.addClassName("name");
        Span quiet = new Span(about);
        quiet.addClassNames("bl-xs", "bl-sec");
        Div words = new Div(title, quiet);
        words.addClassName("words");
        add(words);
    }
}
