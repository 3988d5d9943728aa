package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.common.ServiceDay;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The turns that go on: an officer's own, an agency's for its admin, all for the head, who lets the reading be recorded.
 */
@Service
public class TurnsUnderWay {

    private static final Set<TicketStatus> UNDER_WAY =
            EnumSet.of(TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.HELD);

    private final TicketRepository tickets;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    TurnsUnderWay(
            TicketRepository tickets,
            CurrentMall mall,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The tickets of today's turns that were called, by agency. */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Map<AgencyId, List<TicketSnapshot>> now() {
        StaffPrincipal reader = currentStaff.require();
        Supplier<List<Ticket>> found = () -> reading.execute(status -> reader.role() == Role.OFFICER
                ? tickets.findByServiceDayAndOfficerIdAndStatusIn(
                        mall.today(), reader.id().value(), UNDER_WAY)
                : tickets.findByServiceDayAndStatusIn(mall.today(), UNDER_WAY));
        return byAgency(reader, found);
    }

    /**
     * The open tickets of some days, called or not: those under way, those that wait, and those that were left over. Of an officer those
     * that the officer called.
     *
     * @param agencies of which agencies, for the head; others find their own among them
     * @param from the first day
     * @param to the last day
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Map<AgencyId, List<TicketSnapshot>> open(Collection<AgencyId> agencies, ServiceDay from, ServiceDay to) {
        StaffPrincipal reader = currentStaff.require();
        List<UUID> ids = agencies.stream().map(AgencyId::value).toList();
        return byAgency(
                reader,
                () -> reading.execute(status -> tickets.findOpen(ids, from, to).stream()
                        .filter(ticket -> reader.role() != Role.OFFICER
                                || ticket.snapshot()
                                        .officer()
                                        .filter(reader.id()::equals)
                                        .isPresent())
                        .toList()));
    }

    private static Map<AgencyId, List<TicketSnapshot>> byAgency(StaffPrincipal reader, Supplier<List<Ticket>> found) {
        return (reader.agency().isPresent() ? found.get() : TenantScope.acrossAgencies(found))
                .stream()
                        .collect(Collectors.groupingBy(
                                Ticket::agencyId, Collectors.mapping(Ticket::snapshot, Collectors.toList())));
    }
}
