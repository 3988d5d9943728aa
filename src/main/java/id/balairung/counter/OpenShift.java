package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.alert.Condition;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An officer's open time at a counter.
 *
 * @param counter the counter
 * @param counterNumber its number in the mall
 * @param officer the officer
 * @param officerName the officer's name
 * @param openedAt from when, UTC
 * @param readySince since when it is ready: the opening, or the end of the last break, UTC
 * @param services what is served here in this shift
 * @param running the break taken now; empty when the counter is ready
 */
public record OpenShift(
        CounterId counter,
        int counterNumber,
        StaffId officer,
        String officerName,
        Instant openedAt,
        Instant readySince,
        Set<ServiceId> services,
        Optional<Break> running) {

    /**
     * A break past its planned end.
     *
     * @param now the moment, UTC
     */
    Optional<Condition> overdueBreak(Instant now) {
        return running.map(Break::plannedEnd)
                .filter(now::isAfter)
                .map(end -> new Condition(
                        CountersNow.OVERDUE_BREAK,
                        counter.value(),
                        end,
                        List.of(String.valueOf(counterNumber), officerName)));
    }

    /** Whether the counter pauses at present. */
    public boolean onBreak() {
        return running.isPresent();
    }
}
