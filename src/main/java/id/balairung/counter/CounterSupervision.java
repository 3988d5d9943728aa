package id.balairung.counter;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agency's admin does at the agency's counters from the board. */
@Service
public class CounterSupervision {

    private final CounterRepository counters;
    private final CounterShiftRepository shifts;
    private final CounterBreakRepository breaks;
    private final ObjectProvider<CounterOccupancy> occupancy;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CounterSupervision(
            CounterRepository counters,
            CounterShiftRepository shifts,
            CounterBreakRepository breaks,
            ObjectProvider<CounterOccupancy> occupancy,
            CurrentStaff currentStaff,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.counters = counters;
        this.shifts = shifts;
        this.breaks = breaks;
        this.occupancy = occupancy;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks the officer at a counter back from the break; the officer's console shows it at once.
     *
     * @param counter a counter of one's agency that pauses
     * @throws BusinessRuleViolation when it isn't open or doesn't pause
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional
    public void askBack(CounterId counter) {
        locked(counter).askBack(clock.instant());
        record(AuditKind.OFFICER_ASKED_BACK, counter);
        changed();
    }

    /**
     * Closes a counter that was left open.
     *
     * @param counter an open counter of one's agency
     * @throws BusinessRuleViolation when it isn't open, or somebody is still called or served there
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional
    public void close(CounterId counter) {
        CounterShift shift = locked(counter);
        if (occupancy.stream().anyMatch(tickets -> tickets.occupied(counter))) {
            throw new BusinessRuleViolation("counter.refused.still-occupied");
        }
        shift.endBreak(clock.instant()).ifPresent(breaks::save);
        shift.close(clock.instant());
        record(AuditKind.COUNTER_CLOSED, counter);
        changed();
    }

    private void record(AuditKind kind, CounterId counter) {
        int number = counters.findById(counter.value()).orElseThrow().number();
        trail.record(AuditEvent.of(kind, currentStaff.requireAgency(), "Loket %02d".formatted(number)));
    }

    private CounterShift locked(CounterId counter) {
        return shifts.lockOpenAt(counter.value())
                .orElseThrow(() -> new BusinessRuleViolation("counter.refused.closed-meanwhile"));
    }

    private void changed() {
        events.publishEvent(new ShiftChanged(currentStaff.requireAgency()));
    }
}
