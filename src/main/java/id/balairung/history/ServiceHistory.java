package id.balairung.history;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.ReadingAcross;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterNumbers;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TurnsUnderWay;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The turns that were called or have ended. An officer reads the own ones, an agency's admin those of the agency, the head all:
 * that is a reading that each agency finds in its trail. Whatever a filter says, nobody reads more than that. An officer never learns
 * what a visitor said of one of these turns: they would know whose it was.
 */
@Service
public class ServiceHistory {

    private static final String DATA = "history";

    /** So many search at once, and the others wait: the counters need connections to the database, too. */
    private static final int AT_ONCE = 6;

    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final TurnRows rows;
    private final TurnsUnderWay underWay;
    private final CounterNumbers counters;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    ServiceHistory(
            TurnRows rows,
            TurnsUnderWay underWay,
            CounterNumbers counters,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.underWay = underWay;
        this.counters = counters;
        this.catalogue = catalogue;
        this.mall = mall;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A page of turns that have ended.
     *
     * @param filter which
     * @param order in which order
     * @param after the place after which the page begins; empty for the first
     * @param limit how many at most
     * @throws QueryTimeoutException when so few are found in so many days that it takes too long
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<HistoryEntry> page(HistoryFilter filter, HistoryOrder order, Optional<HistoryKey> after, int limit) {
        HistoryFilter readable = readable(filter);
        List<HistoryEntry> found = searched(() -> readable.agency()
                .map(agency -> rows.page(agency, readable, mall.rules().zone(), order, after, limit))
                .orElseGet(
                        () -> rows.page(AllAgencies.READ, readable, mall.rules().zone(), order, after, limit)));
        return seesRatings()
                ? found
                : found.stream().map(HistoryEntry::withoutRating).toList();
    }

    /** Whether whoever is signed in may know how a single turn was rated. */
    boolean seesRatings() {
        return currentStaff.require().role() != Role.OFFICER;
    }

    /**
     * How many turns have ended.
     *
     * @param filter which
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public HistoryTotal total(HistoryFilter filter) {
        HistoryFilter readable = readable(filter);
        return searched(() -> readable.agency()
                .map(agency -> rows.total(agency, readable, mall.rules().zone()))
                .orElseGet(() ->
                        rows.total(AllAgencies.READ, readable, mall.rules().zone())));
    }

    private <T> T searched(Supplier<T> search) {
        boolean mine = false;
        try {
            mine = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new QueryTimeoutException("Too many are searching the history");
            }
            return reading.execute(status -> search.get());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Nobody waits for it any more", ended);
        } finally {
            if (mine) {
                places.release();
            }
        }
    }

    /**
     * A ticket's turns that have ended, those of an older system included.
     *
     * @param ticket the ticket
     * @return in their order; none when there is none that this person may read
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<TurnDetail> turns(TicketId ticket) {
        StaffPrincipal reader = currentStaff.require();
        Optional<StaffId> self = Optional.of(reader.id()).filter(id -> reader.role() == Role.OFFICER);
        List<TurnDetail> found = reading.execute(status -> reader.agency()
                .map(agency -> rows.turns(agency, ticket, self))
                .orElseGet(() -> rows.turns(AllAgencies.READ, ticket)));
        readings.of(found.stream().map(turn -> turn.entry().key().agency()).toList(), DATA);
        return seesRatings()
                ? found
                : found.stream().map(TurnDetail::withoutRating).toList();
    }

    /**
     * Today's turns that were called and go on, the last called first.
     *
     * @param filter which; how a turn ended, how it was rated and what was noted of it isn't known yet
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<HistoryEntry> underWay(HistoryFilter filter) {
        HistoryFilter readable = readable(filter);
        LocalDate today = mall.today().date();
        if (today.isBefore(readable.from())
                || today.isAfter(readable.to())
                || readable.result().isPresent()
                || readable.rating().isPresent()
                || !readable.note().isEmpty()) {
            return List.of();
        }
        Map<AgencyId, List<TicketSnapshot>> now = underWay.now();
        Map<CounterId, Integer> numbers = numbers(now);
        return now.entrySet().stream()
                .filter(entry -> readable.agency().map(entry.getKey()::equals).orElse(true))
                .flatMap(entry -> entry.getValue().stream().map(ticket -> entry(entry.getKey(), ticket, numbers)))
                .filter(entry -> matches(entry, readable))
                .sorted(Comparator.comparing((HistoryEntry entry) -> entry.key().at())
                        .reversed())
                .toList();
    }

    private Map<CounterId, Integer> numbers(Map<AgencyId, List<TicketSnapshot>> now) {
        Set<CounterId> asked = now.values().stream()
                .flatMap(List::stream)
                .flatMap(ticket -> ticket.counter().stream())
                .collect(Collectors.toSet());
        Supplier<Map<CounterId, Integer>> numbers = () -> reading.execute(status -> counters.of(asked));
        return currentStaff.require().agency().isPresent() ? numbers.get() : TenantScope.acrossAgencies(numbers);
    }

    private HistoryEntry entry(AgencyId agency, TicketSnapshot ticket, Map<CounterId, Integer> numbers) {
        Optional<Duration> wait = ticket.waitingTime();
        Duration target = catalogue.service(ticket.service()).targetWait();
        return new HistoryEntry(
                new HistoryKey(ticket.lastCalledAt().orElse(ticket.queuedAt()), agency, ticket.id(), ticket.turn()),
                ticket.number(),
                ticket.service(),
                ticket.counter().map(numbers::get),
                ticket.officer(),
                ticket.priorityClass(),
                ticket.status(),
                Optional.empty(),
                ticket.queuedAt(),
                ticket.lastCalledAt(),
                Optional.empty(),
                wait,
                ticket.servingSince()
                        .flatMap(began -> ticket.lastCalledAt().map(called -> Duration.between(called, began))),
                Optional.empty(),
                wait.filter(waited -> waited.compareTo(target) > 0).isPresent(),
                Optional.empty(),
                false);
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
                && (!filter.overTarget() || entry.overTarget())
                && filter.number().map(typed -> typed.matches(entry.number())).orElse(true);
    }

    /** Narrows a filter to what the person may read and to days that can be, and lets the reading of other agencies be recorded. */
    HistoryFilter readable(HistoryFilter asking) {
        StaffPrincipal reader = currentStaff.require();
        LocalDate today = mall.today().date();
        HistoryFilter filter = asking.between(
                asking.from().isBefore(ServiceDay.FIRST) ? ServiceDay.FIRST : asking.from(),
                asking.to().isAfter(today) ? today : asking.to());
        if (reader.agency().isPresent()) {
            HistoryFilter own = filter.in(reader.agency());
            return reader.role() == Role.OFFICER ? own.by(reader.id()).howeverRated() : own;
        }
        // A service is one agency's: its turns are found among that agency's.
        HistoryFilter asked = filter.agency().isPresent()
                ? filter
                : filter.in(filter.service()
                        .map(service -> catalogue.service(service).agency()));
        List<AgencyId> read = catalogue.agencies().stream()
                .map(AgencySummary::id)
                .filter(agency -> asked.agency().map(agency::equals).orElse(true))
                .toList();
        readings.of(read, DATA);
        return asked;
    }
}
