package id.balairung.history;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.ReadingAcross;
import id.balairung.common.ServiceDay;
import id.balairung.queue.TicketId;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
    private final GoingOn goingOn;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    ServiceHistory(
            TurnRows rows,
            GoingOn goingOn,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.goingOn = goingOn;
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
        ZoneId zone = mall.rules().zone();
        LocalDate today = mall.today().date();
        List<TurnDetail> found = reading.execute(status -> reader.agency()
                .map(agency -> rows.turns(agency, ticket, self, zone, today))
                .orElseGet(() -> rows.turns(AllAgencies.READ, ticket, zone, today)));
        readings.of(found.stream().map(turn -> turn.entry().key().agency()).toList(), DATA);
        return seesRatings()
                ? found
                : found.stream().map(TurnDetail::withoutRating).toList();
    }

    /**
     * Today's turns that were called and go on, the last called first. Where a figure counts those that wait, they too; and those of
     * days that are over which nobody has settled yet, where it counts them, as do the abandoned ones.
     *
     * @param filter which; how a turn ended, how it was rated and what was noted of it isn't known yet
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<HistoryEntry> underWay(HistoryFilter filter) {
        return goingOn.matching(readable(filter));
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
