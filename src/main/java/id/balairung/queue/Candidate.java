package id.balairung.queue;

import id.balairung.agency.ServiceId;
import java.time.Duration;
import java.time.Instant;

/**
 * A ticket that waits, as far as its turn depends on it.
 *
 * @param ticket the ticket
 * @param service the service it waits at
 * @param priorityClass its class
 * @param waitsSince since when it waits, waiting credit included, UTC
 * @param targetWait the service's target wait
 */
public record Candidate(
        TicketId ticket, ServiceId service, PriorityClass priorityClass, Instant waitsSince, Duration targetWait) {

    /**
     * How long it has waited, never negative.
     *
     * @param now the moment, UTC
     */
    public Duration waited(Instant now) {
        Duration waited = Duration.between(waitsSince, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
