package counterexample.security;

import com.vaadin.flow.component.html.Div;

class ScreenInSecurity {

    Div answer() {
        return new Div("42");
    }
}
