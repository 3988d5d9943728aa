package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Where the mall's front desk has tickets issued, for any agency, each in that agency's explicit scope. */
@Service
public class TicketDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);

    private final TicketIssuer issuer;
    private final Commands commands;
    private final TicketRepository tickets;
    private final WaitingRepository waiting;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final MallBoards boards;
    private final Clock clock;

    TicketDesk(
            TicketIssuer issuer,
            Commands commands,
            TicketRepository tickets,
            WaitingRepository waiting,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            MallBoards boards,
            Clock clock) {
        this.issuer = issuer;
        this.commands = commands;
        this.tickets = tickets;
        this.waiting = waiting;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.boards = boards;
        this.clock = clock;
    }

    /**
     * Issues a ticket.
     *
     * @param command the front desk's intent; repeated, it answers with the same ticket
     * @param visit the visit; a new one is kept, a known one gets one more ticket
     * @param newVisit whether the visit is new
     * @param service what the visitor came for
     * @param priorityClass the visitor's class
     * @param visitor what the visitor chose to tell
     * @return the ticket
     * @throws id.balairung.common.BusinessRuleViolation when the agency is closed today or the service is paused
     */
    @RolesAllowed(Role.FRONT_DESK_ROLE)
    public IssuedTicket issue(
            CommandId command,
            VisitId visit,
            boolean newVisit,
            ServiceId service,
            PriorityClass priorityClass,
            Visitor visitor) {
        ServiceSummary offered = catalogue.service(service);
        NewTicket issued = new NewTicket(
                TicketId.next(),
                visit,
                service,
                priorityClass,
                visitor,
                Duration.ZERO,
                estimate(offered, priorityClass));
        return TenantScope.in(
                offered.agency(),
                () -> commands.run(
                        command,
                        () -> issued(issuer.issue(
                                issued, newVisit, currentStaff.require().id(), command, clock.instant())),
                        earlier -> issued(
                                tickets.findById(earlier.ticket().id().value()).orElseThrow())));
    }

    /**
     * How many wait at a ticket's service since before it was issued on its day, whatever their class.
     *
     * @param ticket a ticket just issued
     */
    @RolesAllowed(Role.FRONT_DESK_ROLE)
    public int ahead(TicketSnapshot ticket) {
        return TenantScope.in(
                catalogue.service(ticket.service()).agency(),
                () -> Math.toIntExact(waiting.countByServiceIdAndWaitsSinceGreaterThanEqualAndWaitsSinceBefore(
                        ticket.service().value(), mall.todayBegan(), ticket.issuedAt())));
    }

    /** Outside the transaction, mostly from memory. No visitor goes without a number because the wait can't be told. */
    private Optional<WaitEstimate.Range> estimate(ServiceSummary service, PriorityClass priorityClass) {
        try {
            QueueBoard board = boards.known(service.agency()).orElseGet(() -> boards.read(service.agency()));
            return new WaitForecast(board, CallPolicy.of(mall.rules()), clock.instant()).of(service, priorityClass)
                            instanceof WaitEstimate.Range range
                    ? Optional.of(range)
                    : Optional.empty();
        } catch (RuntimeException fault) {
            LOG.warn("No estimate for {}", service.prefix(), fault);
            return Optional.empty();
        }
    }

    private static IssuedTicket issued(Ticket ticket) {
        return new IssuedTicket(ticket.snapshot(), ticket.publicToken());
    }
}
