package id.balairung.queue;

import id.balairung.common.ServiceDay;
import id.balairung.tenancy.TenantScope;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service days of the whole mall, for work in the background, where nobody is signed in: dates and counts only. */
@Component
public class MallDays {

    private final TicketRepository tickets;
    private final TransactionTemplate reading;

    MallDays(TicketRepository tickets, PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The first day for which any ticket was issued; empty before there is one. */
    public Optional<ServiceDay> first() {
        return TenantScope.acrossAgencies(() -> reading.execute(status -> tickets.findFirstByOrderByServiceDayAsc()
                .map(ticket -> ticket.snapshot().serviceDay())));
    }

    /** The latest day for which any ticket was issued; empty before the first one. */
    public Optional<ServiceDay> latest() {
        return TenantScope.acrossAgencies(() -> reading.execute(status -> tickets.findFirstByOrderByServiceDayDesc()
                .map(ticket -> ticket.snapshot().serviceDay())));
    }

    /**
     * How many of a day's tickets stand where.
     *
     * @param day the day
     * @return the counts; a status that no ticket has is missing
     */
    public Map<TicketStatus, Long> tally(ServiceDay day) {
        Map<TicketStatus, Long> tally = new EnumMap<>(TicketStatus.class);
        TenantScope.acrossAgencies(() -> reading.execute(status -> tickets.countByStatus(day)))
                .forEach(count -> tally.put(count.status(), count.tickets()));
        return tally;
    }
}
