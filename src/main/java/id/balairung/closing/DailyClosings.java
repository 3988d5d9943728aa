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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final MallRows mallRows;
    private final DueDays due;
    private final DayCloser closer;
    private final MallCloser mallCloser;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final AuditTrail trail;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final TransactionTemplate reading;

    DailyClosings(
            ClosingRows rows,
            MallRows mallRows,
            DueDays due,
            DayCloser closer,
            MallCloser mallCloser,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            AuditTrail trail,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.mallRows = mallRows;
        this.due = due;
        this.closer = closer;
        this.mallCloser = mallCloser;
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
     * The totals of an agency's days; without today's.
     *
     * @param agency whose; an agency's admin reads the own one, whatever stands here
     * @param month the month
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public MonthFigures month(AgencyId agency, YearMonth month) {
        AgencyId read = readable(agency);
        return reading.execute(status -> new MonthFigures(
                rows.days(read, month.atDay(1), month.atEndOfMonth()).stream()
                        .collect(Collectors.toUnmodifiableMap(DayReport::day, DayReport::total)),
                due.toCome(read, month.atDay(1), lastOver(month))));
    }

    /**
     * A day of the whole mall; today what it brought so far.
     *
     * @param day the service day, in the mall's zone
     * @return empty when no agency has a report of it
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public Optional<MallDay> mallDay(LocalDate day) {
        List<AgencyId> all = everyAgency();
        return reading.execute(status -> {
            if (day.equals(mall.today().date())) {
                return Optional.of(mallCloser.reckon(all, day, clock.instant()));
            }
            List<AgencyDay> agencies = rows.days(AllAgencies.READ, day, day);
            return Optional.ofNullable(mallDays(agencies, day, day).get(day)).map(total -> {
                Closing last = agencies.stream()
                        .flatMap(agency -> agency.report().closing().stream())
                        .reduce(Closing::and)
                        .orElseThrow();
                return new MallDay(new DayReport(day, Optional.of(last), total, Map.of(), Map.of()), agencies);
            });
        });
    }

    /**
     * The totals of the whole mall's days; without today's.
     *
     * @param month the month
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public MonthFigures mallMonth(YearMonth month) {
        everyAgency();
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        return reading.execute(status -> new MonthFigures(
                mallDays(rows.days(AllAgencies.READ, from, to), from, to),
                due.toCome(AllAgencies.READ, from, lastOver(month))));
    }

    /** All agencies, each of which finds the reading in its trail. */
    private List<AgencyId> everyAgency() {
        List<AgencyId> all =
                catalogue.agencies().stream().map(AgencySummary::id).toList();
        readings.of(all, DATA);
        return all;
    }

    private Map<LocalDate, DayFigures> mallDays(List<AgencyDay> agencies, LocalDate from, LocalDate to) {
        Map<LocalDate, DayFigures> days = new HashMap<>();
        agencies.forEach(
                agency -> days.merge(agency.report().day(), agency.report().total(), DayFigures::plus));
        Map<LocalDate, MallRows.DayRanks> ranks = mallRows.between(AllAgencies.READ, from, to);
        days.replaceAll((day, sum) -> sum.ranked(ranks.getOrDefault(day, MallRows.DayRanks.NONE)));
        return days;
    }

    /** The month's last day that is over; the day before its first when none is. */
    private LocalDate lastOver(YearMonth month) {
        LocalDate yesterday = mall.today().date().minusDays(1);
        LocalDate last = month.atEndOfMonth();
        LocalDate over = last.isBefore(yesterday) ? last : yesterday;
        LocalDate none = month.atDay(1).minusDays(1);
        return over.isBefore(none) ? none : over;
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
