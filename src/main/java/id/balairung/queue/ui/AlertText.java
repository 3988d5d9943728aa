package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import id.balairung.alert.Alert;

/**
 * An alert in words.
 *
 * @param on the component in whose language it is said
 */
record AlertText(Component on) {

    /** What went wrong, e.g. "Loket 04 lewat rencana istirahat (La Ode Fajar)". */
    String sentence(Alert alert) {
        return on.getTranslation(
                "queue.alert." + alert.kind().code(), alert.facts().toArray());
    }
}
