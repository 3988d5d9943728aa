package id.balairung.counter;

import id.balairung.agency.CurrentMall;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the demonstration mall have had its counters open on days before it was founded. Nothing else may say afterwards who served
 * when: it exists with the profile {@code demo} only, adds to the own agency what lies before today, and tells no screen.
 */
@Component
@Profile("demo")
public class DemoShifts {

    private final CounterRepository counters;
    private final CounterShiftRepository shifts;
    private final CounterBreakRepository breaks;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;

    DemoShifts(
            CounterRepository counters,
            CounterShiftRepository shifts,
            CounterBreakRepository breaks,
            CurrentMall mall,
            CurrentStaff currentStaff) {
        this.counters = counters;
        this.shifts = shifts;
        this.breaks = breaks;
        this.mall = mall;
        this.currentStaff = currentStaff;
    }

    /**
     * Keeps shifts of a period, unless any counter of the own agency was opened in it: what a start that was broken off has kept
     * isn't kept again.
     *
     * @param from when the period begins, UTC
     * @param until when it ends, UTC, exclusive; today's beginning at the latest
     * @param past shifts that were opened in it, at counters of the own agency; what is served there was served then
     * @return how many were kept
     * @throws IllegalArgumentException when one is of today or outside the period
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional
    public int keep(Instant from, Instant until, List<PastShift> past) {
        Instant today = mall.today().begins(mall.rules().zone());
        if (until.isAfter(today)
                || past.stream()
                        .anyMatch(shift -> shift.opened().isBefore(from)
                                || !shift.opened().isBefore(until)
                                || shift.closed().isAfter(today))) {
            throw new IllegalArgumentException("Only shifts of days that are over are past");
        }
        if (shifts.existsByOpenedAtGreaterThanEqualAndOpenedAtLessThan(from, until)) {
            return 0;
        }
        AgencyId agency = currentStaff.requireAgency();
        Map<Integer, Counter> own =
                counters.findWithServices().stream().collect(Collectors.toMap(Counter::number, Function.identity()));
        List<CounterShift> kept = new ArrayList<>();
        List<CounterBreak> taken = new ArrayList<>();
        for (PastShift shift : past) {
            Counter counter = own.get(shift.counter());
            if (counter == null) {
                continue;
            }
            CounterShift opened =
                    CounterShift.open(counter, shift.officer(), agency, counter.services(), shift.opened());
            for (PastShift.PastBreak pause : shift.breaks()) {
                opened.takeBreak(pause.reason(), pause.planned(), pause.from());
                opened.endBreak(pause.until()).ifPresent(taken::add);
            }
            opened.close(shift.closed());
            kept.add(opened);
        }
        shifts.saveAllAndFlush(kept);
        breaks.saveAllAndFlush(taken);
        return kept.size();
    }
}
