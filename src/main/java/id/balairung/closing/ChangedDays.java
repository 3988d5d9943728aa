package id.balairung.closing;

import id.balairung.history.PastDaysChanged;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the days due that change after they are over, within the transaction that changes them. */
@Component
class ChangedDays {

    private final DueDays due;
    private final Clock clock;

    ChangedDays(DueDays due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PastDaysChanged changed) {
        // In one order, so that two who change the same days wait for each other.
        changed.days().stream().sorted().forEach(day -> due.changed(changed.agency(), day, clock.instant()));
    }
}
