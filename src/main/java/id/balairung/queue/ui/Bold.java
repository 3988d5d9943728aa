package id.balairung.queue.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A word that stands out in its sentence. */
@Tag("b")
final class Bold extends HtmlContainer {

    Bold(String text) {
        setText(text);
    }
}
