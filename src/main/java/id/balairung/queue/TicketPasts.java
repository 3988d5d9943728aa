package id.balairung.queue;

import id.balairung.audit.ReadingAcross;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AllAgencies;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what happened to one ticket. An officer reads those that they handled, an agency's admin the agency's, the head all:
 * each of those is a reading that the agency finds in its trail.
 */
@Service
public class TicketPasts {

    private static final String DATA = "ticket";

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final VisitTickets visits;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    TicketPasts(
            TicketRepository tickets,
            TicketEventRepository events,
            VisitTickets visits,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.events = events;
        this.visits = visits;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A ticket's past.
     *
     * @param ticket the ticket
     * @return empty when there is none that this person may read
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Optional<TicketPast> of(TicketId ticket) {
        StaffPrincipal reader = currentStaff.require();
        Supplier<Optional<TicketPast>> past = () -> reading.execute(status -> read(ticket, reader));
        Optional<TicketPast> found = reader.agency().isPresent() ? past.get() : TenantScope.acrossAgencies(past);
        found.ifPresent(read -> readings.of(List.of(read.agency()), DATA));
        return found;
    }

    private Optional<TicketPast> read(TicketId ticket, StaffPrincipal reader) {
        return tickets.findById(ticket.value())
                .filter(found -> reader.role() != Role.OFFICER || handled(found, reader))
                .map(found -> {
                    List<TicketSnapshot> here = tickets.findByVisitIdOrderByIssuedAt(found.visitId()).stream()
                            .filter(one -> one.agencyId().equals(found.agencyId()))
                            .filter(one -> !one.id().equals(ticket))
                            .map(Ticket::snapshot)
                            .toList();
                    return new TicketPast(
                            found.agencyId(),
                            found.snapshot(),
                            events
                                    .findByAgencyIdAndTicketIdOrderById(
                                            found.agencyId().value(), ticket.value())
                                    .stream()
                                    .map(PastEvent::of)
                                    .toList(),
                            here,
                            visits.count(AllAgencies.READ, found.visitId()) - here.size() - 1);
                });
    }

    private boolean handled(Ticket ticket, StaffPrincipal officer) {
        return !events.findHandled(List.of(ticket.id().value()), officer.id().value(), TicketNotes.HANDLING)
                .isEmpty();
    }
}
