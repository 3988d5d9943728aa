package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Scrolls inside its card, by keyboard too. */
class Scroll extends Div {

    Scroll(String label, Component content) {
        addClassName("bl-satisfaction-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        add(content);
    }
}
