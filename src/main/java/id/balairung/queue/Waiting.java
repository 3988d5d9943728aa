package id.balairung.queue;

import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A place in the queue. Narrow, and only for those who wait: calling a ticket deletes it. */
@Entity
@Table(name = "waiting")
class Waiting extends AgencyOwned {

    @Id
    private UUID ticketId;

    @Column(nullable = false)
    private UUID serviceId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PriorityClass priorityClass;

    @Column(nullable = false)
    private Instant waitsSince;

    protected Waiting() {}

    Waiting(UUID ticketId, UUID serviceId, PriorityClass priorityClass, Instant waitsSince) {
        this.ticketId = ticketId;
        this.serviceId = serviceId;
        this.priorityClass = priorityClass;
        this.waitsSince = waitsSince;
    }

    TicketId ticketId() {
        return new TicketId(ticketId);
    }
}
