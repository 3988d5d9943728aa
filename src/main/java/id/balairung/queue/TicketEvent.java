package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, when, where and by whom. Appended in the transition's transaction, never changed. */
@Entity
@Immutable
@Table(name = "ticket_event")
class TicketEvent extends AgencyOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private UUID ticketId;

    @Column(nullable = false)
    private int turn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EventType type;

    @Column(nullable = false)
    private Instant occurredAt;

    @Column(nullable = false)
    private UUID serviceId;

    private @Nullable UUID counterId;

    private @Nullable UUID staffId;

    @Column(nullable = false)
    private UUID commandId;

    @Convert(converter = EventDetailsConverter.class)
    @Column(nullable = false)
    private EventDetails details;

    protected TicketEvent() {}

    TicketEvent(
            Ticket ticket,
            EventType type,
            Instant occurredAt,
            @Nullable StaffId staff,
            CommandId command,
            EventDetails details) {
        this.ticketId = ticket.id().value();
        this.turn = ticket.turn();
        this.type = type;
        this.occurredAt = occurredAt;
        this.serviceId = ticket.serviceId().value();
        this.counterId = ticket.counterId().orElse(null);
        this.staffId = staff == null ? null : staff.value();
        this.commandId = command.value();
        this.details = details;
    }

    /** Its place in the log; known once it is appended. */
    long id() {
        return Objects.requireNonNull(id);
    }

    TicketId ticketId() {
        return new TicketId(ticketId);
    }

    int turn() {
        return turn;
    }

    EventType type() {
        return type;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Optional<UUID> staffId() {
        return Optional.ofNullable(staffId);
    }

    ServiceId serviceId() {
        return new ServiceId(serviceId);
    }

    Optional<UUID> counterId() {
        return Optional.ofNullable(counterId);
    }

    EventDetails details() {
        return details;
    }

    Optional<TicketState> before() {
        return Optional.ofNullable(details.before());
    }
}
