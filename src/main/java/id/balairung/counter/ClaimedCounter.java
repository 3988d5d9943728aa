package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.security.StaffId;
import java.util.Set;

/**
 * One's open counter, locked for an act.
 *
 * @param counter the counter
 * @param officer the officer
 * @param services what is served here in this shift
 * @param onBreak whether it pauses
 */
public record ClaimedCounter(CounterId counter, StaffId officer, Set<ServiceId> services, boolean onBreak) {}
