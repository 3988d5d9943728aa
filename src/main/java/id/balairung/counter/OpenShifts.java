package id.balairung.counter;

import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counters and open shifts of the agency in scope, for projections that are built in the background, where nobody is
 * signed in. Without an agency in scope it finds nothing.
 */
@Component
public class OpenShifts {

    private final CounterShiftRepository shifts;
    private final CounterRepository counters;
    private final StaffNames names;

    OpenShifts(CounterShiftRepository shifts, CounterRepository counters, StaffNames names) {
        this.shifts = shifts;
        this.counters = counters;
        this.names = names;
    }

    /** Whether any counter is open. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean any() {
        return shifts.existsByOpenCounterIdIsNotNull();
    }

    /** The counters and open shifts, by agency; across agencies when the scope says so. Three statements, however many. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<AgencyId, CountersNow> inScope() {
        Map<UUID, CounterShift> open =
                shifts.findOpen().stream().collect(Collectors.toMap(CounterShift::counterId, Function.identity()));
        Map<StaffId, String> officers = names.of(open.values().stream()
                .map(shift -> new StaffId(shift.officerId()))
                .toList());
        return counters.findWithServices().stream()
                .sorted(Comparator.comparing(Counter::number))
                .collect(Collectors.groupingBy(
                        Counter::agencyId,
                        Collectors.collectingAndThen(Collectors.toList(), mine -> now(mine, open, officers))));
    }

    private static CountersNow now(
            List<Counter> counters, Map<UUID, CounterShift> open, Map<StaffId, String> officers) {
        return new CountersNow(
                counters.stream()
                        .map(counter ->
                                counter.summary(open.containsKey(counter.id().value())))
                        .toList(),
                counters.stream()
                        .flatMap(counter -> Optional.ofNullable(
                                        open.get(counter.id().value()))
                                .stream()
                                .map(shift ->
                                        shift.view(counter, officers.getOrDefault(new StaffId(shift.officerId()), ""))))
                        .toList());
    }
}
