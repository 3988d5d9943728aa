package id.balairung.intake;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A service as the front desk offers it on a day.
 *
 * @param service the service
 * @param agency its agency
 * @param state whether it takes new tickets today
 * @param closedSince when its agency closed today, where that is past: numbers are issued all the same, for a day is open as a
 *     whole; empty while it is open
 * @param closedFor the holiday it is closed for; empty where it is closed for another reason or open
 * @param opensNext when its agency opens next, where it is closed today; empty when it doesn't within a week
 */
public record DeskOffer(
        ServiceSummary service,
        AgencySummary agency,
        ServiceState state,
        Optional<LocalTime> closedSince,
        Optional<String> closedFor,
        Optional<ServiceDay> opensNext) {

    /** Whether a ticket can be issued. */
    public boolean open() {
        return state == ServiceState.OPEN;
    }
}
