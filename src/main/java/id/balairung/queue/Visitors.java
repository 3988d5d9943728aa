package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the visitors of the own agency told of themselves: masked, or in clear for whoever needs it and lets it be recorded.
 * The one way to it besides the ticket at one's own counter.
 */
@Service
public class Visitors {

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final AuditTrail trail;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;

    Visitors(
            TicketRepository tickets,
            TicketEventRepository events,
            AuditTrail trail,
            CurrentMall mall,
            CurrentStaff currentStaff) {
        this.tickets = tickets;
        this.events = events;
        this.trail = trail;
        this.mall = mall;
        this.currentStaff = currentStaff;
    }

    /**
     * Who some tickets were for, masked.
     *
     * @param of tickets of the own agency; others are left out
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    @Transactional(readOnly = true)
    public Map<TicketId, MaskedVisitor> masked(Collection<TicketId> of) {
        List<Ticket> found = tickets.findByIdIn(of.stream().map(TicketId::value).toList());
        Set<UUID> revealable = revealable(found);
        return found.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Ticket::id,
                        ticket -> MaskedVisitor.of(
                                ticket.visitor(),
                                revealable.contains(ticket.id().value()))));
    }

    /**
     * Who a ticket was for, in clear. Recorded in the agency's trail in the same transaction: without a record there is no
     * answer. The agency's admin may see it; an officer of a ticket of today that the officer handled.
     *
     * @param ticket a ticket of the own agency
     * @throws BusinessRuleViolation when the agency has no such ticket, or it is not for this officer to see
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    @Transactional
    public Visitor reveal(TicketId ticket) {
        Ticket found = tickets.findById(ticket.value())
                .orElseThrow(() -> new BusinessRuleViolation("queue.refused.no-such-ticket"));
        String subject = found.number() + " " + found.serviceDay();
        if (revealable(List.of(found)).isEmpty()) {
            trail.recordAlone(AuditEvent.of(AuditKind.REFUSED, currentStaff.requireAgency(), subject)
                    .with("asked", AuditKind.REVEALED.name()));
            throw new BusinessRuleViolation("queue.refused.reveal", found.number());
        }
        trail.record(AuditEvent.of(AuditKind.REVEALED, currentStaff.requireAgency(), subject));
        return found.visitor();
    }

    private Set<UUID> revealable(List<Ticket> of) {
        StaffPrincipal reader = currentStaff.require();
        List<UUID> asked = of.stream()
                .filter(ticket -> reader.role() == Role.AGENCY_ADMIN
                        || ticket.serviceDay().equals(mall.today()))
                .map(ticket -> ticket.id().value())
                .toList();
        return reader.role() == Role.AGENCY_ADMIN || asked.isEmpty()
                ? Set.copyOf(asked)
                : events.findHandled(asked, reader.id().value(), TicketNotes.HANDLING);
    }
}
