package id.balairung.intake.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.node.ObjectNode;

/** The front desk's search as a browser works it. */
record Search(TextField field) {

    /** The field is emptied, and its text comes with the key. */
    void enter() {
        ObjectNode told = JacksonUtils.createObjectNode();
        told.put(ServiceFinder.IS_ENTER, true);
        told.put(ServiceFinder.TAKEN_AT_ENTER, field.getValue());
        field.setValue("");
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), "keydown", told));
    }
}
