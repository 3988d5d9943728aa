package id.balairung.common.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A caption, a value, and a detail such as the n behind the value. The value keeps its width when it changes. */
public class Figure extends Div {

    private final Span caption = new Span();
    private final Span value = new Span();
    private final Span detail = new Span();

    /**
     * A figure without a value yet.
     *
     * @param caption what it says, translated
     */
    public Figure(String caption) {
        addClassName("bl-fig");
        this.caption.addClassName("k");
        this.value.addClassName("v");
        this.detail.addClassName("d");
        this.caption.setText(caption);
        add(this.caption, this.value, this.detail);
    }

    /**
     * Shows a value.
     *
     * @param text the value, formatted
     * @param unit its unit, smaller; may be empty
     * @param note the detail under it; may be empty
     */
    public final Figure show(String text, String unit, String note) {
        value.setText(text);
        if (!unit.isEmpty()) {
            value.add(new UnitText(unit));
        }
        detail.setText(note);
        return this;
    }

    /** Changes the caption, as when the language changes. */
    public final Figure caption(String text) {
        caption.setText(text);
        return this;
    }

    @Tag("small")
    private static final class UnitText extends HtmlContainer {
        UnitText(String unit) {
            // A percent sign belongs to its number, a word stands apart.
            setText("%".equals(unit) ? unit : " " + unit);
        }
    }
}
