package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** What an agency's admin does with waiting tickets from the board. Idempotent by command id, as at a counter. */
@Service
public class QueueSupervision {

    private final WaitingRepository waiting;
    private final TicketIssuer issuer;
    private final TicketLog log;
    private final Commands commands;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final EntityManager entities;
    private final Clock clock;

    QueueSupervision(
            WaitingRepository waiting,
            TicketIssuer issuer,
            TicketLog log,
            Commands commands,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            AuditTrail trail,
            EntityManager entities,
            Clock clock) {
        this.waiting = waiting;
        this.issuer = issuer;
        this.log = log;
        this.commands = commands;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Moves a waiting ticket to another service of the agency; it keeps its number and its wait so far. Can be undone
     * like an act at a counter.
     *
     * @param command the admin's intent
     * @param ticket a waiting ticket
     * @param target another service of the agency, open today
     * @param reason why, 1 to 200 characters
     * @throws BusinessRuleViolation when the ticket no longer waits, it waits at that service already, or that service
     *     takes no tickets
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public Act reassign(CommandId command, TicketId ticket, ServiceId target, String reason) {
        String why = new Reason(reason).text();
        ServiceSummary service = catalogue.service(target);
        if (!service.agency().equals(currentStaff.requireAgency())) {
            throw new AccessDeniedException("Not a service of this agency");
        }
        return commands.run(
                command,
                () -> {
                    issuer.requireOpen(service, mall.today());
                    Instant at = clock.instant();
                    Waiting place = waiting.claim(ticket.value())
                            .orElseThrow(() -> new BusinessRuleViolation("queue.refused.taken"));
                    entities.remove(place);
                    // The new place has the old one's key: that one must be gone first.
                    entities.flush();
                    Ticket found = place.ticket();
                    EventDetails details =
                            EventDetails.before(found.state()).because(why).to(target.value());
                    ServiceSummary from = catalogue.service(found.snapshot().service());
                    found.reassign(target, at);
                    trail.record(AuditEvent.of(
                                    AuditKind.OVERRIDDEN,
                                    currentStaff.requireAgency(),
                                    found.snapshot().number().toString())
                            .changing(Map.of("service", from.prefix()), Map.of("service", service.prefix()))
                            .with("act", "reassigned"));
                    entities.persist(found.waiting());
                    log.append(
                            currentStaff.requireAgency(),
                            found,
                            EventType.TRANSFERRED,
                            at,
                            currentStaff.require().id(),
                            command,
                            details);
                    return Commands.done(found, EventType.TRANSFERRED, at);
                },
                act -> act);
    }
}
