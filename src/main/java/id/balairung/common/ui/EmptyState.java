package id.balairung.common.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing, why that is so, and what comes next. Never a blank card. */
public class EmptyState extends Div {

    /**
     * An empty state.
     *
     * @param icon a quiet picture of what is missing
     * @param headline what is missing, translated
     * @param next why, or what to do, translated
     */
    public EmptyState(Icons icon, String headline, String next) {
        addClassName("bl-empty");
        add(icon.create(), new Headline(headline), new Paragraph(next));
    }

    @Tag("b")
    private static final class Headline extends HtmlContainer {
        Headline(String text) {
            setText(text);
        }
    }
}
