package id.balairung.queue;

import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Appends what happened to a ticket, in the transition's own transaction, hands the turns that ended with it to the history, and
 * wakes the feed when it commits.
 */
@Component
class TicketLog {

    private final EntityManager entities;
    private final TurnArchive archive;
    private final ApplicationEventPublisher events;

    TicketLog(EntityManager entities, TurnArchive archive, ApplicationEventPublisher events) {
        this.entities = entities;
        this.archive = archive;
        this.events = events;
    }

    void append(
            AgencyId agency,
            Ticket ticket,
            EventType type,
            Instant at,
            @Nullable StaffId staff,
            CommandId command,
            EventDetails details) {
        TicketEvent event = new TicketEvent(ticket, type, at, staff, command, details);
        entities.persist(event);
        // The ticket's version rises with the flush, and the caller shows the ticket as it is now.
        entities.flush();
        keep(agency, ticket.snapshot(), event, details);
        events.publishEvent(new QueueChanged(agency, event.id()));
    }

    private void keep(AgencyId agency, TicketSnapshot ticket, TicketEvent event, EventDetails details) {
        EventType type = event.type();
        if (type == EventType.NOTED) {
            archive.note(
                    agency,
                    ticket.id(),
                    ticket.turn(),
                    event.id(),
                    event.occurredAt(),
                    String.valueOf(details.reason()));
            return;
        }
        if (type == EventType.UNDONE || type == EventType.RETURNED) {
            archive.reopen(agency, ticket.id(), ticket.turn());
        }
        if (type == EventType.TRANSFERRED && details.before() != null) {
            archive.keep(agency, EndedTurn.of(ticket, details.before(), event.occurredAt()));
        }
        if (type == EventType.CORRECTED) {
            archive.correct(agency, EndedTurn.of(ticket));
        } else if (!ticket.status().open()) {
            archive.keep(agency, EndedTurn.of(ticket));
        }
    }
}
