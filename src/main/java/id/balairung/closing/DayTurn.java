package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn of a day, as its figures need it. Every moment is UTC.
 *
 * @param turn which of its ticket's turns, from 1
 * @param service at which service
 * @param status how it ended, or where it stands while it is open
 * @param issuedAt when its ticket was issued
 * @param queuedAt when it entered the queue; later than the issue for one that came back after a no-show
 * @param calledAt the last call since then
 * @param endedAt when it ended; empty while it is open
 * @param serviceTime the service time, when it was served
 * @param target the target wait of its service on that day
 */
record DayTurn(
        int turn,
        ServiceId service,
        TicketStatus status,
        Instant issuedAt,
        Instant queuedAt,
        Optional<Instant> calledAt,
        Optional<Instant> endedAt,
        Optional<Duration> serviceTime,
        Duration target) {

    boolean arrived() {
        return turn == 1;
    }

    /** The waiting time; empty when it wasn't called. */
    Optional<Duration> wait(Instant until) {
        // An open one that was called after its day counts as it stood when that ended.
        return calledAt.filter(called -> endedAt.isPresent() || called.isBefore(until))
                .map(called -> Duration.between(queuedAt, called));
    }

    /** Whether it waited in vain, and longer than the target. */
    boolean missed(Instant until) {
        Instant left = endedAt.filter(until::isAfter).orElse(until);
        return wait(until).isEmpty() && Duration.between(queuedAt, left).compareTo(target) > 0;
    }
}
