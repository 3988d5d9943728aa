package id.balairung.isolation;

import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.State.ANY;
import static id.balairung.isolation.State.COMPLETED;
import static id.balairung.security.Role.AGENCY_ADMIN;
import static id.balairung.security.Role.MALL_HEAD;

import id.balairung.agency.CurrentMall;
import id.balairung.closing.DailyClosings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the daily reports. */
final class DailyClosingRows {

    private static final String OWN =
            "an agency's admin reads the own reports, whatever agency is named: DailyClosingsTest";

    /** Nobody closed a day in it. */
    private static final YearMonth MONTH = YearMonth.of(2091, 1);

    private DailyClosingRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                screen("/laporan-harian/:day? DailyReportView")
                        .at("laporan-harian")
                        .opensFor(AGENCY_ADMIN, MALL_HEAD),
                service(
                                "DailyClosings.day(AgencyId, LocalDate)",
                                COMPLETED,
                                cell -> cell.the(DailyClosings.class).day(cell.agency(), today(cell)))
                        .agencyAdmin(DONE, DONE)
                        .head(DONE)
                        .because(OWN),
                service(
                                "DailyClosings.month(AgencyId, YearMonth)",
                                ANY,
                                cell -> cell.the(DailyClosings.class)
                                        .month(cell.agency(), MONTH)
                                        .days())
                        .agencyAdmin(EMPTY, EMPTY)
                        .head(EMPTY)
                        .because(OWN),
                service(
                                "DailyClosings.mallDay(LocalDate)",
                                ANY,
                                cell -> cell.the(DailyClosings.class).mallDay(today(cell)))
                        .head(DONE)
                        .because("a reading that each agency finds in its trail"),
                service(
                                "DailyClosings.mallMonth(YearMonth)",
                                ANY,
                                cell -> cell.the(DailyClosings.class).mallMonth(MONTH))
                        .head(DONE)
                        .because("a reading that each agency finds in its trail"),
                service(
                                "DailyClosings.export(Optional, YearMonth)",
                                ANY,
                                cell -> cell.the(DailyClosings.class).export(Optional.of(cell.agency()), MONTH))
                        .agencyAdmin(EMPTY, EMPTY)
                        .head(EMPTY)
                        .because(OWN));
    }

    private static LocalDate today(Cell cell) {
        return cell.the(CurrentMall.class).today().date();
    }
}
