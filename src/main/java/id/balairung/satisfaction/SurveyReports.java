package id.balairung.satisfaction;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.ServiceDay;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws up reports on the survey: of the own agency for its admin, of any agency and of the mall for the head. Its figures are those of
 * the screen, read in one transaction. Each report that is handed out stands in the agency's trail.
 */
@Service
public class SurveyReports {

    private static final String DATA = "satisfaction";
    private static final int LOWEST = 3;

    private final SatisfactionReading readings;
    private final SurveyReportRows rows;
    private final ServiceCatalogue catalogue;
    private final StaffNames names;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final TransactionTemplate reading;

    SurveyReports(
            SatisfactionReading readings,
            SurveyReportRows rows,
            ServiceCatalogue catalogue,
            StaffNames names,
            CurrentMall mall,
            CurrentStaff currentStaff,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.readings = readings;
        this.rows = rows;
        this.catalogue = catalogue;
        this.names = names;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Draws up a report.
     *
     * @param agency whose; an agency's admin gets the own one's, whatever stands here; empty for the mall's, for the head
     * @param period in which the services were given; from 2000 until today's
     * @throws AccessDeniedException when there is no such agency
     * @throws IllegalArgumentException when the period lies too far back or ahead
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public SurveyReport report(Optional<AgencyId> agency, SurveyPeriod period) {
        LocalDate today = mall.today().date();
        if (period.from().isBefore(ServiceDay.FIRST) || period.from().isAfter(today)) {
            throw new IllegalArgumentException("No such period: " + period);
        }
        List<AgencySummary> all = catalogue.agencies();
        Optional<AgencySummary> whose = currentStaff
                .require()
                .agency()
                .or(() -> agency)
                .map(asked -> all.stream()
                        .filter(known -> known.id().equals(asked))
                        .findAny()
                        .orElseThrow(() -> new AccessDeniedException("No such agency")));
        SurveyReport report = reading.execute(
                status -> whose.map(one -> ofAgency(one, period, today)).orElseGet(() -> ofMall(all, period, today)));
        whose.map(List::of)
                .orElse(all)
                .forEach(one -> trail.recordAlone(
                        AuditEvent.of(AuditKind.EXPORTED, one.id(), DATA).with("period", period.code())));
        return report;
    }

    private SurveyReport ofAgency(AgencySummary agency, SurveyPeriod period, LocalDate today) {
        AgencySatisfaction read = readings.of(agency.id(), period);
        SurveyReportRows.Span span = span(period);
        List<Responses.Found> lowest = read.responses().lowest(read.asked(), LOWEST);
        return new SurveyReport(
                mall.rules().name(),
                Optional.of(agency),
                period,
                until(period, today),
                !today.isAfter(period.to()),
                read.asked(),
                surveyed(agency, read),
                rows.respondents(agency.id(), span),
                planned(lowest, rows.plans(agency.id(), codes(lowest), span), List.of(agency)),
                read.trend());
    }

    private SurveyReport ofMall(List<AgencySummary> all, SurveyPeriod period, LocalDate today) {
        MallSatisfaction read = readings.mall(AllAgencies.READ, period);
        SurveyReportRows.Span span = span(period);
        List<Responses.Found> lowest = read.responses().lowest(read.asked(), LOWEST);
        return new SurveyReport(
                mall.rules().name(),
                Optional.empty(),
                period,
                until(period, today),
                !today.isAfter(period.to()),
                read.asked(),
                new Surveyed(
                        mall.rules().name(),
                        read.responses(),
                        read.sample(),
                        all.stream()
                                .map(agency -> surveyed(agency, readings.of(agency.id(), period)))
                                .toList()),
                rows.respondents(AllAgencies.READ, span),
                planned(lowest, rows.plans(AllAgencies.READ, codes(lowest), span), all),
                read.trend());
    }

    private Surveyed surveyed(AgencySummary agency, AgencySatisfaction read) {
        return new Surveyed(
                agency.name(),
                read.responses(),
                read.sample(),
                read.services().stream()
                        .map(service -> new Surveyed(
                                catalogue.service(service.service()).nameIndonesian(),
                                service.responses(),
                                service.sample(),
                                List.of()))
                        .toList());
    }

    private List<SurveyReport.LowUnsur> planned(
            List<Responses.Found> lowest, List<SurveyReportRows.PlanRow> plans, List<AgencySummary> agencies) {
        Map<StaffId, String> owners = names.of(
                plans.stream().flatMap(plan -> plan.owner().stream()).distinct().toList());
        Map<AgencyId, AgencySummary> known =
                agencies.stream().collect(Collectors.toMap(AgencySummary::id, agency -> agency));
        return lowest.stream()
                .map(found -> new SurveyReport.LowUnsur(
                        found,
                        plans.stream()
                                .filter(plan ->
                                        plan.unsur().equals(found.unsur().code()))
                                .flatMap(plan -> Optional.ofNullable(known.get(plan.agency())).stream()
                                        .map(whose -> new SurveyReport.Plan(
                                                whose,
                                                plan.action(),
                                                plan.owner().map(owners::get),
                                                plan.due(),
                                                plan.state(),
                                                plan.result())))
                                .toList()))
                .toList();
    }

    private static Collection<UnsurCode> codes(List<Responses.Found> lowest) {
        return lowest.stream().map(found -> found.unsur().code()).toList();
    }

    private static SurveyReportRows.Span span(SurveyPeriod period) {
        return new SurveyReportRows.Span(period.from(), period.to());
    }

    private static LocalDate until(SurveyPeriod period, LocalDate today) {
        return today.isBefore(period.to()) ? today : period.to();
    }
}
