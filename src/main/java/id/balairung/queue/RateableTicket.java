package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What may be known of a ticket to whoever holds its slip, or by the rating pad of the counter that served it; nothing in it is
 * about the visitor.
 *
 * @param agency whose ticket
 * @param ticket its id
 * @param service at which service it is now, or was finished
 * @param serviceDay its day, in the mall's zone
 * @param status where it stands
 * @param counter where it was called last; empty when nowhere
 * @param finishedAt when its service was finished, UTC; empty unless it is COMPLETED
 * @param waitingTime from entering the queue to the last call; empty when it was never called
 */
public record RateableTicket(
        AgencyId agency,
        TicketId ticket,
        ServiceId service,
        ServiceDay serviceDay,
        TicketStatus status,
        Optional<CounterId> counter,
        Optional<Instant> finishedAt,
        Optional<Duration> waitingTime) {}
