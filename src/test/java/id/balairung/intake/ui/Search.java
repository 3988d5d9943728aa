package id.balairung.intake.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import id.balairung.testing.BrowserEvents;
import tools.jackson.databind.node.ObjectNode;

/** The front desk's search as a browser works it. */
record Search(TextField field) {

    /** The field is emptied, and its text comes with the key. */
    void enter() {
        ObjectNode told = JacksonUtils.createObjectNode();
        told.put(ServiceFinder.IS_ENTER, true);
        told.put(ServiceFinder.TAKEN_AT_ENTER, field.getValue());
        field.setValue("");
        BrowserEvents.fire(field.getElement(), "keydown", told);
    }
}
