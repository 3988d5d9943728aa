package id.balairung.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** A workbook with more rows than a sheet takes, and cells in the formats of their kinds. */
class XlsxSheetsTest {

    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("number", "Nomor", List.of(), 10),
            new SheetColumn("at", "Saat", List.of(), 20),
            new SheetColumn("took", "Lama", List.of(), 10),
            new SheetColumn("words", "Kata", List.of(), 10));

    @Test
    void whereASheetIsFullAnotherGoesOn() throws IOException {
        try (ReadableWorkbook book = written(10, 25)) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets.stream().map(Sheet::getName)).containsExactly("Riwayat", "Riwayat (2)", "Riwayat (3)");
            for (Sheet sheet : sheets) {
                assertThat(sheet.read().getFirst().getCellText(0)).isEqualTo("Nomor");
            }
            assertThat(sheets.stream().flatMap(XlsxSheetsTest::numbers))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 25).mapToObj(BigDecimal::valueOf).toList());
        }
    }

    @Test
    void whatJustFillsASheetNeedsNoOther() throws IOException {
        try (ReadableWorkbook book = written(10, 9)) {
            assertThat(book.getSheets().toList()).hasSize(1);
        }
        try (ReadableWorkbook book = written(10, 10)) {
            assertThat(book.getSheets().toList()).hasSize(2);
        }
        try (ReadableWorkbook book = written(10, 0)) {
            assertThat(book.getSheets().toList()).hasSize(1);
        }
    }

    /** Formats are set for many rows at once: each cell has its own all the same. */
    @Test
    void everyCellHasTheFormatOfItsKind() throws IOException {
        try (ReadableWorkbook book = written(5_000, 1_700)) {
            List<Row> rows = book.getFirstSheet().read();
            for (int number = 0; number < 1_700; number++) {
                Row row = rows.get(number + 1);
                assertThat(format(row, 0)).as("a number in row %s", number).isNull();
                if (number % 3 != 0) {
                    assertThat(format(row, 1)).as("a moment in row %s", number).isEqualTo("yyyy-mm-dd hh:mm:ss");
                }
                assertThat(format(row, 2)).as("a span in row %s", number).isEqualTo("[h]:mm:ss");
            }
            assertThat(rows.get(3).getCellAsNumber(2).orElseThrow().doubleValue())
                    .isEqualTo(Duration.ofSeconds(90_002).toSeconds() / 86_400d);
        }
    }

    /** Edited in a spreadsheet, such words would be carried out. */
    @Test
    void onlyWordsThatLookLikeAFormulaAreHeldAsWords() throws IOException {
        String cells = sheet(table(1_700));
        for (int number = 0; number < 1_700; number++) {
            assertThat(cells.contains("r=\"D" + (number + 2) + "\" s=\""))
                    .as("words in row %s", number)
                    .isEqualTo(number % 7 == 0);
        }
    }

    private static String sheet(SheetTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxOutput(List.of(table)).write(out);
        try (ZipFile parts = ZipFile.builder().setByteArray(out.toByteArray()).get()) {
            return new String(
                    parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static String format(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell.getDataFormatString();
    }

    private static Stream<BigDecimal> numbers(Sheet sheet) {
        try {
            return sheet.read().stream()
                    .skip(1)
                    .map(row -> row.getCellAsNumber(0).orElseThrow());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ReadableWorkbook written(int rowsOfASheet, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxOutput(List.of(table(rows)), rowsOfASheet).write(out);
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()), new ReadingOptions(true, false));
    }

    private static SheetTable table(int rows) {
        List<List<SheetCell>> cells = IntStream.range(0, rows)
                .mapToObj(number -> List.of(
                        SheetCell.of(number),
                        number % 3 == 0
                                ? SheetCell.of("")
                                : new SheetCell.Moment(
                                        LocalDateTime.of(2024, 1, 1, 8, 0).plusSeconds(number)),
                        SheetCell.of(Duration.ofSeconds(90_000 + number)),
                        SheetCell.of(number % 7 == 0 ? "=1+1" : "Kata")))
                .toList();
        return new SheetTable("Riwayat", COLUMNS, cells);
    }
}
