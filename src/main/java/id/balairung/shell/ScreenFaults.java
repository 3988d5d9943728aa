package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import id.balairung.common.ui.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no view caught: people read a translated sentence with a next step, the log has the cause, once. A broken rule is
 * an ordinary answer and isn't logged.
 */
@org.springframework.stereotype.Component
class ScreenFaults implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenFaults.class);

    @Override
    public void error(ErrorEvent event) {
        Fault fault = Fault.of(event.getThrowable());
        log(fault, event.getThrowable());
        UI ui = event.getComponent().flatMap(Component::getUI).orElseGet(UI::getCurrent);
        if (ui != null && ui.isAttached()) {
            Notifications.ERROR.show(ui.getTranslation(fault.key(), fault.arguments()));
        }
    }

    /** Writes a fault to the log, with the reference that the person reads. */
    void log(Fault fault, Throwable thrown) {
        switch (fault) {
            case Fault.RuleBroken broken ->
                LOG.debug("Refused: {}", broken.rule().key());
            case Fault.NotAllowed denied -> LOG.warn("Not allowed: {}", thrown.getMessage());
            case Fault.DatabaseGone gone -> LOG.error("The database doesn't answer: {}", thrown.toString());
            case Fault.Unexpected unexpected -> LOG.error("Fault {}", unexpected.reference(), thrown);
        }
    }
}
