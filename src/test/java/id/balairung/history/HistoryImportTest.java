package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Tables;
import id.balairung.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An older system's turns: all of a file or nothing, never twice, and gone again when the import is undone. */
@BalairungTest
class HistoryImportTest {

    private static final String HEADINGS =
            "Layanan;Nomor;Masuk antrean;Dipanggil;Mulai dilayani;Selesai;Loket;Petugas;Prioritas;Hasil\r\n";

    @Autowired
    Hall hall;

    @Autowired
    HistoryImport imports;

    @Autowired
    ServiceHistory history;

    @Autowired
    QueueDesk desk;

    @Autowired
    Tables tables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    ConfigurableApplicationContext context;

    private Hall.TestAgency agency;
    private String service;
    private String prefix;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 1);
        service = agency.service().nameIndonesian();
        prefix = agency.service().prefix();
    }

    @Test
    void turnsStandInTheHistoryAsTheFileTellsThem() {
        String officer = agency.officer().displayName();
        SheetFile file = csv(
                service
                        + ";12;2021-03-01 08:00:00;2021-03-01 08:10:30;2021-03-01 08:11:00;2021-03-01 08:20:00;Loket 03;"
                        + officer + ";Lansia;Selesai",
                prefix + ";" + prefix
                        + "-013;1/3/2021 08.05;01/03/2021 08.40;;1-3-2021 9:00;4;Orang Lama;;Berkas kurang",
                service + ";A-14;2021-03-01T08:06;2021-03-01 08:41;;;4;;Umum;Tidak hadir",
                service + ";15;2021-03-01 08:07;;;2021-03-01 08:30;;;Balita;Batal");

        ImportCheck check = check(file);
        assertThat(check.problems()).isEmpty();
        assertThat(check.fresh()).isEqualTo(4);
        assertThat(check.unknownOfficers()).isEqualTo(1);
        ImportRun run = imported(file);

        assertThat(run.rows()).isEqualTo(4);
        assertThat(jdbc.sql("""
                                select concat_ws(' ', number_prefix, number_sequence, date_add(queued_at, interval 8 hour),
                                  ifnull(counter_number, '-'), officer_id is not null, priority_class, status, ifnull(outcome, '-'),
                                  ifnull(wait_millis, '-'), ifnull(way_millis, '-'), ifnull(service_millis, '-'), over_target,
                                  target_wait_seconds, service_day, turn, calls)
                                from history_turn where agency_id = ? order by number_sequence""")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        prefix
                                + " 12 2021-03-01 08:00:00.000000 3 1 ELDERLY COMPLETED FULFILLED 630000 30000 540000 0 1200 2021-03-01 1 1",
                        prefix
                                + " 13 2021-03-01 08:05:00.000000 4 0 GENERAL COMPLETED DOCUMENTS_MISSING 2100000 0 1200000 1 1200 2021-03-01 1 1",
                        "A 14 2021-03-01 08:06:00.000000 4 0 GENERAL NO_SHOW - 2100000 - - 1 1200 2021-03-01 1 1",
                        prefix + " 15 2021-03-01 08:07:00.000000 - 0 TODDLER ABANDONED - - - - 0 1200 2021-03-01 1 0");
        assertThat(hall.as(
                        agency.admin(),
                        () -> history.page(
                                HistoryFilter.of(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 1)),
                                HistoryOrder.NEWEST_FIRST,
                                Optional.empty(),
                                10)))
                .hasSize(4);
    }

    @Test
    void theSameFileAgainAddsNothing() {
        SheetFile file = many(250, 0);
        assertThat(imported(file).rows()).isEqualTo(250);
        List<String> before = rows();

        assertThat(check(file).known()).isEqualTo(250);
        ImportRun again = imported(file);

        assertThat(again.rows()).isZero();
        assertThat(again.known()).isEqualTo(250);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aLongerFileAddsWhatIsntThere() {
        imported(many(100, 0));
        ImportRun longer = imported(many(1_300, 0));

        assertThat(longer.rows()).isEqualTo(1_200);
        assertThat(longer.known()).isEqualTo(100);
        assertThat(rows()).hasSize(1_300);
    }

    @Test
    void aRowThatStandsTwiceInAFileIsOne() {
        String row = service + ";1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai";

        ImportRun run = imported(csv(row, row, row));

        assertThat(run.rows()).isEqualTo(1);
        assertThat(run.known()).isEqualTo(2);
    }

    @Test
    void twoAgenciesImportTheSameRowsEachForItself() {
        Hall.TestAgency other = hall.agency(1, 0);
        SheetFile file = new SheetFile(bytes("Layanan;Nomor;Antre;Dipanggil;Selesai\r\n"
                + "Lama;1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20\r\n"));

        for (Hall.TestAgency one : List.of(agency, other)) {
            ImportMapping mapping = hall.as(one.admin(), () -> imports.look(file))
                    .mapping()
                    .with(Map.of("Lama", one.service().id()));
            assertThat(hall.asProven(one.admin(), () -> imports.begin(file, "lama.csv", mapping, rows -> {}))
                            .join()
                            .rows())
                    .isEqualTo(1);
        }
    }

    @Test
    void anImportIsUndoneAsAWholeAndNothingElse() {
        ImportRun first = imported(many(40, 0));
        List<String> kept = rows();
        ImportRun second = imported(many(90, 0));
        List<Set<LocalDate>> changed =
                daysChangedBy(() -> assertThat(hall.asProven(agency.admin(), () -> imports.undo(second.id())))
                        .isEqualTo(50));

        assertThat(rows()).isEqualTo(kept);
        assertThat(changed).hasSize(1);
        assertThat(hall.as(agency.admin(), imports::imports).stream()
                        .filter(run -> run.undoneAt().isPresent())
                        .map(ImportRun::id))
                .containsExactly(second.id());
        assertThatThrownBy(() -> hall.asProven(agency.admin(), () -> imports.undo(second.id())))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThatThrownBy(() -> hall.asProven(hall.agency(1, 0).admin(), () -> imports.undo(first.id())))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThat(imported(many(90, 0)).rows()).isEqualTo(50);
    }

    @Test
    void itAsksWhoSitsThere() {
        SheetFile file = many(1, 0);
        ImportMapping mapping =
                hall.as(agency.admin(), () -> imports.look(file)).mapping();

        assertThatThrownBy(() -> hall.as(agency.admin(), () -> imports.begin(file, "a.csv", mapping, rows -> {})))
                .isInstanceOf(ReauthenticationRequired.class);
        ImportRun run = imported(file);
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> imports.undo(run.id())))
                .isInstanceOf(ReauthenticationRequired.class);
    }

    @Test
    void theDaysAndTheTrailAreTold() {
        List<Set<LocalDate>> days = daysChangedBy(() -> imported(csv(
                service + ";1;2020-02-03 08:00;2020-02-03 08:10;;2020-02-03 08:20;1;;;Selesai",
                service + ";1;2020-02-04 23:50;2020-02-04 23:55;;2020-02-05 00:10;1;;;Selesai")));

        assertThat(days).containsExactly(Set.of(LocalDate.of(2020, 2, 3), LocalDate.of(2020, 2, 4)));
        assertThat(jdbc.sql("select became from audit_event where trail_id = ? and kind = 'IMPORTED'")
                        .param(agency.id().toString())
                        .query(String.class)
                        .single())
                .contains("lama.csv", "\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lain;1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai | service | Layanan",
                "@;nol;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai | number | Nomor",
                "@;;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai | empty | Nomor",
                "@;1;;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai | empty | Masuk antrean",
                "@;1;01/13/2020 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai | moment | Masuk antrean",
                "@;1;08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai | moment | Masuk antrean",
                "@;1;2020-01-01 08:00;2020-01-01 07:59;;2020-01-01 08:20;1;;;Selesai | called-before | Dipanggil",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:09;2020-01-01 08:20;1;;;Selesai | served-before | Mulai dilayani",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:05;1;;;Selesai | ended-before | Selesai",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;;;1;;;Selesai | unfinished | Selesai",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;;2020-02-01 08:20;1;;;Selesai | too-late | Selesai",
                "@;1;0020-01-01 08:00;0020-01-01 08:10;;0020-01-01 08:20;1;;;Selesai | too-early | Masuk antrean",
                "@;1;2020-01-01 08:00;;;2020-01-01 08:20;1;;;Selesai | uncalled | Dipanggil",
                "@;1;2120-01-01 08:00;2120-01-01 08:10;;2120-01-01 08:20;1;;;Selesai | future | Masuk antrean",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;satu;;;Selesai | counter | Loket",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;VIP;Selesai | class | Prioritas",
                "@;1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Beres | result | Hasil"
            })
    void aRowThatIsWrongIsNamedWithItsColumnAndNothingIsImported(String row, String fault, String column) {
        SheetFile file = csv(
                service + ";7;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai",
                row.replace("@", service));

        ImportCheck check = check(file);

        assertThat(check.problems())
                .first()
                .satisfies(problem -> assertThat(problem.row()).isEqualTo(3))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("history.import.bad." + fault))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(column));
        assertThat(check.bad()).isEqualTo(1);
        refusedWithoutAChange(file);
    }

    /** One mistake is one finding, however much follows from it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32/01/2020;08:00;08:10;08:11;08:20 | day | Tanggal",
                ";08:00;08:10;08:11;08:20 | empty | Tanggal",
                "01/01/2120;08:00;08:10;08:11;08:20 | future | Antre",
                "01/01/2020;08:00;25:10;08:11;08:20 | moment | Panggil",
                "01/01/2020;2019-01-01 08:00;08:10;08:11;08:20 | too-late | Panggil",
                "01/01/2020;2019-01-01 08:00;;;08:20 | too-late | Selesai"
            })
    void oneBadCellIsOneFinding(String moments, String fault, String column) {
        SheetFile file = new SheetFile(bytes("Layanan;Nomor;Tanggal;Antre;Panggil;Mulai;Selesai;Hasil\r\n" + service
                + ";1;" + moments + (moments.contains(";;;") ? ";Batal" : ";Selesai")));

        assertThat(check(file).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("history.import.bad." + fault))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(column));
    }

    @Test
    void officersWhomNobodyKnowsAreNamed() {
        SheetFile file = csv(
                service + ";1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;Budi;;Selesai",
                service + ";2;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;Budi;;Selesai",
                service + ";3;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;Sari;;Selesai");

        assertThat(check(file).unknownOfficers()).isEqualTo(3);
        assertThat(check(file).namesOfUnknownOfficers()).containsExactly("Budi", "Sari");
    }

    /** Its foreign keys hold services and accounts until it is over, so that none goes; whoever works with them doesn't wait. */
    @Test
    void countersAndAdministrationGoOnWhileItIsWritten() {
        hall.open(agency, 0);
        String row = service + ";%d;2019-01-%02d 08:%02d;2019-01-%02d 09:10;;2019-01-%02d 09:20;1;"
                + agency.officer().displayName() + ";;Selesai";
        SheetFile file = csv(IntStream.range(0, 1_500)
                .mapToObj(number ->
                        row.formatted(1 + number, 1 + number % 28, number % 60, 1 + number % 28, 1 + number % 28))
                .toArray(String[]::new));

        CompletableFuture<ImportRun> run = importedWhile(file, () -> {
            TicketId ticket = hall.issue(agency).ticket().id();
            hall.as(agency.officer(), () -> {
                desk.callNext(CommandId.next());
                desk.serve(CommandId.next(), ticket);
                return desk.complete(CommandId.next(), ticket, Outcome.FULFILLED);
            });
            hall.pause(agency, agency.service(), "Jaringan putus");
            hall.reopen(agency, agency.service());
            hall.disable(agency.officer());
        });

        assertThat(run.join().rows()).isEqualTo(1_500);
    }

    @Test
    void anAccountThatIsDisabledMeanwhileImportsNothing() {
        refusedAfterTheFirstRows(() -> hall.disable(agency.admin()));
    }

    @Test
    void anAccountThatGetsAnotherRoleMeanwhileImportsNothing() {
        refusedAfterTheFirstRows(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("update staff_account set role = 'OFFICER' where id = ?")
                        .param(agency.admin().id().value().toString())
                        .update()));
    }

    private void refusedAfterTheFirstRows(Runnable takeAway) {
        CompletableFuture<ImportRun> run = importedWhile(many(2_500, 0), takeAway);

        assertThatThrownBy(run::join)
                .hasCauseInstanceOf(BusinessRuleViolation.class)
                .cause()
                .extracting(thrown -> ((BusinessRuleViolation) thrown).key())
                .isEqualTo("history.import.refused.rights");
        assertThat(rows()).isEmpty();
    }

    /** Does something on another thread once the first rows are written, in a transaction that goes on. */
    private CompletableFuture<ImportRun> importedWhile(SheetFile file, Runnable meanwhile) {
        ImportMapping mapping = mapping(file);
        AtomicBoolean begun = new AtomicBoolean();
        IntConsumer progress = written -> {
            if (begun.compareAndSet(false, true)) {
                CompletableFuture.runAsync(meanwhile, Thread::startVirtualThread)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
            }
        };
        return hall.asProven(agency.admin(), () -> imports.begin(file, "lama.csv", mapping, progress));
    }

    @Test
    void daysFromTheAgencysFirstOwnTicketOnAreRefused() {
        hall.issue(agency);
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Makassar"));
        clock.advance(Duration.ofDays(2));

        assertThat(check(ofDay(first)).problems().stream().map(RowProblem::key))
                .containsExactly("history.import.bad.own-day");
        refusedWithoutAChange(ofDay(first));
        assertThat(check(ofDay(first.minusDays(1))).problems()).isEmpty();
    }

    @Test
    void todayIsRefused() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Makassar"));

        assertThat(check(ofDay(today)).problems().stream().map(RowProblem::key))
                .containsExactly("history.import.bad.today");
    }

    private SheetFile ofDay(LocalDate day) {
        return csv(service + ";1;" + day + " 00:00;" + day + " 00:00;;" + day + " 00:00;1;;;Selesai");
    }

    @Test
    void datesOfTwoKindsAreReadAndMonthFirstWhenSaid() {
        SheetFile file = csv(
                service + ";1;02/03/2020 08:00;2020-03-02 08:10;;2020-03-02 08:20;1;;;Selesai",
                service + ";2;2020-03-02 08:00;02.03.2020 08.10;;02-03-2020 08:20;1;;;Selesai");
        assertThat(check(file).problems()).isEmpty();

        HistoryImport.Looked looked = hall.as(agency.admin(), () -> imports.look(file));
        ImportMapping monthFirst =
                new ImportMapping(looked.mapping().columns(), ImportMapping.DayOrder.MONTH_FIRST, Map.of());
        assertThat(hall.as(agency.admin(), () -> imports.check(file, monthFirst))
                        .problems())
                .isNotEmpty();
    }

    @Test
    void aServicesUnknownNameIsToldAndMappedOnceAndRemembered() {
        SheetFile file = csv(
                "KTP Lama;1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai",
                "KTP Lama;2;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai");
        assertThat(check(file).unknownServices()).containsExactly(Map.entry("KTP Lama", 2));

        ImportMapping mapped =
                mapping(file).with(Map.of("KTP Lama", agency.services().get(1).id()));
        hall.asProven(agency.admin(), () -> imports.begin(file, "lama.csv", mapped, rows -> {}))
                .join();

        SheetFile next = csv("ktp lama;3;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai");
        assertThat(check(next).problems()).isEmpty();
    }

    @Test
    void timesWithTheDayInAnotherColumn() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        SheetFormat.XLSX.write(
                new SheetTable(
                        "Lama",
                        List.of("Layanan", "No", "Tanggal", "Jam ambil", "Jam panggil", "Jam selesai").stream()
                                .map(heading -> new SheetColumn(heading, heading, List.of(), 10))
                                .toList(),
                        List.of(List.of(
                                SheetCell.of(service),
                                SheetCell.of(7),
                                SheetCell.of(LocalDate.of(2020, 5, 6)),
                                SheetCell.of("08.15.30"),
                                SheetCell.of("08.20"),
                                SheetCell.of("08:31:05")))),
                workbook);
        SheetFile file = new SheetFile(workbook.toByteArray());

        assertThat(imported(file).rows()).isEqualTo(1);
        assertThat(rows()).singleElement().asString().contains("2020-05-06", "2020-05-06 00:15:30");
    }

    @Test
    void whatBalairungExportedComesInAgainByItsOwnHeadings() {
        SheetFile file = many(30, 0);

        assertThat(mapping(file).columns()).containsKeys(ImportField.SERVICE, ImportField.NUMBER, ImportField.QUEUED);
        assertThat(mapping(
                                new SheetFile(
                                        bytes(
                                                "Tanggal;Nomor;Layanan;Loket;Petugas;Prioritas;Hasil;Masuk antrean;Dipanggil;Mulai dilayani;Berakhir;Penilaian\r\na;b\r\n")))
                        .columns())
                .hasSize(ImportField.values().length);
    }

    @Test
    void brokenFilesChangeNothingAndSaySo() throws IOException {
        byte[] workbook = xlsx(200);
        byte[] truncated = Arrays.copyOf(workbook, workbook.length * 2 / 3);
        for (SheetFile broken : List.of(
                new SheetFile(truncated),
                new SheetFile(bytes("PK\u0003\u0004 bukan arsip")),
                new SheetFile(bytes("%PDF-1.7 " + HEADINGS)),
                new SheetFile(bytes(HEADINGS)),
                new SheetFile(new byte[0]),
                new SheetFile(bomb()))) {
            Map<String, Long> before = tables.sums();
            assertThatThrownBy(() -> hall.as(agency.admin(), () -> imports.look(broken)))
                    .isInstanceOf(BusinessRuleViolation.class)
                    .extracting(thrown -> ((BusinessRuleViolation) thrown).key())
                    .asString()
                    .startsWith("sheet.refused.");
            assertThat(tables.sums()).isEqualTo(before);
        }
    }

    @Test
    void aFileInAnotherEncodingOrWithoutItsColumnsIsRefused() {
        String row = service + ";1;2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai\r\n";
        SheetFile wide = new SheetFile(("\uFEFF" + HEADINGS + row).getBytes(StandardCharsets.UTF_16LE));
        assertThat(check(wide).problems()).isEmpty();
        SheetFile headless = new SheetFile((HEADINGS + row).getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> check(headless)).isInstanceOf(BusinessRuleViolation.class);
        SheetFile missing = new SheetFile(bytes("Layanan;Hasil\r\n" + service + ";Selesai\r\n"));
        assertThat(mapping(missing).missing()).containsExactlyInAnyOrder(ImportField.NUMBER, ImportField.QUEUED);
        refusedWithoutAChange(missing);
    }

    @Test
    void tooManyRowsAreRefused() {
        SheetFile file = many(HistoryImport.LIMITS.rows() + 1, 0);

        assertThatThrownBy(() -> check(file))
                .isInstanceOf(BusinessRuleViolation.class)
                .extracting(thrown -> ((BusinessRuleViolation) thrown).key())
                .isEqualTo("sheet.refused.too-many-rows");
    }

    @Test
    void aHundredThousandRowsComeInOneTransaction() {
        List<Integer> told = new CopyOnWriteArrayList<>();
        SheetFile file = many(HistoryImport.LIMITS.rows(), 0);

        ImportRun run = hall.asProven(agency.admin(), () -> imports.begin(file, "besar.csv", mapping(file), told::add))
                .join();

        assertThat(run.rows()).isEqualTo(HistoryImport.LIMITS.rows());
        assertThat(told).hasSize(100).isSorted();
        assertThat(jdbc.sql("select count(*) from history_turn where agency_id = ?")
                        .param(agency.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(HistoryImport.LIMITS.rows());
        assertThat(hall.asProven(agency.admin(), () -> imports.undo(run.id()))).isEqualTo(HistoryImport.LIMITS.rows());
    }

    /** Ids of past days lie before those of later ones, as all others do. */
    @Test
    void ticketIdsRiseWithTime() {
        imported(many(300, 0));

        assertThat(jdbc.sql("select ticket_id from history_turn where agency_id = ? order by queued_at")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .isSorted()
                .allMatch(id -> id.charAt(14) == '7');
    }

    private void refusedWithoutAChange(SheetFile file) {
        Map<String, Long> before = tables.sums();
        assertThatThrownBy(() -> imported(file))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(BusinessRuleViolation.class);
        assertThat(tables.sums()).isEqualTo(before);
    }

    private ImportMapping mapping(SheetFile file) {
        return hall.as(agency.admin(), () -> imports.look(file)).mapping();
    }

    private ImportCheck check(SheetFile file) {
        return hall.as(agency.admin(), () -> imports.check(file, mapping(file)));
    }

    private ImportRun imported(SheetFile file) {
        ImportMapping mapping = mapping(file);
        return hall.asProven(agency.admin(), () -> imports.begin(file, "lama.csv", mapping, rows -> {}))
                .join();
    }

    private List<Set<LocalDate>> daysChangedBy(Runnable act) {
        List<Set<LocalDate>> days = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<Object>> any = ApplicationListener.forPayload(event -> {
            if (event instanceof PastDaysChanged changed && changed.agency().equals(agency.id())) {
                days.add(changed.days());
            }
        });
        context.addApplicationListener(any);
        try {
            act.run();
        } finally {
            context.removeApplicationListener(any);
        }
        return days;
    }

    private List<String> rows() {
        return jdbc.sql(
                        "select concat_ws('|', ticket_id, service_day, queued_at, ended_at) from history_turn where agency_id = ? order by ticket_id")
                .param(agency.id().toString())
                .query(String.class)
                .list();
    }

    private SheetFile csv(String... rows) {
        return new SheetFile(bytes(HEADINGS + String.join("\r\n", rows) + "\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SheetFile many(int count, int from) {
        LocalDateTime first = LocalDateTime.of(2015, 1, 1, 8, 0);
        return csv(IntStream.range(from, from + count)
                .mapToObj(number -> {
                    LocalDateTime queued = first.plusDays(number / 60).plusMinutes(7L * (number % 60));
                    return service + ";" + (1 + number % 900) + ";" + text(queued) + ";" + text(queued.plusMinutes(9))
                            + ";" + text(queued.plusMinutes(10)) + ";" + text(queued.plusMinutes(20)) + ";"
                            + (1 + number % 9) + ";;;Selesai";
                })
                .toArray(String[]::new));
    }

    private static String text(LocalDateTime moment) {
        return moment.toString().replace('T', ' ');
    }

    private byte[] xlsx(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetFormat.XLSX.write(
                new SheetTable(
                        "Lama",
                        Arrays.stream(HEADINGS.strip().split(";"))
                                .map(heading -> new SheetColumn(heading, heading, List.of(), 10))
                                .toList(),
                        IntStream.range(0, rows)
                                .mapToObj(number -> Arrays.stream((service + ";" + (number + 1)
                                                        + ";2020-01-01 08:00;2020-01-01 08:10;;2020-01-01 08:20;1;;;Selesai")
                                                .split(";"))
                                        .map(SheetCell::of)
                                        .toList())
                                .toList()),
                out);
        return out.toByteArray();
    }

    /** A few kilobytes that unpack to more than may be. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] nothing = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int megabyte = 0; megabyte < 330; megabyte++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
