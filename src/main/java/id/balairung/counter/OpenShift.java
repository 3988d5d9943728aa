package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An officer's open time at a counter.
 *
 * @param counter the counter
 * @param counterNumber its number in the mall
 * @param officer the officer
 * @param openedAt from when, UTC
 * @param services what is served here in this shift
 * @param running the break taken now; empty when the counter is ready
 */
public record OpenShift(
        CounterId counter,
        int counterNumber,
        StaffId officer,
        Instant openedAt,
        Set<ServiceId> services,
        Optional<Break> running) {

    /** Whether the counter pauses at present. */
    public boolean onBreak() {
        return running.isPresent();
    }
}
