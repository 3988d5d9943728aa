package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ServiceDay;
import id.balairung.counter.OpenShifts;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tickets still open when a day ends: listed, for a person to settle one by one. Nothing is wiped silently. */
@Service
public class EndOfDay {

    private static final Set<TicketStatus> OPEN =
            EnumSet.of(TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.HELD);

    private final TicketRepository tickets;
    private final WaitingRepository waiting;
    private final Commands commands;
    private final OpenShifts shifts;
    private final TicketLog log;
    private final EntityManager entities;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final Clock clock;

    EndOfDay(
            TicketRepository tickets,
            WaitingRepository waiting,
            Commands commands,
            OpenShifts shifts,
            TicketLog log,
            EntityManager entities,
            CurrentMall mall,
            ServiceCatalogue catalogue,
            CurrentStaff currentStaff,
            AuditTrail trail,
            Clock clock) {
        this.tickets = tickets;
        this.waiting = waiting;
        this.commands = commands;
        this.shifts = shifts;
        this.log = log;
        this.entities = entities;
        this.mall = mall;
        this.catalogue = catalogue;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.clock = clock;
    }

    /** The agency's open tickets, those of earlier days first, then by time of issue. */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    @Transactional(readOnly = true)
    public List<TicketSnapshot> open() {
        return Stream.concat(
                        tickets.findLeftOver(mall.today()).stream(),
                        tickets.findByServiceDayAndStatusIn(mall.today(), OPEN).stream()
                                .sorted(Comparator.comparing(
                                        ticket -> ticket.snapshot().issuedAt())))
                .map(Ticket::snapshot)
                .toList();
    }

    /**
     * What a person has to settle now: the open tickets of earlier days, and today's once the agency has closed or
     * doesn't open, and no counter of it is open any more. Until then those people are still in the hall.
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    @Transactional(readOnly = true)
    public List<TicketSnapshot> leftOver() {
        ServiceDay today = mall.today();
        boolean over = hasClosed(today) && !shifts.any();
        return open().stream()
                .filter(ticket -> over || !ticket.serviceDay().equals(today))
                .toList();
    }

    private boolean hasClosed(ServiceDay today) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), mall.rules().zone());
        return catalogue
                .hours(currentStaff.requireAgency(), today)
                .map(DayHours::closes)
                .filter(now::isBefore)
                .isEmpty();
    }

    /**
     * The person left: the ticket is abandoned.
     *
     * @param command the person's intent
     * @param ticket an open ticket
     * @param version the version on the person's screen
     * @throws BusinessRuleViolation when the ticket moved on since
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public Act abandon(CommandId command, TicketId ticket, int version) {
        return settle(command, ticket, version, EventType.ABANDONED, EventDetails.NONE, Ticket::abandon);
    }

    /**
     * The person was served, only nobody said so: the ticket is completed.
     *
     * @param command the person's intent
     * @param ticket a ticket in service or held
     * @param version the version on the person's screen
     * @param outcome what came of it
     * @throws BusinessRuleViolation when the ticket moved on since
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public Act complete(CommandId command, TicketId ticket, int version, Outcome outcome) {
        return settle(
                command,
                ticket,
                version,
                EventType.COMPLETED,
                EventDetails.NONE.with(outcome),
                (found, at) -> found.settle(outcome, at));
    }

    private Act settle(
            CommandId command,
            TicketId ticket,
            int version,
            EventType type,
            EventDetails details,
            BiConsumer<Ticket, Instant> transition) {
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Ticket found = tickets.findById(ticket.value())
                            .orElseThrow(() -> new BusinessRuleViolation("queue.refused.no-such-ticket"));
                    if (found.snapshot().version() != version) {
                        throw new BusinessRuleViolation("queue.refused.moved-on", found.number());
                    }
                    if (found.status() == TicketStatus.WAITING) {
                        entities.remove(waiting.claim(ticket.value())
                                .orElseThrow(() -> new BusinessRuleViolation("queue.refused.taken")));
                    }
                    EventDetails kept = details.keeping(found.state());
                    if (currentStaff.require().role() == Role.AGENCY_ADMIN) {
                        trail.record(AuditEvent.of(
                                        AuditKind.OVERRIDDEN,
                                        currentStaff.requireAgency(),
                                        found.snapshot().number().toString())
                                .with("act", type == EventType.ABANDONED ? "abandoned" : "completed"));
                    }
                    transition.accept(found, at);
                    log.append(
                            currentStaff.requireAgency(),
                            found,
                            type,
                            at,
                            currentStaff.require().id(),
                            command,
                            kept);
                    return Commands.done(found, type, at);
                },
                act -> act);
    }
}
