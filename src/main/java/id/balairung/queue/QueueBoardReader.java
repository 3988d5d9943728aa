package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.common.ServiceDay;
import id.balairung.counter.OpenShifts;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads an agency's board in that agency's scope. */
@Component
class QueueBoardReader {

    private static final Set<TicketStatus> SHOWN =
            Arrays.stream(TicketStatus.values()).filter(TicketStatus::onBoard).collect(Collectors.toUnmodifiableSet());

    private final TicketRepository tickets;
    private final OpenShifts shifts;
    private final CurrentMall mall;
    private final TransactionTemplate reading;
    private final Clock clock;

    QueueBoardReader(
            TicketRepository tickets,
            OpenShifts shifts,
            CurrentMall mall,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tickets = tickets;
        this.shifts = shifts;
        this.mall = mall;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    QueueBoard read(AgencyId agency) {
        return TenantScope.in(
                agency,
                () -> reading.execute(status -> {
                    Instant asOf = clock.instant();
                    ServiceDay day = mall.today();
                    return new QueueBoard(
                            agency,
                            day,
                            asOf,
                            tickets.findByServiceDayAndStatusIn(day, SHOWN).stream()
                                    .map(Ticket::snapshot)
                                    .toList(),
                            shifts.inScope());
                }));
    }
}
