package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import com.vaadin.flow.i18n.DefaultI18NProvider;
import id.balairung.agency.AgencySummary;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.Respondent;
import id.balairung.satisfaction.Respondents;
import id.balairung.satisfaction.Responses;
import id.balairung.satisfaction.Sample;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyReport;
import id.balairung.satisfaction.Surveyed;
import id.balairung.satisfaction.Tally;
import id.balairung.satisfaction.TimeBand;
import id.balairung.satisfaction.TrendPoint;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurCode;
import id.balairung.satisfaction.Weight;
import id.balairung.tenancy.AgencyId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.boot.mustache.autoconfigure.MustacheResourceTemplateLoader;

/** What stands in a report's files, by figures reckoned by hand. */
class SurveyPaperTest {

    private static final SurveyPeriod PERIOD = new SurveyPeriod(SurveyPeriod.Length.MONTH, YearMonth.of(2026, 10));

    private static final List<String> CODES = List.of(
            "REQUIREMENTS",
            "PROCEDURE",
            "TIME",
            "COST",
            "PRODUCT",
            "COMPETENCE",
            "CONDUCT",
            "COMPLAINTS",
            "FACILITIES");

    private static final Questionnaire ASKED = new Questionnaire(
            1,
            LocalDate.of(2000, 1, 1),
            CODES.stream()
                    .map(code -> new Unsur(
                            new UnsurCode(code),
                            new Weight(1, 9),
                            new Unsur.Words("Unsur " + code, code),
                            new Unsur.Words("?", "?"),
                            Collections.nCopies(4, new Unsur.Words("j", "a"))))
                    .toList());

    private static final AgencySummary AGENCY = new AgencySummary(
            new AgencyId(UUID.fromString("00000000-0000-0000-0000-000000000001")),
            "DUKCAPIL",
            "D",
            "Dinas \"Kependudukan\" & Pencatatan Sipil",
            false);

    private final SurveyPaper paper = new SurveyPaper(
            new DefaultI18NProvider(List.of(ReportWords.LANGUAGE)),
            Mustache.compiler().withLoader(new MustacheResourceTemplateLoader("classpath:/templates/", ".mustache")));

    /** Each unsur 3, but the first as told. */
    private static Responses responses(long count, Tally first) {
        Map<UnsurCode, Tally> answers = CODES.stream()
                .collect(Collectors.toMap(
                        UnsurCode::new, code -> code.equals("REQUIREMENTS") ? first : Tally.of(3, count)));
        return new Responses(Map.of(1, new Responses.Version(count, answers)));
    }

    private static SurveyReport report() {
        Responses ktp = responses(3, new Tally(2, 0, 0, 1));
        Responses kk = responses(1, Tally.of(4, 1));
        Responses whole = ktp.plus(kk);
        return new SurveyReport(
                "Mal Pelayanan Publik Kota Kendari",
                Optional.of(AGENCY),
                PERIOD,
                PERIOD.to(),
                false,
                List.of(ASKED),
                new Surveyed(
                        AGENCY.name(),
                        whole,
                        new Sample(60, 4),
                        List.of(
                                new Surveyed("Perekaman KTP-el", ktp, new Sample(50, 3), List.of()),
                                new Surveyed("Kartu Keluarga", kk, new Sample(10, 1), List.of()))),
                new Respondents(
                        4,
                        Map.of(Respondent.Sex.FEMALE, 3L),
                        Map.of(Respondent.Age.FROM_26, 4L),
                        Map.of(),
                        Map.of(),
                        Map.of(TimeBand.MORNING, 3L, TimeBand.AFTERNOON, 1L)),
                whole.lowest(List.of(ASKED), 3).stream()
                        .map(found -> new SurveyReport.LowUnsur(
                                found,
                                found.unsur().code().value().equals("TIME")
                                        ? List.of()
                                        : List.of(new SurveyReport.Plan(
                                                AGENCY,
                                                // A task that opened by itself says nothing until its admin does.
                                                found.unsur().code().value().equals("PROCEDURE")
                                                        ? ""
                                                        : "=Tempel syarat di pintu",
                                                Optional.of("Hasniar"),
                                                LocalDate.of(2026, 12, 4),
                                                FollowUpState.RUNNING,
                                                ""))))
                        .toList(),
                IntStream.range(0, 6)
                        .mapToObj(back -> new TrendPoint(PERIOD.minus(5 - back), back == 5 ? whole : Responses.NONE))
                        .toList());
    }

    @Test
    void thePaperTellsWhatTheLawAsksFor() throws Exception {
        String text;
        byte[] file = pdf(report());
        try (PDDocument read = Loader.loadPDF(file)) {
            text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
        // The first unsur: (1 + 1 + 4 + 4) / 4 = 2.5; the index (2.5 + 8 x 3) / 9 x 25 = 73.61.
        assertThat(text)
                .contains(
                        "Dinas \"Kependudukan\" & Pencatatan Sipil",
                        "Periode Oktober 2026",
                        "Indeks Kepuasan Masyarakat 73,61 Mutu C, Kurang baik",
                        "Hari layanan 1 sampai 31 Oktober 2026",
                        "Disusun menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017",
                        "25,00 65,00 76,61 88,31 100,00",
                        "Tanggapan (4) belum mencapai sampel yang diperlukan (52)",
                        "U1 Unsur REQUIREMENTS 1/9 4 2,50 62,50 D Tidak baik terendah",
                        "U2 Unsur PROCEDURE 1/9 4 3,00 75,00 C Kurang baik terendah",
                        "U9 Unsur FACILITIES 1/9 4 3,00 75,00 C Kurang baik",
                        // (2 + 24) / 9 x 25 = 72.22; (4 + 24) / 9 x 25 = 77.78
                        "Perekaman KTP-el 50 44 3 41 72,22 C Kurang baik",
                        "Kartu Keluarga 10 10 1 9 77,78 B Baik",
                        "Perempuan 3 75,0",
                        "Tidak diisi 1 25,0",
                        "=Tempel syarat di pintu Hasniar 4 Desember 2026 Berjalan",
                        "Unsur PROCEDURE 3,00 Perbaiki Unsur PROCEDURE yang rendah pada Oktober 2026 Hasniar",
                        "Unsur TIME 3,00 Belum ada rencana",
                        "Mei 2026 0 Belum ada",
                        "rumus Krejcie dan Morgan",
                        "dipublikasikan kepada masyarakat",
                        "Oktober 2026 4 73,61 C Kurang baik",
                        "Kepala Mal Pelayanan Publik",
                        "Pimpinan instansi",
                        "Kepala Mal Pelayanan Publik Nama NIP",
                        "Pimpinan instansi Nama NIP")
                .doesNotContain("Kuesioner berganti", "digabung");
    }

    @Test
    void theWorkbookHasTheSameFigures() throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(book(report())))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly(
                            "Ringkasan",
                            "Nilai per unsur",
                            "Nilai per layanan",
                            "NRR per unsur",
                            "Jenis kelamin",
                            "Usia",
                            "Pendidikan terakhir",
                            "Pekerjaan",
                            "Waktu dilayani",
                            "Rencana tindak lanjut",
                            "Tren");
            assertThat(book.getFirstSheet().read().stream().map(row -> row.getCellText(0) + ": " + row.getCellText(1)))
                    .contains(
                            "Periode: Oktober 2026",
                            "Populasi: 60",
                            "Perlu: 52",
                            "Tanggapan: 4",
                            "IKM: 73.61",
                            "Mutu: C",
                            "Kinerja: Kurang baik",
                            "Dasar: Disusun menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017")
                    .anySatisfy(row -> assertThat(row).startsWith("Metode: NRR adalah"))
                    .anySatisfy(row -> assertThat(row).startsWith("Publikasi: Hasil survei ini"));
            assertThat(book.getSheet(10).orElseThrow().read().get(1).getCellText(2))
                    .isEqualTo("Belum ada");
            List<Row> unsur = book.getSheet(1).orElseThrow().read();
            assertThat(unsur.get(1).getCellAsNumber(4)).contains(new BigDecimal("2.50"));
            List<Row> services = book.getSheet(2).orElseThrow().read();
            assertThat(services.get(1).getCellAsNumber(5)).contains(new BigDecimal("72.22"));
            assertThat(book.getSheet(9).orElseThrow().read().get(1).getCellText(2))
                    .isEqualTo("=Tempel syarat di pintu");
        }
    }

    @Test
    void theSameReportGivesTheSameFiles() throws Exception {
        assertThat(pdf(report())).isEqualTo(pdf(report()));
        assertThat(book(report())).isEqualTo(book(report()));
        assertThat(SurveyPaper.fileName(report())).isEqualTo("skm-dukcapil-2026-10");
    }

    @Test
    void nobodyAnsweredIsSaid() throws Exception {
        SurveyReport some = report();
        SurveyReport none = new SurveyReport(
                some.mall(),
                Optional.empty(),
                PERIOD,
                PERIOD.to().minusDays(3),
                true,
                some.asked(),
                new Surveyed(
                        some.mall(),
                        Responses.NONE,
                        new Sample(0, 0),
                        List.of(new Surveyed("Imigrasi", Responses.NONE, new Sample(0, 0), List.of()))),
                new Respondents(0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of()),
                List.of(),
                List.of());
        String text;
        try (PDDocument read = Loader.loadPDF(pdf(none))) {
            text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
        assertThat(text)
                .contains("Belum ada tanggapan", "masih berjalan", "1 sampai 28 Oktober 2026", "digabung")
                .contains("Belum ada layanan selesai dalam laporan harian periode ini.")
                .doesNotContain("Pimpinan instansi", "belum mencapai sampel");
        assertThat(book(none)).isNotEmpty();
    }

    @Test
    void thatTheQuestionnaireChangedWithinThePeriodIsSaid() throws Exception {
        SurveyReport some = report();
        Responses both = some.whole()
                .responses()
                .plus(new Responses(Map.of(
                        2,
                        some.whole().responses().versions().values().iterator().next())));
        SurveyReport changed = new SurveyReport(
                some.mall(),
                some.agency(),
                some.period(),
                some.until(),
                false,
                List.of(ASKED, new Questionnaire(2, LocalDate.of(2026, 10, 1), ASKED.unsur())),
                new Surveyed(AGENCY.name(), both, new Sample(60, 8), List.of()),
                some.respondents(),
                some.lowest(),
                some.trend());
        try (PDDocument read = Loader.loadPDF(pdf(changed))) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains("Kuesioner berganti dalam periode ini");
        }
    }

    private byte[] pdf(SurveyReport report) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        paper.writePdf(report, file);
        return file.toByteArray();
    }

    private byte[] book(SurveyReport report) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        paper.writeBook(report, file);
        return file.toByteArray();
    }
}
