package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An officer's own counter: open it, choose its services, take a break, close it. */
@Service
public class CounterDesk {

    private final CounterRepository counters;
    private final CounterShiftRepository shifts;
    private final AssignedCounterRepository assigned;
    private final CounterBreakRepository breaks;
    private final ObjectProvider<CounterOccupancy> occupancy;
    private final StaffAccounts accounts;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CounterDesk(
            CounterRepository counters,
            CounterShiftRepository shifts,
            AssignedCounterRepository assigned,
            CounterBreakRepository breaks,
            ObjectProvider<CounterOccupancy> occupancy,
            StaffAccounts accounts,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.counters = counters;
        this.shifts = shifts;
        this.assigned = assigned;
        this.breaks = breaks;
        this.occupancy = occupancy;
        this.accounts = accounts;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
    }

    /** The counters in use of one's agency, by number; for an officer those that he or she may open, or has open. */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    @Transactional(readOnly = true)
    public List<CounterSummary> counters() {
        Map<UUID, CounterShift> open =
                shifts.findOpen().stream().collect(Collectors.toMap(CounterShift::counterId, Function.identity()));
        Set<UUID> own = ownCounters();
        return counters.findWithServices().stream()
                .filter(counter -> own.isEmpty()
                        || own.contains(counter.id().value())
                        || isHere(open.get(counter.id().value())))
                .map(counter -> counter.summary(open.containsKey(counter.id().value())))
                .sorted(Comparator.comparing(CounterSummary::number))
                .toList();
    }

    /** The counters that the officer was given; none when all of the agency's may be opened. */
    private Set<UUID> ownCounters() {
        return assigned.findByOfficerId(self().value()).stream()
                .map(AssignedCounter::counterId)
                .collect(Collectors.toSet());
    }

    private boolean isHere(@Nullable CounterShift shift) {
        return shift != null && shift.officerId().equals(self().value());
    }

    /** One's own open counter; empty when none is open. */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional(readOnly = true)
    public Optional<OpenShift> current() {
        return shifts.findOpenOf(self().value()).map(this::view);
    }

    /**
     * Opens a counter for oneself.
     *
     * @param counter the counter
     * @param services what to serve there, at least one
     * @throws BusinessRuleViolation when the counter is taken, out of use or not among those the officer was given, the officer
     *     has another one open, or a service isn't served there
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional
    public OpenShift open(CounterId counter, Collection<ServiceId> services) {
        // First of all, as whoever disables the account locks it first: then it waits for this, or this for it.
        if (!accounts.holdEnabled()) {
            throw new BusinessRuleViolation("counter.refused.account-disabled");
        }
        Counter found = counters.lock(counter.value())
                .orElseThrow(() -> new BusinessRuleViolation("counter.refused.no-such-counter"));
        if (!found.isEnabled()) {
            throw new BusinessRuleViolation("counter.refused.disabled", found.number());
        }
        Set<UUID> own = ownCounters();
        if (!own.isEmpty() && !own.contains(counter.value())) {
            throw new BusinessRuleViolation("counter.refused.not-assigned", found.number());
        }
        if (shifts.findOpenOf(self().value()).isPresent()) {
            throw new BusinessRuleViolation("counter.refused.other-open");
        }
        CounterShift shift = CounterShift.open(found, self(), currentStaff.requireAgency(), services, clock.instant());
        try {
            shifts.saveAndFlush(shift);
        } catch (DataIntegrityViolationException taken) {
            if (String.valueOf(taken.getMessage()).contains("one_open_shift_per_officer")) {
                throw new BusinessRuleViolation("counter.refused.other-open");
            }
            throw new BusinessRuleViolation("counter.refused.taken", found.number());
        }
        return changed(shift);
    }

    /**
     * Changes what is served at one's open counter.
     *
     * @param services at least one
     * @throws BusinessRuleViolation when no counter is open or a service isn't served there
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional
    public OpenShift chooseServices(Collection<ServiceId> services) {
        CounterShift shift = locked();
        shift.offer(counters.findById(shift.counterId()).orElseThrow(), currentStaff.requireAgency(), services);
        return changed(shift);
    }

    /**
     * Takes a break.
     *
     * @param reason why
     * @param plannedEnd when it is planned to end, at most three hours ahead
     * @throws BusinessRuleViolation when somebody is called or served, or a break runs already
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional
    public OpenShift takeBreak(BreakReason reason, Instant plannedEnd) {
        CounterShift shift = locked();
        requireFree(shift);
        shift.takeBreak(reason, plannedEnd, clock.instant());
        return changed(shift);
    }

    /** Ends the break; nothing happens when none runs. */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional
    public OpenShift endBreak() {
        CounterShift shift = locked();
        shift.endBreak(clock.instant()).ifPresent(breaks::save);
        return changed(shift);
    }

    /**
     * Closes one's counter.
     *
     * @throws BusinessRuleViolation when somebody is called or served there
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional
    public void close() {
        CounterShift shift = locked();
        requireFree(shift);
        shift.endBreak(clock.instant()).ifPresent(breaks::save);
        shift.close(clock.instant());
        events.publishEvent(new ShiftChanged(currentStaff.requireAgency()));
    }

    /**
     * One's open counter, locked until the caller's transaction ends: acts at one counter follow each other, and it
     * can't close in between.
     *
     * @throws BusinessRuleViolation when no counter is open
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional(propagation = Propagation.MANDATORY)
    public ClaimedCounter claim() {
        return locked().claimed();
    }

    private CounterShift locked() {
        return shifts.lockOpenOf(self().value())
                .orElseThrow(() -> new BusinessRuleViolation("counter.refused.not-open"));
    }

    private void requireFree(CounterShift shift) {
        if (occupancy.stream().anyMatch(tickets -> tickets.occupied(new CounterId(shift.counterId())))) {
            throw new BusinessRuleViolation("counter.refused.occupied");
        }
    }

    private OpenShift changed(CounterShift shift) {
        events.publishEvent(new ShiftChanged(currentStaff.requireAgency()));
        return view(shift);
    }

    private OpenShift view(CounterShift shift) {
        return shift.view(
                counters.findById(shift.counterId()).orElseThrow(),
                currentStaff.require().displayName());
    }

    private StaffId self() {
        return currentStaff.require().id();
    }
}
