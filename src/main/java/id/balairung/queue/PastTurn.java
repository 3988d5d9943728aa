package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One of a ticket's turns, whether it has ended or goes on. Every moment is UTC; durations follow kpi.md.
 *
 * @param turn which one, from 1
 * @param service at which service
 * @param counter the counter that called it last; empty when none did
 * @param officer who called it last; empty when nobody did
 * @param status how it ended, or where it stands
 * @param outcome what came of it, when it was completed
 * @param queuedAt when it entered this queue
 * @param lastCalledAt the last call since then; empty when there was none
 * @param servingSince when service started; empty when it didn't
 * @param endedAt when it ended; empty while it goes on
 * @param held how long it was held within its service
 */
public record PastTurn(
        int turn,
        ServiceId service,
        Optional<CounterId> counter,
        Optional<StaffId> officer,
        TicketStatus status,
        Optional<Outcome> outcome,
        Instant queuedAt,
        Optional<Instant> lastCalledAt,
        Optional<Instant> servingSince,
        Optional<Instant> endedAt,
        Duration held) {

    static PastTurn of(EndedTurn ended) {
        return new PastTurn(
                ended.turn(),
                ended.service(),
                ended.counter(),
                ended.officer(),
                ended.status(),
                ended.outcome(),
                ended.queuedAt(),
                ended.lastCalledAt(),
                ended.servingSince(),
                Optional.of(ended.endedAt()),
                ended.held());
    }

    /** The turn in which a ticket stands. */
    static PastTurn of(TicketSnapshot ticket) {
        return new PastTurn(
                ticket.turn(),
                ticket.service(),
                ticket.counter(),
                ticket.officer(),
                ticket.status(),
                ticket.outcome(),
                ticket.queuedAt(),
                ticket.lastCalledAt().filter(called -> !called.isBefore(ticket.queuedAt())),
                ticket.servingSince(),
                ticket.finishedAt(),
                ticket.held());
    }

    /** From entering the queue to the last call; empty before one. */
    public Optional<Duration> waitingTime() {
        return lastCalledAt.map(called -> Duration.between(queuedAt, called));
    }

    /** From the last call to the start of service; empty before that. */
    public Optional<Duration> wayTime() {
        return lastCalledAt.flatMap(called -> servingSince.map(began -> Duration.between(called, began)));
    }

    /**
     * From the start of service to its finish, holds left out. Empty unless it was completed, also when it was served for a while
     * before it was moved on: as on every screen, a service time is that of a service which was finished.
     */
    public Optional<Duration> serviceTime() {
        return status == TicketStatus.COMPLETED
                ? servingSince.flatMap(
                        began -> endedAt.map(end -> Duration.between(began, end).minus(held)))
                : Optional.empty();
    }
}
