package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.queue.ui.LiveText;

/** A figure that leads to what it counts: a caption, a value with its unit, and details under it. A newer value is tinted. */
class LinkedFigure extends Div {

    private static final String CHANGED = "changed";

    /** An address within the page would be a route to the router. No further than needed, or the frame would be moved, too. */
    private static final String JUMP = """
            this.addEventListener('click', (event) => {
              event.preventDefault();
              const place = document.getElementById($0);
              place.scrollIntoView({ block: 'nearest' });
              place.focus({ preventScroll: true });
            });""";

    private final Anchor link = new Anchor();
    private final LiveText value = new LiveText();
    private final LiveText unit = new LiveText();
    private final LiveText detail = new LiveText();
    private final LiveText further = new LiveText();
    private String shown = "";

    LinkedFigure(String caption) {
        addClassNames("bl-fig", "bl-linked");
        Span name = new Span(caption);
        name.addClassName("k");
        link.addClassName("k");
        link.add(name);
        link.getElement().setAttribute("router-link", true);
        unit.addClassName("unit");
        Div figure = new Div(value, unit);
        figure.addClassName("v");
        detail.addClassName("d");
        further.addClassName("d");
        add(link, figure, detail, further);
    }

    /**
     * Shows it.
     *
     * @param text the value, formatted
     * @param measure its unit; may be empty
     * @param note what is to be known with it, its n
     * @param beside what it is compared with; may be empty
     * @param href where it leads
     */
    void show(String text, String measure, String note, String beside, String href) {
        link.setHref(href);
        value.setText(text);
        unit.setText(measure);
        detail.setText(note);
        further.setText(beside);
        value.getElement().getClassList().set(CHANGED, !shown.isEmpty() && !shown.equals(text));
        shown = text;
    }

    /**
     * Leads to a part of the same page.
     *
     * @param place its id; it takes the focus
     */
    LinkedFigure within(String place) {
        link.getElement().removeAttribute("router-link");
        link.getElement().executeJs(JUMP, place);
        return this;
    }

    /** Whether a target is missed. */
    void missed(boolean missed) {
        getElement().getClassList().set("is-over", missed);
    }
}
