package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.TRANSFER;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.Row.standing;
import static id.balairung.isolation.State.ANY;
import static id.balairung.security.Role.AGENCY_ADMIN;
import static id.balairung.security.Role.MALL_HEAD;

import id.balairung.dashboard.PeriodReportFile;
import id.balairung.dashboard.PeriodReports;
import id.balairung.dashboard.ReportPeriod;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyResults;
import id.balairung.tenancy.AllAgencies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the monthly and yearly reports. */
final class ReportRows {

    private static final String OWN =
            "an agency's admin gets the own reports, whatever agency is named: PeriodReportsTest";

    /** Nobody came in it. */
    private static final ReportPeriod MONTH = ReportPeriod.of(ReportPeriod.Length.MONTH, LocalDate.of(2001, 1, 1));

    private static final SurveyPeriod SURVEYED = new SurveyPeriod(SurveyPeriod.Length.MONTH, YearMonth.of(2001, 1));

    private ReportRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                screen("/dasbor/laporan PeriodReportsView").at("dasbor/laporan").opensFor(AGENCY_ADMIN, MALL_HEAD),
                service(
                                "PeriodReports.list(Optional)",
                                ANY,
                                cell -> cell.the(PeriodReports.class).list(Optional.of(cell.agency())))
                        .agencyAdmin(EMPTY, EMPTY)
                        .head(EMPTY)
                        .because(OWN),
                service(
                                "PeriodReports.file(Optional, ReportPeriod, Format)",
                                ANY,
                                cell -> cell.the(PeriodReports.class)
                                        .file(Optional.of(cell.agency()), MONTH, PeriodReportFile.Format.PDF))
                        .agencyAdmin(EMPTY, EMPTY)
                        .head(EMPTY)
                        .because(OWN),
                service(
                                "SurveyResults.of(AgencyId, SurveyPeriod)",
                                ANY,
                                cell -> cell.the(SurveyResults.class).of(cell.agency(), SURVEYED))
                        .everybody(INSIDE),
                service(
                                "SurveyResults.of(AllAgencies, SurveyPeriod)",
                                ANY,
                                cell -> cell.the(SurveyResults.class).of(AllAgencies.READ, SURVEYED))
                        .everybody(INSIDE),
                service(
                                "SurveyResults.none(SurveyPeriod)",
                                ANY,
                                cell -> cell.the(SurveyResults.class).none(SURVEYED))
                        .everybody(INSIDE),
                standing(
                        EntryPoint.Kind.SERVICE,
                        "ReportPress.pdf(PeriodReport)",
                        "writes what it is given: the report was read with the rights of whoever asked"),
                standing(
                        EntryPoint.Kind.SERVICE,
                        "ReportPress.xlsx(PeriodReport)",
                        "writes what it is given: the report was read with the rights of whoever asked"),
                standing(
                        TRANSFER,
                        "PeriodReportDownload",
                        "a link of the screen's own, read with the person's rights: ReportsOnTheWireTest"),
                standing(
                        TRANSFER,
                        "PeriodReportsView",
                        "makes the links of PeriodReportDownload: ReportsOnTheWireTest"));
    }
}
