package id.balairung.counter;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open shifts of the agency in scope, for projections that are built in the background, where nobody is signed in.
 * Without an agency in scope it finds nothing.
 */
@Component
public class OpenShifts {

    private final CounterShiftRepository shifts;
    private final CounterRepository counters;

    OpenShifts(CounterShiftRepository shifts, CounterRepository counters) {
        this.shifts = shifts;
        this.counters = counters;
    }

    /** The open shifts, by counter number. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<OpenShift> inScope() {
        return shifts.findOpen().stream()
                .map(shift -> shift.view(counters.findById(shift.counterId()).orElseThrow()))
                .sorted(Comparator.comparing(OpenShift::counterNumber))
                .toList();
    }
}
