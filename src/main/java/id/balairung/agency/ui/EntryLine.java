package id.balairung.agency.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** An entry in a list: its letters, its name, and a quiet line about it. */
class EntryLine extends Div {

    EntryLine(String letters, String name, String about) {
        addClassName("bl-entry-line");
        Span square = new Span(letters);
        square.addClassName("bl-letter");
        Span title = new Span(name);
        title.addClassName("name");
        Span quiet = new Span(about);
        quiet.addClassNames("bl-xs", "bl-sec");
        Div words = new Div(title, quiet);
        words.addClassName("words");
        if (!letters.isEmpty()) {
            add(square);
        }
        add(words);
    }
}
