package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.TRANSFER;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.Row.standing;
import static id.balairung.isolation.State.ANY;
import static id.balairung.security.Role.AGENCY_ADMIN;
import static id.balairung.security.Role.MALL_HEAD;
import static id.balairung.security.Role.OFFICER;

import id.balairung.agency.CurrentMall;
import id.balairung.history.ExportId;
import id.balairung.history.ExportJobs;
import id.balairung.history.ExportTexts;
import id.balairung.history.ExportWish;
import id.balairung.history.HistoryExport;
import id.balairung.history.HistoryFilter;
import id.balairung.sheet.SheetFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** The rows of the history as files. Whose files are whose: ExportJobsTest, FetchedByAddressTest. */
final class HistoryFileRows {

    private static final String OWN_ROWS = "the own turns, the agency's or all, as in the list: HistoryExportTest";

    private HistoryFileRows() {}

    static Stream<Row> rows() {
        return Stream.of(screens(), exports(), transfers()).flatMap(rows -> rows);
    }

    private static Stream<Row> screens() {
        return Stream.of(
                screen("/riwayat/ekspor ExportsView").opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD));
    }

    private static Stream<Row> exports() {
        return Stream.of(
                export(
                                "HistoryExport.table(ExportWish, ExportProgress)",
                                cell -> cell.the(HistoryExport.class).table(wish(cell), rows -> {}))
                        .because(OWN_ROWS),
                export("ExportJobs.request(ExportWish)", cell -> {
                            ExportId id = cell.the(ExportJobs.class).request(wish(cell));
                            cell.the(ExportJobs.class).cancel(id);
                            return id;
                        })
                        .because(OWN_ROWS),
                export("ExportJobs.own()", cell -> {
                    cell.the(ExportJobs.class).own();
                    return null;
                }),
                export("ExportJobs.cancel(ExportId)", cell -> {
                            cell.the(ExportJobs.class).cancel(ExportId.next());
                            return null;
                        })
                        .because("nothing happens to another's"),
                export("ExportJobs.delete(ExportId)", cell -> {
                            cell.the(ExportJobs.class).delete(ExportId.next());
                            return null;
                        })
                        .because("nothing happens to another's"),
                service(
                                "ExportJobs.fetch(ExportId)",
                                ANY,
                                cell -> cell.the(ExportJobs.class).fetch(ExportId.next()))
                        .officer(EMPTY)
                        .agencyAdmin(EMPTY)
                        .head(EMPTY)
                        .because("another's is none"),
                export("ExportJobs.follow(Runnable)", cell -> {
                            cell.the(ExportJobs.class).follow(() -> {}).run();
                            return null;
                        })
                        .because("tells that something of one's own went on, and no more"),
                service(
                                "ExportTexts.text(Locale, String, Object[])",
                                ANY,
                                cell -> cell.the(ExportTexts.class).text(Locale.ENGLISH, "history.export.yes"))
                        .everybody(DONE)
                        .because("the application's own words"));
    }

    private static Row export(String method, Row.Call call) {
        return service(method, ANY, call).officer(DONE).agencyAdmin(DONE).head(DONE);
    }

    private static Stream<Row> transfers() {
        return Stream.of(
                standing(
                        TRANSFER,
                        "HistoryExportMenu",
                        "makes a link for each click: TransfersOnTheWireTest's rules hold"),
                standing(
                        TRANSFER,
                        "HistoryDownload",
                        "reads with the rights of whoever asks, when they ask: HistoryExportTest"),
                standing(TRANSFER, "ExportLine", "a link of the screen's own: FetchedByAddressTest"),
                standing(
                        TRANSFER,
                        "FetchedExport",
                        "fetches with the rights of whoever asks, when they ask: FetchedByAddressTest"));
    }

    private static ExportWish wish(Cell cell) {
        LocalDate today = cell.the(CurrentMall.class).today().date();
        return new ExportWish(HistoryFilter.of(today, today), SheetFormat.CSV, false, Locale.ENGLISH);
    }
}
