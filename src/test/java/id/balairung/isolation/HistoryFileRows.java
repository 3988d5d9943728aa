package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.SERVICE;
import static id.balairung.isolation.EntryPoint.Kind.TRANSFER;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.RULE;
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
import id.balairung.history.HistoryImport;
import id.balairung.history.ImportField;
import id.balairung.history.ImportId;
import id.balairung.history.ImportMapping;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.SheetFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** The rows of the history as files: what leaves and what comes in. Whose files are whose: ExportJobsTest, FetchedByAddressTest. */
final class HistoryFileRows {

    private static final String OWN_ROWS = "the own turns, the agency's or all, as in the list: HistoryExportTest";

    private HistoryFileRows() {}

    static Stream<Row> rows() {
        return Stream.of(screens(), exports(), imports(), transfers()).flatMap(rows -> rows);
    }

    private static Stream<Row> screens() {
        return Stream.of(
                screen("/riwayat/ekspor ExportsView").opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD),
                screen("/riwayat/impor HistoryImportView").opensFor(AGENCY_ADMIN));
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
                        .because("another's is none; one with notes only after a fresh proof: FetchedByAddressTest"),
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

    private static Stream<Row> imports() {
        return Stream.of(
                service(
                                "HistoryImport.look(SheetFile)",
                                ANY,
                                cell -> cell.the(HistoryImport.class).look(file()))
                        .agencyAdmin(DONE),
                service(
                                "HistoryImport.check(SheetFile, ImportMapping)",
                                ANY,
                                cell -> cell.the(HistoryImport.class).check(file(), mapping(cell)))
                        .agencyAdmin(DONE, DONE)
                        .because("another agency's service is unknown: a row with something wrong"),
                service("HistoryImport.begin(SheetFile, String, ImportMapping, IntConsumer)", ANY, cell -> {
                            try {
                                return cell.the(HistoryImport.class)
                                        .begin(file(), "uji.csv", mapping(cell), rows -> {})
                                        .join();
                            } catch (CompletionException refused) {
                                throw (RuntimeException) refused.getCause();
                            }
                        })
                        .agencyAdmin(DONE, RULE),
                service("HistoryImport.imports()", ANY, cell -> {
                            cell.the(HistoryImport.class).imports();
                            return null;
                        })
                        .agencyAdmin(DONE),
                service(
                                "HistoryImport.undo(ImportId)",
                                ANY,
                                cell -> cell.the(HistoryImport.class).undo(ImportId.next()))
                        .agencyAdmin(RULE)
                        .because("another agency's is none: HistoryImportTest"),
                standing(
                        SERVICE,
                        "DemoImport.bringIn(SheetFile, String)",
                        "only with the demonstration mall, for its past; as an agency's admin, into that agency: DemoPastTest"));
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
                        "fetches with the rights and the proof of whoever asks, when they ask: FetchedByAddressTest"),
                standing(TRANSFER, "ImportFindings", "a link of the screen's own, to what its person sent"),
                standing(TRANSFER, "ProblemsDownload", "tells what is wrong with what its person sent"),
                standing(
                        TRANSFER,
                        "SheetUpload",
                        "takes a file of the person's whose screen it is on: TransfersOnTheWireTest"));
    }

    private static ExportWish wish(Cell cell) {
        LocalDate today = cell.the(CurrentMall.class).today().date();
        return new ExportWish(HistoryFilter.of(today, today), SheetFormat.CSV, false, Locale.ENGLISH);
    }

    private static SheetFile file() {
        return new SheetFile(
                "Layanan;Nomor;Masuk antrean;Dipanggil;Selesai\r\nUji;1;2001-01-01 08:00;2001-01-01 08:10;2001-01-01 08:20\r\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static ImportMapping mapping(Cell cell) {
        return new ImportMapping(
                Map.of(
                        ImportField.SERVICE,
                        "Layanan",
                        ImportField.NUMBER,
                        "Nomor",
                        ImportField.QUEUED,
                        "Masuk antrean",
                        ImportField.CALLED,
                        "Dipanggil",
                        ImportField.ENDED,
                        "Selesai"),
                ImportMapping.DayOrder.DAY_FIRST,
                Map.of("uji", cell.service()));
    }
}
