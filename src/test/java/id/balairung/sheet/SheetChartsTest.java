package id.balairung.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.testing.DrawnCharts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

/** Charts that a spreadsheet draws of a book's tables. */
class SheetChartsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final String GUARDED = "=1+1";

    @Test
    void eachChartTellsOfItsCells() throws Exception {
        List<DrawnCharts.Drawn> charts = DrawnCharts.of(written(book(30)));
        assertThat(charts).extracting(DrawnCharts.Drawn::sheet).containsOnly("Grafik");
        assertThat(charts)
                .extracting(DrawnCharts.Drawn::title)
                .containsExactly(
                        List.of("Sesuai standar", "Per hari"),
                        List.of("Kedatangan", "Per hari"),
                        List.of("Menurut jam", "Semua"),
                        List.of("Menurut instansi", "Urut nama"));

        DrawnCharts.Series line = charts.getFirst().main();
        assertThat(line.names()).isEqualTo("'Per hari'!$A$2:$A$31");
        assertThat(line.values()).isEqualTo("'Per hari'!$C$2:$C$31");
        assertThat(line.points()).hasSize(30);
        assertThat(line.points().get(3).value()).contains(93.0);
        assertThat(line.points().get(4).value()).as("of an empty cell").isEmpty();
        DrawnCharts.Series goal = charts.getFirst().series().getLast();
        assertThat(goal.values()).isEqualTo("'Per hari'!$D$2:$D$31");
        assertThat(goal.points()).hasSize(30).allMatch(point -> point.value().equals(Optional.of(90.0)));

        assertThat(charts.get(1).main().values()).isEqualTo("'Per hari'!$B$2:$B$31");
        assertThat(charts.get(1).series()).hasSize(1);

        assertThat(charts.get(2).main().names()).isEqualTo("Jam!$B$1:$D$1");
        assertThat(charts.get(2).main().values()).isEqualTo("Jam!$B$4:$D$4");
        assertThat(charts.get(2).main().points())
                .extracting(DrawnCharts.Point::name)
                .containsExactly("08.00", "09.00", "10.00");

        assertThat(charts.get(3).main().points())
                .extracting(DrawnCharts.Point::name)
                .containsExactly(GUARDED, "Imigrasi", "Samsat");
        assertThat(charts.get(3).pale()).as("below the goal").containsExactly(1);
    }

    @Test
    void theSheetOfChartsComesRightAfterTheFirst() throws Exception {
        try (XSSFWorkbook book = opened(book(3))) {
            assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
                    .containsExactly("Ringkasan", "Grafik", "Per hari", "Jam", "Instansi");
            assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Laporan");
            assertThat(book.getActiveSheetIndex()).isZero();
        }
    }

    @Test
    void noChartIsCutInTwoByAPage() throws Exception {
        try (XSSFWorkbook book = opened(book(3))) {
            int end = book.getSheet("Grafik").getRowBreaks()[0];
            assertThat(book.getSheet("Grafik").getDrawingPatriarch().getShapes())
                    .extracting(XSSFShape::getAnchor)
                    .map(ClientAnchor.class::cast)
                    .noneMatch(place -> place.getRow1() <= end + 1 && place.getRow2() > end)
                    .anyMatch(place -> place.getRow1() > end + 1);
        }
    }

    @Test
    void wordsThatLookLikeAFormulaStayWords() throws Exception {
        try (XSSFWorkbook book = opened(book(3))) {
            XSSFCell cell = book.getSheet("Instansi").getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(GUARDED);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            XSSFCell day = book.getSheet("Per hari").getRow(1).getCell(0);
            assertThat(day.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
        }
    }

    /** Excel mends a file that isn't, and says so to who opens it. */
    @Test
    void eachChartIsAsTheStandardHasIt() throws Exception {
        try (XSSFWorkbook book = opened(book(30))) {
            for (XSSFChart chart : book.getSheet("Grafik").getDrawingPatriarch().getCharts()) {
                List<XmlError> wrong = new ArrayList<>();
                chart.getCTChart().validate(new XmlOptions().setErrorListener(wrong));
                assertThat(wrong).as(chart.getTitleText().getString()).isEmpty();
            }
        }
    }

    /** Those of the cells would write a date in full below each point, and no percent sign. */
    @Test
    void axesHaveFormatsOfTheirOwn() throws Exception {
        try (ZipFile file = ZipFile.builder().setByteArray(written(book(3))).get()) {
            String line = new String(
                    file.getInputStream(file.getEntry("xl/charts/chart1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(line)
                    .contains(
                            "<c:numFmt formatCode=\"d\" sourceLinked=\"false\"/>",
                            "<c:numFmt formatCode=\"0&quot;%&quot;\" sourceLinked=\"false\"/>")
                    .doesNotContain("sourceLinked=\"true\"");
        }
    }

    @Test
    void titlesLoseWhatNoFileCanHold() throws Exception {
        SheetChart odd = new SheetChart(
                "Se\u0001suai \uD800",
                "\uFFFF",
                SheetChart.Look.COLUMNS,
                "Jam",
                new SheetChart.Across("h8", "h10"),
                SheetChart.Scale.COUNT);
        assertThat(DrawnCharts.of(written(new SheetBook(List.of(hours()), paper(odd)))))
                .extracting(DrawnCharts.Drawn::title)
                .containsExactly(List.of("Sesuai ", ""));
    }

    @Test
    void theSameTablesGiveTheSameFile() throws Exception {
        assertThat(written(book(30))).isEqualTo(written(book(30)));
    }

    @Test
    void noPartTellsWhenItWasWritten() throws Exception {
        try (ZipFile file = ZipFile.builder().setByteArray(written(book(3))).get()) {
            for (ZipArchiveEntry part : Collections.list(file.getEntries())) {
                assertThat(part.getLastModifiedDate()).as(part.getName()).hasYear(1980);
                assertThat(new String(file.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .as(part.getName())
                        .doesNotContain("dcterms:created", "dcterms:modified", "lastPrinted");
            }
        }
    }

    @Test
    void aTableWithoutRowsHasNoChart() throws Exception {
        List<SheetTable> tables = new ArrayList<>(book(30).tables());
        tables.set(1, days(0));
        byte[] file = written(new SheetBook(tables, book(30).charts()));
        assertThat(DrawnCharts.of(file))
                .extracting(chart -> chart.title().getFirst())
                .containsExactly("Menurut jam", "Menurut instansi");
    }

    @Test
    void daysOnWhichNothingCanBeToldAreAnEmptyChart() throws Exception {
        SheetTable none = new SheetTable(
                "Per hari",
                days(0).columns(),
                List.of(List.of(SheetCell.of(DAY), SheetCell.of(0), SheetCell.of(""), SheetCell.of(90))));
        List<SheetTable> tables = new ArrayList<>(book(3).tables());
        tables.set(1, none);
        DrawnCharts.Series line = DrawnCharts.of(written(new SheetBook(tables, book(3).charts())))
                .getFirst()
                .main();
        assertThat(line.points()).hasSize(1).allMatch(point -> point.value().isEmpty());
    }

    /** So much the same packs well enough to be taken for an attack by what opens it. */
    @Test
    void manyEqualRowsAreNoTrouble() throws Exception {
        List<SheetTable> tables = new ArrayList<>(book(3).tables());
        tables.add(new SheetTable(
                "Layanan",
                List.of(new SheetColumn("name", "Layanan", List.of(), 40)),
                Collections.nCopies(20_000, List.of(SheetCell.of("Perpanjangan".repeat(20))))));
        assertThat(DrawnCharts.of(written(new SheetBook(tables, book(3).charts()))))
                .hasSize(4);
    }

    @Test
    void aChartOfNoTableOrColumnIsRefused() {
        assertThatThrownBy(() -> written(new SheetBook(List.of(days(3)), book(3).charts())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Jam");
        SheetChart lost = new SheetChart(
                "Judul",
                "Catatan",
                SheetChart.Look.LINE,
                "Per hari",
                new SheetChart.Down("day", "elsewhere", Optional.empty()),
                SheetChart.Scale.COUNT);
        assertThatThrownBy(() -> written(new SheetBook(List.of(days(3)), paper(lost))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }

    private static Optional<ChartSheet> paper(SheetChart... charts) {
        return Optional.of(new ChartSheet("Grafik", "Laporan", List.of(charts)));
    }

    private static SheetBook book(int days) {
        return new SheetBook(
                List.of(
                        new SheetTable("Ringkasan", List.of(column("a", "Ukuran")), List.of()),
                        days(days),
                        hours(),
                        agencies()),
                paper(
                        new SheetChart(
                                "Sesuai standar",
                                "Per hari",
                                SheetChart.Look.LINE,
                                "Per hari",
                                new SheetChart.Down("day", "within", Optional.of("goal")),
                                SheetChart.Scale.PERCENT),
                        new SheetChart(
                                "Kedatangan",
                                "Per hari",
                                SheetChart.Look.COLUMNS,
                                "Per hari",
                                new SheetChart.Down("day", "arrivals", Optional.empty()),
                                SheetChart.Scale.COUNT),
                        new SheetChart(
                                "Menurut jam",
                                "Semua",
                                SheetChart.Look.COLUMNS,
                                "Jam",
                                new SheetChart.Across("h8", "h10"),
                                SheetChart.Scale.COUNT),
                        new SheetChart(
                                "Menurut instansi",
                                "Urut nama",
                                SheetChart.Look.BARS,
                                "Instansi",
                                new SheetChart.Down("agency", "within", Optional.of("goal")),
                                SheetChart.Scale.PERCENT)));
    }

    /** Every fifth day is without a share. */
    private static SheetTable days(int days) {
        return new SheetTable(
                "Per hari",
                List.of(
                        column("day", "Tanggal"),
                        column("arrivals", "Kedatangan"),
                        column("within", "Sesuai (%)"),
                        column("goal", "Sasaran (%)")),
                IntStream.range(0, days)
                        .mapToObj(day -> List.of(
                                SheetCell.of(DAY.plusDays(day)),
                                SheetCell.of(40 + day),
                                day % 5 == 4 ? SheetCell.of("") : SheetCell.of(90 + day % 10),
                                SheetCell.of(90)))
                        .toList());
    }

    private static SheetTable hours() {
        return new SheetTable(
                "Jam",
                List.of(
                        column("weekday", "Hari"),
                        column("h8", "08.00"),
                        column("h9", "09.00"),
                        column("h10", "10.00")),
                List.of(
                        List.of(SheetCell.of("Senin"), SheetCell.of(3), SheetCell.of(4), SheetCell.of(5)),
                        List.of(SheetCell.of("Selasa"), SheetCell.of(1), SheetCell.of(2), SheetCell.of(3)),
                        List.of(SheetCell.of("Jumlah"), SheetCell.of(4), SheetCell.of(6), SheetCell.of(8))));
    }

    private static SheetTable agencies() {
        return new SheetTable(
                "Instansi",
                List.of(column("agency", "Instansi"), column("within", "Sesuai (%)"), column("goal", "Sasaran (%)")),
                List.of(
                        List.of(SheetCell.of(GUARDED), SheetCell.of(90), SheetCell.of(90)),
                        List.of(SheetCell.of("Imigrasi"), SheetCell.of(89), SheetCell.of(90)),
                        List.of(SheetCell.of("Samsat"), SheetCell.of(""), SheetCell.of(90))));
    }

    private static SheetColumn column(String name, String header) {
        return new SheetColumn(name, header, List.of(), 12);
    }

    private static byte[] written(SheetBook book) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        book.write(file);
        return file.toByteArray();
    }

    private static XSSFWorkbook opened(SheetBook book) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(book)));
    }
}
