package id.balairung.queue;

import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Appends what happened to a ticket, in the transition's own transaction, and wakes the feed when it commits. */
@Component
class TicketLog {

    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    TicketLog(EntityManager entities, ApplicationEventPublisher events) {
        this.entities = entities;
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
        events.publishEvent(new QueueChanged(agency, event.id()));
    }
}
