package id.balairung.closing;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.audit.ReadingAcross;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily reports. An agency's admin reads those of the own agency, whatever is asked for; the head those of any, which is a
 * reading that the agency finds in its trail.
 */
@Service
public class DailyClosings {

    private static final String DATA = "daily-closing";

    private final ClosingRows rows;
    private final DayCloser closer;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final AuditTrail trail;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final TransactionTemplate reading;

    DailyClosings(
            ClosingRows rows,
            DayCloser closer,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            AuditTrail trail,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.closer = closer;
        this.catalogue = catalogue;
        this.mall = mall;
        this.trail = trail;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * An agency's day. Today it tells what the day brought so far.
     *
     * @param agency whose; an agency's admin reads the own one, whatever stands here
     * @param day the service day, in the mall's zone
     * @return empty when the day has no report: nobody came, it wasn't built yet, or it lies ahead
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Optional<DayReport> day(AgencyId agency, LocalDate day) {
        AgencyId read = readable(agency);
        return reading.execute(status -> day.equals(mall.today().date())
                ? Optional.of(closer.reckon(read, day, clock.instant()))
                : rows.report(read, day));
    }

    /**
     * The totals of an agency's days, the first one first; without today's.
     *
     * @param agency whose; an agency's admin reads the own one, whatever stands here
     * @param month the month
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<DayReport> month(AgencyId agency, YearMonth month) {
        AgencyId read = readable(agency);
        return reading.execute(status -> rows.days(read, month.atDay(1), month.atEndOfMonth()));
    }

    /**
     * The totals of every agency on each day of some days, the first one first; of today what it brought so far.
     *
     * @param from the first service day
     * @param to the last one
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public List<AgencyDay> everyAgency(LocalDate from, LocalDate to) {
        List<AgencyId> all =
                catalogue.agencies().stream().map(AgencySummary::id).toList();
        readings.of(all, DATA);
        LocalDate today = mall.today().date();
        return reading.execute(status -> from.equals(today) && to.equals(today)
                ? all.stream()
                        .map(agency -> new AgencyDay(agency, closer.reckon(agency, today, clock.instant())))
                        .toList()
                : rows.days(AllAgencies.READ, from, to));
    }

    /**
     * A month's reports for a file that leaves the house; the trail of each agency says so.
     *
     * @param agency whose; an agency's admin exports the own one, whatever stands here; empty for all of them, for the head
     * @param month the month
     * @return the totals of each agency's days, the first day first
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<AgencyDay> export(Optional<AgencyId> agency, YearMonth month) {
        Optional<AgencyId> read = currentStaff.require().agency().or(() -> agency);
        read.ifPresent(this::requireKnown);
        List<AgencyDay> found =
                reading.execute(status -> read.map(one -> rows.days(one, month.atDay(1), month.atEndOfMonth()).stream()
                                .map(day -> new AgencyDay(one, day))
                                .toList())
                        .orElseGet(() -> rows.days(AllAgencies.READ, month.atDay(1), month.atEndOfMonth())));
        Collection<AgencyId> told = read.<Collection<AgencyId>>map(List::of)
                .orElseGet(
                        () -> found.stream().map(AgencyDay::agency).distinct().toList());
        told.forEach(one -> trail.recordAlone(AuditEvent.of(AuditKind.EXPORTED, one, DATA)
                .with("month", month.toString())
                .with(
                        "rows",
                        String.valueOf(found.stream()
                                .filter(day -> day.agency().equals(one))
                                .count()))));
        return found;
    }

    private AgencyId readable(AgencyId asked) {
        return currentStaff.require().agency().orElseGet(() -> {
            requireKnown(asked);
            readings.of(List.of(asked), DATA);
            return asked;
        });
    }

    private void requireKnown(AgencyId agency) {
        if (catalogue.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new AccessDeniedException("No such agency");
        }
    }
}
