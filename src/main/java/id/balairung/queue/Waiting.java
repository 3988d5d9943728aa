package id.balairung.queue;

import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the queue. Narrow, and only for those who wait: calling a ticket deletes it. */
@Entity
@Table(name = "waiting")
class Waiting extends AgencyOwned {

    @Id
    private UUID ticketId;

    /** Read with the place when it is claimed: one way to the database less. */
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ticket_id", insertable = false, updatable = false)
    private @Nullable Ticket ticket;

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

    /** The ticket that waits here; known once the place was claimed. */
    Ticket ticket() {
        return Objects.requireNonNull(ticket);
    }
}
