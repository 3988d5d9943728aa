package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket as it stood at a moment. Carries nothing that a visitor told: boards show it. Every moment is UTC.
 *
 * @param id the ticket
 * @param number its number
 * @param serviceDay its day
 * @param priorityClass its class
 * @param issuedAt when it was issued
 * @param turn which turn this is, from 1; a transfer starts the next
 * @param status where it stands
 * @param service the service of this turn
 * @param queuedAt when it entered this queue
 * @param waitsSince since when it waits, waiting credit included
 * @param estimate how long the visitor was told to wait when it was issued; empty when nothing could be told
 * @param calls how often it was called in this turn
 * @param firstCalledAt the first call of this turn
 * @param lastCalledAt the last call of this turn
 * @param counter the counter that called it last in this turn
 * @param officer the officer who called it last in this turn
 * @param servingSince when service started
 * @param heldAt when it was held, while it is
 * @param holdUntil until when it is held
 * @param holdReason why it is held
 * @param held how long it was held within its service so far
 * @param finishedAt when it ended
 * @param outcome what came of it
 * @param version rises with every change
 */
public record TicketSnapshot(
        TicketId id,
        TicketNumber number,
        ServiceDay serviceDay,
        PriorityClass priorityClass,
        Instant issuedAt,
        int turn,
        TicketStatus status,
        ServiceId service,
        Instant queuedAt,
        Instant waitsSince,
        Optional<WaitEstimate.Range> estimate,
        int calls,
        Optional<Instant> firstCalledAt,
        Optional<Instant> lastCalledAt,
        Optional<CounterId> counter,
        Optional<StaffId> officer,
        Optional<Instant> servingSince,
        Optional<Instant> heldAt,
        Optional<Instant> holdUntil,
        Optional<String> holdReason,
        Duration held,
        Optional<Instant> finishedAt,
        Optional<Outcome> outcome,
        int version) {

    /** Without anybody's own words, for this may come into a log. */
    @Override
    public String toString() {
        return number + " " + serviceDay + " " + status;
    }

    /**
     * The waiting time of this turn: from entering the queue to the last call (kpi.md); empty before a call.
     */
    public Optional<Duration> waitingTime() {
        return lastCalledAt.map(called -> Duration.between(queuedAt, called));
    }

    /** How right the estimate was, once the first turn was called; nothing is judged when the wait began anew. */
    EstimateAccuracy estimateAccuracy() {
        return turn == 1 && queuedAt.equals(issuedAt)
                ? firstCalledAt.map(this::estimateAccuracy).orElse(EstimateAccuracy.NONE)
                : EstimateAccuracy.NONE;
    }

    /** How right the estimate was, where the first call came at that moment. */
    EstimateAccuracy estimateAccuracy(Instant called) {
        return estimate.map(range -> EstimateAccuracy.of(range, Duration.between(issuedAt, called)))
                .orElse(EstimateAccuracy.NONE);
    }

    /** The service time: from start of service to finish, less holds (kpi.md); empty before it was finished. */
    public Optional<Duration> serviceTime() {
        return servingSince.flatMap(
                start -> finishedAt.map(end -> Duration.between(start, end).minus(held)));
    }

    /** Whether the ticket is called or served at the counter. */
    public boolean activeAt(CounterId here) {
        return status.active() && counter.filter(here::equals).isPresent();
    }
}
