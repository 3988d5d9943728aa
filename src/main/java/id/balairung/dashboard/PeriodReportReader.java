package id.balairung.dashboard;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyResult;
import id.balairung.satisfaction.SurveyResults;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a report together, in one transaction, so that all its figures are of one moment. */
@Component
class PeriodReportReader {

    private final Rollups rollups;
    private final SurveyResults survey;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final TransactionTemplate reading;

    PeriodReportReader(
            Rollups rollups,
            SurveyResults survey,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            PlatformTransactionManager transactions) {
        this.rollups = rollups;
        this.survey = survey;
        this.catalogue = catalogue;
        this.mall = mall;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Reads one.
     *
     * @param whose an agency's; empty for the mall's
     * @param period which; it is over
     * @param madeAt when it is made, UTC
     * @param version the how manieth it is
     */
    PeriodReport read(Optional<AgencyId> whose, ReportPeriod period, Instant madeAt, int version) {
        String name = mall.rules().name();
        Optional<AgencySummary> agency = whose.map(catalogue::agency);
        Scope scope = whose.<Scope>map(Scope.OfAgency::new).orElseGet(() -> new Scope.Mall(AllAgencies.READ));
        ReportPeriod before = period.minus(1);
        return reading.execute(status -> {
            Map<AgencyId, SurveyResult> each =
                    whose.isPresent() ? Map.of() : survey.of(AllAgencies.READ, period.survey());
            return new PeriodReport(
                    name,
                    agency,
                    period,
                    madeAt,
                    version,
                    rollups.past(scope, period.from(), period.to()),
                    rollups.past(scope, before.from(), before.to()),
                    whose.map(own -> survey.of(own, period.survey())).orElseGet(() -> pooled(each, period.survey())),
                    whose.map(own -> survey.of(own, before.survey()))
                            .orElseGet(() -> pooled(survey.of(AllAgencies.READ, before.survey()), before.survey())),
                    each);
        });
    }

    private SurveyResult pooled(Map<AgencyId, SurveyResult> each, SurveyPeriod period) {
        return each.values().stream().reduce(survey.none(period), SurveyResult::plus);
    }
}
