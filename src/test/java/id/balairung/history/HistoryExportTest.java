package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceDraft;
import id.balairung.agency.ServiceId;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNotes;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the house as a file, against statements that know nothing of how it is written. */
@BalairungTest
class HistoryExportTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final LocalDate FIRST = LocalDate.of(2019, 3, 1);
    private static final int DAYS = 230;
    private static final int MORE_THAN_TWO_PAGES = 9_500;

    /** Moments in the mall's zone, which has no summer time. */
    private static final String ORACLE = """
            select concat_ws(';', t.service_day, concat(t.number_prefix, '-', if(t.number_sequence > 999, t.number_sequence, lpad(t.number_sequence, 3, '0'))), s.name_id,
              ifnull(t.counter_number, ''), ifnull(a.display_name, ''), t.priority_class, ifnull(t.outcome, t.status),
              local(t.queued_at), local(t.last_called_at), local(t.serving_since), local(t.ended_at), t.calls,
              seconds(t.queued_at, t.last_called_at), seconds(t.last_called_at, t.serving_since),
              if(t.held_millis = 0, '', t.held_millis div 1000),
              if(t.status = 'COMPLETED', cast((unix_timestamp(t.ended_at) - unix_timestamp(t.serving_since)) * 1000
                - t.held_millis as int) div 1000, ''),
              seconds(t.queued_at, t.ended_at), ifnull(t.rating, ''),
              if((unix_timestamp(ifnull(t.last_called_at, t.ended_at)) - unix_timestamp(t.queued_at)) * 1000 > 1200000, 'Ya', 'Tidak'),
              if(t.corrections > 0, 'Ya', 'Tidak'))
            from history_turn t join service_offering s on s.id = t.service_id
            left join staff_account a on a.id = t.officer_id
            where t.agency_id = :agency and t.service_day between :from and :to %s
            order by t.at desc, t.ticket_id desc""".replaceAll(
                    "local\\(([a-z_.]+)\\)",
                    "ifnull(date_format(date_add($1, interval 8 hour), '%%Y-%%m-%%d %%H:%%i:%%s'), '')")
            .replaceAll(
                    "seconds\\(([a-z_.]+), ([a-z_.]+)\\)",
                    "ifnull(cast((unix_timestamp($2) - unix_timestamp($1)) * 1000 as int) div 1000, '')");

    /** The columns that the oracle tells, by what stands above them. */
    private static final List<String> TOLD = List.of(
            "Tanggal",
            "Nomor",
            "Layanan",
            "Loket",
            "Petugas",
            "Prioritas",
            "Hasil",
            "Masuk antrean",
            "Dipanggil",
            "Mulai dilayani",
            "Berakhir",
            "Panggilan",
            "Tunggu (detik)",
            "Menuju loket (detik)",
            "Ditunda (detik)",
            "Waktu layanan (detik)",
            "Waktu total (detik)",
            "Penilaian",
            "Lewat standar",
            "Dikoreksi");

    @Autowired
    Hall hall;

    @Autowired
    HistoryExport export;

    @Autowired
    ServiceAdministration services;

    @Autowired
    QueueDesk desk;

    @Autowired
    TicketNotes notes;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    CurrentMall mall;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    private Hall.TestAgency agency;
    private PastTurns past;
    private List<String> headers = List.of();

    @BeforeEach
    void anAgencyWithAPast() {
        agency = hall.agency(2, 2);
        past = new PastTurns(batches, transaction, 1);
    }

    @Test
    void theRowsEqualAnIndependentStatement() {
        past.add(agency, FIRST, DAYS, MORE_THAN_TWO_PAGES);

        List<CsvRecord> rows = csv(agency.admin(), wish(everything()));

        assertThat(told(rows)).hasSize(MORE_THAN_TWO_PAGES).isEqualTo(oracle("", FIRST, FIRST.plusDays(DAYS)));
        assertThat(rows.stream().map(row -> row.getField(column("Tunggu (j:mm:dd)"))))
                .isEqualTo(rows.stream()
                        .map(row -> row.getField(column("Tunggu (detik)")))
                        .map(HistoryExportTest::hours)
                        .toList());
    }

    @Test
    void aWorkbookHoldsTheSameAsTheText() throws IOException {
        past.add(agency, FIRST, 20, 700);

        List<CsvRecord> text = csv(agency.admin(), wish(everything()));
        byte[] workbook = written(agency.admin(), wish(everything(), SheetFormat.XLSX));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(701);
            assertThat(rows.stream()
                            .skip(1)
                            .map(row -> row.getCellText(column("Nomor"))
                                    + row.getCellText(column("Hasil"))
                                    + row.getCellAsNumber(column("Waktu total (detik)"))
                                            .orElseThrow()))
                    .isEqualTo(text.stream()
                            .map(row -> row.getField(column("Nomor"))
                                    + row.getField(column("Hasil"))
                                    + row.getField(column("Waktu total (detik)")))
                            .toList());
            assertThat(rows.get(1)
                            .getCellAsDate(column("Berakhir"))
                            .orElseThrow()
                            .truncatedTo(ChronoUnit.SECONDS))
                    .isEqualTo(LocalDateTime.parse(
                            text.getFirst().getField(column("Berakhir")).replace(' ', 'T')));
        }
    }

    @Test
    void anOfficersFileIsTheSameWhateverTheyAskOfRatings() {
        past.add(agency, FIRST, 30, 400);

        HistoryFilter bad = new Search(everything()).rating(1).filter();

        assertThat(csv(agency.officer(), wish(bad)).stream().map(CsvRecord::getFields))
                .isNotEmpty()
                .containsExactlyElementsOf(csv(agency.officer(), wish(everything())).stream()
                        .map(CsvRecord::getFields)
                        .toList());
        assertThat(csv(agency.admin(), wish(bad)))
                .isNotEmpty()
                .hasSizeLessThan(csv(agency.admin(), wish(everything())).size())
                .allSatisfy(row -> assertThat(row.getField(column("Penilaian"))).isEqualTo("1"));
    }

    @Test
    void anOfficerGetsTheOwnTurnsAndNobodysName() {
        past.add(agency, FIRST, 30, 400);

        List<CsvRecord> rows = csv(agency.officer(), wish(everything()));

        assertThat(rows)
                .hasSize(count("agency_id = ? and officer_id = '"
                        + agency.officer().id().value() + "'"))
                .isNotEmpty();
        assertThat(header(agency.officer(), wish(everything())))
                .doesNotContain("Petugas", "Instansi", "Catatan", "Penilaian");
    }

    @Test
    void theHeadGetsAnAgencysTurnsWithItsName() {
        Hall.TestAgency other = hall.agency(1, 1);
        past.add(agency, FIRST, 30, 50);
        past.add(other, FIRST, 30, 60);
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());

        assertThat(header(head, wish(everything())))
                .contains("Instansi", "Petugas")
                .doesNotContain("Catatan");
        assertThat(csv(head, wish(of(other))).stream().map(row -> row.getField(2)))
                .hasSize(60)
                .containsOnly(other.name());
        assertThat(csv(head, wish(everything())).stream().map(row -> row.getField(2)))
                .contains(agency.name(), other.name());
    }

    @Test
    void theTrailNamesNoOfficerOfAnotherAgency() {
        Hall.TestAgency other = hall.agency(1, 1);
        past.add(other, FIRST, 30, 60);
        past.add(agency, FIRST, 30, 60);

        csv(agency.admin(), wish(everything().by(other.officer().id())));
        csv(agency.admin(), wish(everything().by(agency.officer().id())));

        assertThat(jdbc.sql("""
                                select coalesce(json_value(became, '$.officer'), '') from audit_event
                                where kind = 'EXPORTED' and actor_id = ? order by id""")
                        .param(agency.admin().id().value().toString())
                        .query(String.class)
                        .list())
                .containsExactly("", agency.officer().displayName());
    }

    @Test
    void anotherAgencysTurnsAreNobodysWhateverTheFilterSays() {
        Hall.TestAgency other = hall.agency(1, 1);
        past.add(other, FIRST, 30, 60);

        assertThat(csv(agency.admin(), wish(of(other)))).isEmpty();
        assertThat(csv(agency.officer(), wish(of(other)))).isEmpty();
    }

    @Test
    void whatLooksLikeAFormulaIsWords() {
        hall.as(
                agency.admin(),
                () -> services.add(new ServiceDraft("Q", "=HYPERLINK(1)", "=1+1", 20, 15, null, List.of())));
        ServiceId risky = catalogue.servicesOf(agency.id()).stream()
                .filter(service -> service.prefix().endsWith("Q"))
                .findAny()
                .orElseThrow()
                .id();
        past.add(agency, FIRST, 3, 5);
        transaction.executeWithoutResult(
                status -> jdbc.sql("update history_turn set service_id = ? where agency_id = ?")
                        .params(risky.value().toString(), agency.id().toString())
                        .update());

        assertThat(csv(agency.admin(), wish(everything())).stream().map(row -> row.getField(column("Layanan"))))
                .containsOnly("'=HYPERLINK(1)");
    }

    @Test
    void notesAreForTheAgencysAdminWhoHasJustProvedIt() {
        hall.open(agency, 0);
        TicketId ticket = hall.issue(agency).ticket().id();
        hall.as(agency.officer(), () -> {
            desk.callNext(CommandId.next());
            desk.serve(CommandId.next(), ticket);
            notes.note(CommandId.next(), ticket, "=Ke bank dahulu");
            notes.note(CommandId.next(), ticket, "Kembali besok");
            return desk.complete(CommandId.next(), ticket, Outcome.FULFILLED);
        });
        LocalDate today = mall.today().date();

        ExportWish wish = new ExportWish(HistoryFilter.of(today, today), SheetFormat.CSV, true, INDONESIAN);
        List<String> row =
                hall.asProven(agency.admin(), () -> records(wish)).getLast().getFields();

        assertThat(row.getLast()).isEqualTo("'=Ke bank dahulu | Kembali besok");
    }

    @Test
    void whoIsNoAdminGetsNoNotes() {
        ExportWish withNotes = new ExportWish(everything(), SheetFormat.CSV, true, INDONESIAN);

        assertThatThrownBy(() -> hall.asProven(agency.officer(), () -> export.table(withNotes, rows -> {})))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hall.asProven(
                        hall.staff(Role.MALL_HEAD, Optional.empty()), () -> export.table(withNotes, rows -> {})))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> export.table(withNotes, rows -> {})))
                .isInstanceOf(ReauthenticationRequired.class);
    }

    /** So the memory holds a page, however many there are. */
    @Test
    void noMoreThanAPageIsReadAhead() {
        past.add(agency, FIRST, 60, MORE_THAN_TWO_PAGES);
        SheetTable table = hall.as(
                agency.admin(), () -> export.table(wish(HistoryFilter.of(FIRST, FIRST.plusDays(59))), rows -> {}));

        Iterator<List<SheetCell>> rows = table.rows().iterator();
        rows.next();
        past.clear(agency);

        int left = 1;
        while (rows.hasNext()) {
            rows.next();
            left++;
        }
        assertThat(left).isEqualTo(4_000);
    }

    @Test
    void whoFollowsItCanEndItBetweenTwoPages() {
        past.add(agency, FIRST, 60, MORE_THAN_TWO_PAGES);
        List<Long> followed = new ArrayList<>();
        ExportProgress ending = rows -> {
            followed.add(rows);
            if (rows > 0) {
                throw new CancellationException();
            }
        };

        assertThatThrownBy(() -> hall.as(agency.admin(), () -> {
                    SheetFormat.CSV.write(
                            export.table(wish(HistoryFilter.of(FIRST, FIRST.plusDays(59))), ending),
                            new ByteArrayOutputStream());
                    return ending;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(followed).containsExactly(0L, 4_000L);
    }

    @Test
    void theTrailTellsOfItWithoutWhatWasLookedForInNotes() {
        past.add(agency, FIRST, 10, 7);
        HistoryFilter searched = new HistoryFilter(
                FIRST,
                FIRST.plusDays(9),
                Optional.empty(),
                Optional.of(agency.service().id()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TurnResult.NO_SHOW),
                Optional.empty(),
                FigureFilter.ANY,
                Optional.empty(),
                Optional.empty(),
                "Budi");

        csv(agency.admin(), wish(searched));

        assertThat(jdbc.sql(
                                "select concat(kind, ' ', subject, ' ', became) from audit_event where trail_id = ? and kind = 'EXPORTED'")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(
                        "history",
                        "2019-03-01",
                        "2019-03-10",
                        "NO_SHOW",
                        agency.service().prefix(),
                        "DOWNLOADED")
                .doesNotContain("Budi");
    }

    private HistoryFilter everything() {
        return HistoryFilter.of(FIRST, FIRST.plusDays(DAYS));
    }

    private HistoryFilter of(Hall.TestAgency other) {
        return everything().in(Optional.of(other.id()));
    }

    private static ExportWish wish(HistoryFilter filter) {
        return wish(filter, SheetFormat.CSV);
    }

    private static ExportWish wish(HistoryFilter filter, SheetFormat format) {
        return new ExportWish(filter, format, false, INDONESIAN);
    }

    private byte[] written(StaffPrincipal by, ExportWish wish) {
        return hall.as(by, () -> written(wish));
    }

    private byte[] written(ExportWish wish) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        wish.format().write(export.table(wish, rows -> {}), out);
        return out.toByteArray();
    }

    private List<String> header(StaffPrincipal by, ExportWish wish) {
        return records(by, wish).getFirst().getFields();
    }

    private List<CsvRecord> csv(StaffPrincipal by, ExportWish wish) {
        return records(by, wish).stream().skip(1).toList();
    }

    private List<CsvRecord> records(StaffPrincipal by, ExportWish wish) {
        return hall.as(by, () -> records(wish));
    }

    private List<CsvRecord> records(ExportWish wish) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(';')
                .ofCsvRecord(new String(written(wish), StandardCharsets.UTF_8).substring(1))
                .stream()
                .toList();
    }

    private int column(String header) {
        if (headers.isEmpty()) {
            headers = header(agency.admin(), wish(HistoryFilter.of(FIRST, FIRST)));
        }
        return headers.indexOf(header);
    }

    private List<String> told(List<CsvRecord> rows) {
        List<Integer> places = TOLD.stream().map(this::column).toList();
        return rows.stream()
                .map(row -> String.join(";", places.stream().map(row::getField).toList()))
                .toList();
    }

    private List<String> oracle(String condition, LocalDate from, LocalDate to) {
        return jdbc
                .sql(ORACLE.formatted(condition))
                .param("agency", agency.id().toString())
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list()
                .stream()
                .map(HistoryExportTest::inWords)
                .toList();
    }

    private static String inWords(String row) {
        return row.replace(";GENERAL;", ";Umum;")
                .replace(";ELDERLY;", ";Lansia;")
                .replace(";DISABILITY;", ";Disabilitas;")
                .replace(";MATERNAL;", ";Ibu hamil/menyusui;")
                .replace(";TODDLER;", ";Membawa balita;")
                .replace(";FULFILLED;", ";Selesai;")
                .replace(";DOCUMENTS_MISSING;", ";Berkas kurang;")
                .replace(";NOT_POSSIBLE;", ";Tidak dapat dipenuhi;")
                .replace(";CONSULTATION;", ";Konsultasi;")
                .replace(";NO_SHOW;", ";Tidak hadir;")
                .replace(";TRANSFERRED;", ";Dialihkan;")
                .replace(";ABANDONED;", ";Batal;");
    }

    private static String hours(String seconds) {
        if (seconds.isEmpty()) {
            return "";
        }
        int all = Integer.parseInt(seconds);
        return "%d:%02d:%02d".formatted(all / 3600, all / 60 % 60, all % 60);
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from history_turn where " + condition)
                .param(agency.id().toString())
                .query(Integer.class)
                .single();
    }
}
