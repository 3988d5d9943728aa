package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import id.balairung.audit.Refusals;
import id.balairung.common.ui.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no view caught: people read a translated sentence with a next step, the log has the cause, once. A broken rule is
 * an ordinary answer and isn't logged. Whoever provokes faults can't fill the log with them, nor with words of their own.
 */
@org.springframework.stereotype.Component
class ScreenFaults implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenFaults.class);

    /** In a minute; further faults get one line each. */
    private static final int MOST_TRACES = 10;

    /** In a minute; of further faults there is nothing in the log. */
    private static final int MOST_FAULTS = 100;

    private final PerMinute faults = new PerMinute();
    private final Refusals refusals;

    ScreenFaults(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void error(ErrorEvent event) {
        Fault fault = Fault.of(event.getThrowable());
        log(fault, event.getThrowable());
        UI ui = event.getComponent().flatMap(Component::getUI).orElseGet(UI::getCurrent);
        if (fault instanceof Fault.NotAllowed denied && denied.byService()) {
            refusals.refused(
                    ui == null
                            ? ""
                            : "/" + ui.getInternals().getActiveViewLocation().getPath());
        }
        if (ui != null && ui.isAttached()) {
            Notifications.ERROR.show(ui.getTranslation(fault.key(), fault.arguments()));
        }
    }

    /** Writes a fault to the log, with the reference that the person reads. */
    void log(Fault fault, Throwable thrown) {
        if (fault instanceof Fault.RuleBroken broken) {
            LOG.debug("Refused: {}", broken.rule().key());
            return;
        }
        int number = faults.next();
        if (number == MOST_FAULTS) {
            LOG.error("More than {} faults in this minute: no more of them are written", MOST_FAULTS);
        } else if (number < MOST_FAULTS) {
            write(fault, ShortFault.of(thrown), number <= MOST_TRACES);
        }
    }

    private static void write(Fault fault, Throwable thrown, boolean traced) {
        switch (fault) {
            case Fault.RuleBroken broken -> {
                // An ordinary answer.
            }
            case Fault.NotAllowed denied -> LOG.warn("Not allowed: {}", thrown.getMessage());
            case Fault.DatabaseGone gone -> LOG.error("The database doesn't answer: {}", thrown.toString());
            case Fault.Unexpected unexpected when traced -> LOG.error("Fault {}", unexpected.reference(), thrown);
            case Fault.Unexpected unexpected -> LOG.error("Fault {}: {}", unexpected.reference(), thrown.toString());
        }
    }
}
