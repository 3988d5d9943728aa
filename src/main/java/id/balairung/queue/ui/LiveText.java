package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Span;

/** A text that is sent only when it changes: every screen is told of every act in its agency, and most change nothing here. */
public class LiveText extends Span {

    @Override
    public void setText(String text) {
        if (!text.equals(getText())) {
            super.setText(text);
        }
    }
}
