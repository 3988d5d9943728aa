package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn that is over: it was finished, transferred, handed off or abandoned, or nobody came. Every moment is UTC.
 *
 * @param ticket whose turn
 * @param turn which one, from 1
 * @param serviceDay the ticket's day
 * @param number the ticket's number
 * @param priorityClass the ticket's class
 * @param service the turn's service
 * @param counter the counter that called it last; empty when none did
 * @param officer the officer who called it last; empty when nobody did
 * @param status how it ended: COMPLETED, NO_SHOW, TRANSFERRED or ABANDONED
 * @param outcome what came of it, when it was completed
 * @param calls how often it was called
 * @param queuedAt when it entered this queue
 * @param lastCalledAt the last call since then; empty when there was none
 * @param servingSince when service started; empty when it didn't
 * @param endedAt when it ended
 * @param held how long it was held within its service
 */
public record EndedTurn(
        TicketId ticket,
        int turn,
        ServiceDay serviceDay,
        TicketNumber number,
        PriorityClass priorityClass,
        ServiceId service,
        Optional<CounterId> counter,
        Optional<StaffId> officer,
        TicketStatus status,
        Optional<Outcome> outcome,
        int calls,
        Instant queuedAt,
        Optional<Instant> lastCalledAt,
        Optional<Instant> servingSince,
        Instant endedAt,
        Duration held) {

    /** The present turn of a ticket that is closed. */
    static EndedTurn of(TicketSnapshot ticket) {
        return new EndedTurn(
                ticket.id(),
                ticket.turn(),
                ticket.serviceDay(),
                ticket.number(),
                ticket.priorityClass(),
                ticket.service(),
                ticket.counter(),
                ticket.officer(),
                ticket.status(),
                ticket.outcome(),
                ticket.calls(),
                ticket.queuedAt(),
                ticket.lastCalledAt().filter(called -> !called.isBefore(ticket.queuedAt())),
                ticket.servingSince(),
                ticket.finishedAt().orElseThrow(),
                ticket.held());
    }

    /** The turn that a ticket's transfer ended. */
    static EndedTurn of(TicketSnapshot ticket, TicketState before, Instant at) {
        return new EndedTurn(
                ticket.id(),
                before.turn(),
                ticket.serviceDay(),
                ticket.number(),
                ticket.priorityClass(),
                new ServiceId(before.serviceId()),
                Optional.ofNullable(before.counterId()).map(CounterId::new),
                Optional.ofNullable(before.officerId()).map(StaffId::new),
                TicketStatus.TRANSFERRED,
                Optional.empty(),
                before.calls(),
                before.queuedAt(),
                Optional.ofNullable(before.lastCalledAt()).filter(called -> !called.isBefore(before.queuedAt())),
                Optional.ofNullable(before.servingSince()),
                at,
                Duration.ofMillis(before.heldMillis()));
    }
}
