package id.balairung.history;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterNumbers;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TurnsUnderWay;
import id.balairung.security.CurrentStaff;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the turns that haven't ended: they are few, live in their tickets, and stand above the history's rows. */
@Component
class GoingOn {

    private final TurnsUnderWay underWay;
    private final CounterNumbers counters;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final TransactionTemplate reading;

    GoingOn(
            TurnsUnderWay underWay,
            CounterNumbers counters,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.underWay = underWay;
        this.counters = counters;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Those that a filter finds, the last called first. */
    List<HistoryEntry> matching(HistoryFilter readable) {
        Map<AgencyId, List<TicketSnapshot>> found = found(readable);
        Map<CounterId, Integer> numbers = numbers(found);
        Instant now = clock.instant();
        return found.entrySet().stream()
                .filter(entry -> readable.agency().map(entry.getKey()::equals).orElse(true))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(ticket -> open(ticket, now).isIn(readable.figure()))
                        .map(ticket -> entry(entry.getKey(), ticket, open(ticket, now), numbers)))
                .filter(entry -> matches(entry, readable))
                .sorted(Comparator.comparing((HistoryEntry entry) -> entry.key().at())
                        .reversed())
                .toList();
    }

    private Map<AgencyId, List<TicketSnapshot>> found(HistoryFilter filter) {
        LocalDate today = mall.today().date();
        boolean abandoned = filter.result().filter(TurnResult.ABANDONED::equals).isPresent();
        if (filter.rating().isPresent()
                || !filter.note().isEmpty()
                || filter.figure().serviceTime().isPresent()
                || filter.result().isPresent() && !abandoned) {
            return Map.of();
        }
        if (!abandoned && !filter.figure().countsOpen()) {
            return today.isBefore(filter.from()) || today.isAfter(filter.to()) ? Map.of() : underWay.now();
        }
        // Only what is left of a day that is over counts as abandoned.
        LocalDate last = abandoned && !filter.to().isBefore(today) ? today.minusDays(1) : filter.to();
        return filter.from().isAfter(last)
                ? Map.of()
                : underWay.open(agencies(filter), new ServiceDay(filter.from()), new ServiceDay(last));
    }

    private List<AgencyId> agencies(HistoryFilter filter) {
        return filter.agency()
                .map(List::of)
                .orElseGet(() ->
                        catalogue.agencies().stream().map(AgencySummary::id).toList());
    }

    private Map<CounterId, Integer> numbers(Map<AgencyId, List<TicketSnapshot>> found) {
        Set<CounterId> asked = found.values().stream()
                .flatMap(List::stream)
                .flatMap(ticket -> ticket.counter().stream())
                .collect(Collectors.toSet());
        Supplier<Map<CounterId, Integer>> numbers = () -> reading.execute(status -> counters.of(asked));
        return currentStaff.require().agency().isPresent() ? numbers.get() : TenantScope.acrossAgencies(numbers);
    }

    private TurnFigures.Open open(TicketSnapshot ticket, Instant now) {
        return new TurnFigures.Open(
                ticket.serviceDay().date(),
                ticket.turn(),
                ticket.issuedAt(),
                ticket.queuedAt(),
                calledAt(ticket),
                catalogue.service(ticket.service()).targetWait(),
                now,
                mall.rules().zone());
    }

    /** Since it entered this queue: one that came back after a no-show was called before that. */
    private static Optional<Instant> calledAt(TicketSnapshot ticket) {
        return ticket.lastCalledAt().filter(called -> !called.isBefore(ticket.queuedAt()));
    }

    private HistoryEntry entry(
            AgencyId agency, TicketSnapshot ticket, TurnFigures.Open open, Map<CounterId, Integer> numbers) {
        Optional<Instant> called = calledAt(ticket);
        return new HistoryEntry(
                new HistoryKey(place(ticket, open.zone()), agency, ticket.id(), ticket.turn()),
                ticket.number(),
                ticket.service(),
                ticket.counter().map(numbers::get),
                ticket.officer(),
                ticket.priorityClass(),
                ticket.status(),
                Optional.empty(),
                ticket.queuedAt(),
                called,
                Optional.empty(),
                called.map(moment -> Duration.between(ticket.queuedAt(), moment)),
                ticket.servingSince().flatMap(began -> called.map(moment -> Duration.between(moment, began))),
                Optional.empty(),
                open.missed(),
                Optional.empty(),
                false,
                open.unsettled());
    }

    private static Instant place(TicketSnapshot ticket, ZoneId zone) {
        Instant moment = calledAt(ticket).orElse(ticket.queuedAt());
        Instant last = TurnFigures.lastOf(ticket.serviceDay().date(), zone);
        return moment.isAfter(last) ? last : moment;
    }

    private static boolean matches(HistoryEntry entry, HistoryFilter filter) {
        return filter.service().map(entry.service()::equals).orElse(true)
                && filter.counter()
                        .map(number -> entry.counter().filter(number::equals).isPresent())
                        .orElse(true)
                && filter.officer()
                        .map(staff -> entry.officer().filter(staff::equals).isPresent())
                        .orElse(true)
                && filter.priorityClass().map(entry.priorityClass()::equals).orElse(true)
                && filter.number().map(typed -> typed.matches(entry.number())).orElse(true);
    }
}
