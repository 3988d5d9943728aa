package id.balairung.counter;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.StaffId;
import id.balairung.staff.Workplace;
import id.balairung.staff.Workplaces;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which officer may open which counter. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OfficerWorkplaces implements Workplaces {

    private final CounterRepository counters;
    private final CounterShiftRepository shifts;
    private final CounterBreakRepository breaks;
    private final AssignedCounterRepository assigned;
    private final ObjectProvider<CounterOccupancy> occupancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficerWorkplaces(
            CounterRepository counters,
            CounterShiftRepository shifts,
            CounterBreakRepository breaks,
            AssignedCounterRepository assigned,
            ObjectProvider<CounterOccupancy> occupancy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.counters = counters;
        this.shifts = shifts;
        this.breaks = breaks;
        this.assigned = assigned;
        this.occupancy = occupancy;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Workplace> all() {
        return counters.findAll().stream()
                .map(counter -> counter.details(false))
                .sorted(Comparator.comparing(CounterDetails::number))
                .map(counter ->
                        new Workplace(counter.id().value(), counter.number(), counter.label(), counter.enabled()))
                .toList();
    }

    @Override
    public Map<StaffId, Set<UUID>> assigned() {
        return assigned.findAll().stream()
                .collect(Collectors.groupingBy(
                        AssignedCounter::officer, Collectors.mapping(AssignedCounter::counterId, Collectors.toSet())));
    }

    @Override
    public void assign(StaffId officer, Set<UUID> chosen) {
        if (counters.findAllById(chosen).size() != chosen.size()) {
            throw new BusinessRuleViolation("counter.refused.no-such-counter");
        }
        List<AssignedCounter> before = assigned.findByOfficerId(officer.value());
        Set<UUID> had = before.stream().map(AssignedCounter::counterId).collect(Collectors.toSet());
        assigned.deleteAll(before.stream()
                .filter(counter -> !chosen.contains(counter.counterId()))
                .toList());
        assigned.saveAll(chosen.stream()
                .filter(counter -> !had.contains(counter))
                .map(counter -> new AssignedCounter(officer, new CounterId(counter)))
                .toList());
        assigned.flush();
    }

    @Override
    public void release(StaffId officer) {
        shifts.lockOpenOf(officer.value()).ifPresent(shift -> {
            if (occupancy.stream().anyMatch(tickets -> tickets.occupied(new CounterId(shift.counterId())))) {
                throw new BusinessRuleViolation("counter.refused.still-occupied");
            }
            shift.endBreak(clock.instant()).ifPresent(breaks::save);
            shift.close(clock.instant());
            events.publishEvent(new ShiftChanged(shift.agencyId()));
        });
    }
}
