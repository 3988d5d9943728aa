package id.balairung.queue;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.alert.Alert;
import id.balairung.alert.Alerts;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CountersNow;
import id.balairung.counter.OpenShifts;
import id.balairung.queue.DayReckoning.Departure;
import id.balairung.queue.DayReckoning.TransferredTurn;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads boards: one agency's in that agency's scope, or all agencies' at once. Either is one short transaction of the same
 * few statements, however many screens, services or counters there are.
 */
@Component
class QueueBoardReader {

    /** Those after which a ticket's row no longer tells where it was before. */
    private static final Set<EventType> MOVING_ON =
            Set.of(EventType.TRANSFERRED, EventType.RETURNED, EventType.RESUMED);

    private static final CountersNow NO_COUNTERS = new CountersNow(List.of(), List.of());

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final OpenShifts shifts;
    private final Alerts alerts;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final TransactionTemplate reading;
    private final Clock clock;

    QueueBoardReader(
            TicketRepository tickets,
            TicketEventRepository events,
            OpenShifts shifts,
            Alerts alerts,
            CurrentMall mall,
            ServiceCatalogue catalogue,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.shifts = shifts;
        this.alerts = alerts;
        this.mall = mall;
        this.catalogue = catalogue;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** One agency's board. */
    QueueBoard read(AgencyId agency) {
        return TenantScope.in(agency, read(List.of(agency))).board(agency);
    }

    /** Every agency's board. */
    List<QueueBoard> readAll() {
        List<AgencyId> all =
                catalogue.agencies().stream().map(AgencySummary::id).toList();
        Rows rows = TenantScope.acrossAgencies(read(all));
        return all.stream().map(rows::board).toList();
    }

    private Supplier<Rows> read(List<AgencyId> agencies) {
        return () -> reading.execute(status -> {
            Instant asOf = clock.instant();
            ServiceDay day = mall.today();
            return new Rows(
                    CallPolicy.of(mall.rules()),
                    day,
                    asOf,
                    tickets.findByServiceDay(day).stream().collect(Collectors.groupingBy(Ticket::agencyId)),
                    events
                            .findSince(agencies.stream().map(AgencyId::value).toList(), MOVING_ON, mall.todayBegan())
                            .stream()
                            .sorted(Comparator.comparing(TicketEvent::id))
                            .collect(Collectors.groupingBy(TicketEvent::agencyId)),
                    shifts.inScope(),
                    alerts.lastingInScope());
        });
    }

    /** What was read, by agency. */
    private final class Rows {

        private final CallPolicy policy;
        private final ServiceDay day;
        private final Instant asOf;
        private final Map<AgencyId, List<Ticket>> tickets;
        private final Map<AgencyId, List<TicketEvent>> moves;
        private final Map<AgencyId, CountersNow> counters;
        private final Map<AgencyId, List<Alert>> alerts;

        private Rows(
                CallPolicy policy,
                ServiceDay day,
                Instant asOf,
                Map<AgencyId, List<Ticket>> tickets,
                Map<AgencyId, List<TicketEvent>> moves,
                Map<AgencyId, CountersNow> counters,
                Map<AgencyId, List<Alert>> alerts) {
            this.policy = policy;
            this.day = day;
            this.asOf = asOf;
            this.tickets = tickets;
            this.moves = moves;
            this.counters = counters;
            this.alerts = alerts;
        }

        private QueueBoard board(AgencyId agency) {
            List<TicketSnapshot> today = tickets.getOrDefault(agency, List.of()).stream()
                    .map(Ticket::snapshot)
                    .toList();
            List<ServiceSummary> services = catalogue.servicesOf(agency).stream()
                    .filter(service -> !service.withdrawn() || isAsked(service, today))
                    .toList();
            List<TicketEvent> moved = moves.getOrDefault(agency, List.of());
            QueueBoard board = new QueueBoard(
                    agency,
                    day,
                    asOf,
                    services,
                    today.stream().filter(ticket -> ticket.status().onBoard()).toList(),
                    counters.getOrDefault(agency, NO_COUNTERS),
                    new DayReckoning(services, asOf).of(today, turns(moved), departures(moved)),
                    Map.of(),
                    alerts.getOrDefault(agency, List.of()));
            return board.forecasting(policy);
        }

        /** A withdrawn service stays on the boards as long as somebody has a number there. */
        private static boolean isAsked(ServiceSummary service, List<TicketSnapshot> today) {
            return today.stream().anyMatch(ticket -> ticket.service().equals(service.id()));
        }

        private static Collection<TransferredTurn> turns(List<TicketEvent> moves) {
            return moves.stream()
                    .filter(event -> event.type() == EventType.TRANSFERRED)
                    .flatMap(event -> event.before().stream()
                            .map(before ->
                                    new TransferredTurn(event.ticketId(), event.turn(), before, event.occurredAt())))
                    .toList();
        }

        private static Collection<Departure> departures(List<TicketEvent> moves) {
            return moves.stream()
                    .filter(event -> event.type() != EventType.TRANSFERRED)
                    .flatMap(event -> event.before().stream())
                    .flatMap(before -> before.departure().stream())
                    .toList();
        }
    }
}
