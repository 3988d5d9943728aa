package id.balairung.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The house's mark and name. */
class Brand extends Div {

    Brand() {
        addClassName("bl-brand");
        add(new Image("brand.svg", ""), new Span("Balairung"));
    }
}
