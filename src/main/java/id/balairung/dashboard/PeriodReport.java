package id.balairung.dashboard;

import id.balairung.agency.AgencySummary;
import id.balairung.rollup.PeriodFigures;
import id.balairung.satisfaction.SurveyResult;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a report on a month or year carries, of an agency or of the whole mall.
 *
 * @param mall the mall's name
 * @param agency whose; empty for the mall's
 * @param period which
 * @param madeAt when it was made, UTC
 * @param version how often its figures have been others than before, this time included
 * @param figures the period's
 * @param before those of the period before
 * @param said what the survey found
 * @param saidBefore what it had found in the period before
 * @param saidOf of the mall what it found at each agency; those without are missing
 */
public record PeriodReport(
        String mall,
        Optional<AgencySummary> agency,
        ReportPeriod period,
        Instant madeAt,
        int version,
        PeriodFigures figures,
        PeriodFigures before,
        SurveyResult said,
        SurveyResult saidBefore,
        Map<AgencyId, SurveyResult> saidOf) {

    /** The same figures as a report that was made then. */
    PeriodReport as(Instant made, int other) {
        return new PeriodReport(mall, agency, period, made, other, figures, before, said, saidBefore, saidOf);
    }
}
