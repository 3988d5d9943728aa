package id.balairung.testing;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.node.ObjectNode;

/** What a browser would tell the server. */
public final class BrowserEvents {

    private BrowserEvents() {}

    /** An event of an element that says nothing else. */
    public static void fire(Element element, String type) {
        fire(element, type, JacksonUtils.createObjectNode());
    }

    /** An event of an element, and what it says. */
    public static void fire(Element element, String type, ObjectNode told) {
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, type, told));
    }
}
