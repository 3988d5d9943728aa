package counterexample;

import com.vaadin.flow.component.html.Div;

class VaadinInARule {

    Div answer() {
        return new Div("42");
    }
}
