package id.balairung.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is exported comes back the same, and no cell of it is a formula. */
class SheetRoundTripPropertyTest {

    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("first", "Nama", List.of("Name"), 20), new SheetColumn("second", "Catatan", List.of(), 20));

    @Property(tries = 400)
    void wordsComeBackAsTheyWere(
            @ForAll SheetFormat format, @ForAll("nasty") String first, @ForAll("nasty") String second)
            throws IOException {
        byte[] file = written(format, List.of(List.of(SheetCell.of("x" + first), SheetCell.of(second))));
        SheetRow row = new SheetFile(file).rows(COLUMNS).getFirst();
        assertThat(row.cells().get("first")).isEqualTo("x" + first);
        assertThat(row.cells().getOrDefault("second", "")).isEqualTo(second);
    }

    @Property(tries = 400)
    void noCellOfACsvBeginsLikeAFormula(@ForAll("nasty") String words) throws IOException {
        String csv = new String(
                written(SheetFormat.CSV, List.of(List.of(SheetCell.of(words), SheetCell.of("x")))),
                StandardCharsets.UTF_8);
        String cell = csv.substring(csv.indexOf("\r\n") + 2).replaceFirst("^\"", "");
        assertThat(cell.replaceAll("^[\\s\\p{Z}\\p{Cf}]+", ""))
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@")
                .doesNotStartWith("\uFF1D");
        assertThat(cell).doesNotStartWith("\t");
    }

    /** As one that splits at commas or tabs does, and sees no quotes but those at the start of a line or after what it splits at. */
    @Property(tries = 1_000)
    void noPartOfACsvBeginsLikeAFormulaForASpreadsheetThatSplitsElsewhere(@ForAll("nasty") String words)
            throws IOException {
        String csv = new String(
                written(SheetFormat.CSV, List.of(List.of(SheetCell.of("x"), SheetCell.of(words)))),
                StandardCharsets.UTF_8);
        assertThat(csv.split("[,\\t\\r\\n]"))
                .filteredOn(part -> !part.matches(" *[+-]\\d+(\\.\\d+)?(\".*)?"))
                .noneMatch(part -> part.replaceAll("^[\\s\\p{Z}\\p{Cf}\"]+", "").matches("(?s)[=+\\-@\uFF1D].*"));
    }

    @Example
    void whatWouldBeSplitElsewhereIsQuoted() throws IOException {
        String csv = new String(
                written(SheetFormat.CSV, List.of(List.of(SheetCell.of("Jalan Mawar, 2"), SheetCell.of("a,=1+1\n-2")))),
                StandardCharsets.UTF_8);

        assertThat(csv).endsWith("\"Jalan Mawar, 2\";\"a,'=1+1\n'-2\"\r\n");
    }

    @Example
    void aNumberAfterACommaStaysAsItIsUnlessAFormulaGoesOnFromIt() throws IOException {
        assertThat(cells(
                        "kurang, -2",
                        "tadi, +62812, -1.5, besok",
                        "kurang, -2 lembar",
                        "a, -2+3",
                        "a, -2;b",
                        "a,\t-2",
                        "a\n-2"))
                .containsExactly(
                        "\"kurang, -2\"",
                        "\"tadi, +62812, -1.5, besok\"",
                        "\"kurang,' -2 lembar\"",
                        "\"a,' -2+3\"",
                        "\"a,' -2;b\"",
                        "\"a,\t'-2\"",
                        "\"a\n'-2\"");
    }

    @Property(tries = 100)
    void datesTimesAndNumbersComeBack(
            @ForAll SheetFormat format,
            @ForAll @IntRange(min = 1, max = 40_000) int day,
            @ForAll @IntRange(min = 0, max = 1439) int minute,
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int number)
            throws IOException {
        List<SheetColumn> columns = List.of(
                new SheetColumn("date", "Tanggal", List.of(), 12),
                new SheetColumn("time", "Jam", List.of(), 8),
                new SheetColumn("number", "Jumlah", List.of(), 8));
        LocalDate date = LocalDate.of(1950, 1, 1).plusDays(day);
        LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
        byte[] file = written(
                format, columns, List.of(List.of(SheetCell.of(date), SheetCell.of(time), SheetCell.of(number))));
        SheetRow row = new SheetFile(file).rows(columns).getFirst();
        assertThat(row.date("date")).contains(date);
        assertThat(row.time("time")).contains(time);
        assertThat(row.whole("number")).hasValue(number);
    }

    @Property(tries = 30)
    void everyRowComesBackWithItsNumber(@ForAll SheetFormat format, @ForAll @IntRange(min = 1, max = 1500) int count)
            throws IOException {
        List<List<SheetCell>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(List.of(SheetCell.of("n" + row), SheetCell.of("-" + row)));
        }
        List<SheetRow> read = new SheetFile(written(format, rows)).rows(COLUMNS);
        assertThat(read).hasSize(count);
        assertThat(read.getLast().number()).isEqualTo(count + 1);
        assertThat(read.getLast().cells()).isEqualTo(Map.of("first", "n" + (count - 1), "second", "-" + (count - 1)));
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> any = Arbitraries.strings()
                .all()
                .ofMaxLength(30)
                .map(text -> FormulaGuard.storable(text).text());
        Arbitrary<String> risky = Arbitraries.strings()
                .withChars("'=+-@\t \u00A0\u3000\uFF1D\uFF0B\uFF0D\uFF20\u200B;,\"\nA1<>&]_x")
                .ofMaxLength(8);
        Arbitrary<String> known = Arbitraries.of(
                "=1+1",
                "'=1+1",
                "''=1",
                " =cmd|' /C calc'!A0",
                "\uFF1D1+1",
                "@SUM(A1)",
                "-2+3",
                "+62812",
                "\t=1",
                "_x0041_",
                "]]>",
                "<b>&amp;",
                "0812",
                "1E5",
                "TRUE",
                "2026-11-24",
                "#N/A",
                "\"",
                "a\nb",
                "'Aisyah",
                "a,=1+1",
                "a,'=1+1",
                "a,''=1",
                "a,\"=1,b",
                "a, -5",
                "a, -5,b",
                "a,'-5",
                "a, -5,=1",
                "a\t-5",
                "a, \t@SUM(1)",
                "KK\n- KTP",
                "'\t=1",
                "نص",
                "😀");
        return Arbitraries.oneOf(any, risky, known);
    }

    /** Each as it stands in a CSV. */
    private static List<String> cells(String... words) throws IOException {
        List<String> cells = new ArrayList<>();
        for (String text : words) {
            String csv = new String(
                    written(SheetFormat.CSV, List.of(List.of(SheetCell.of("x"), SheetCell.of(text)))),
                    StandardCharsets.UTF_8);
            cells.add(csv.substring(csv.indexOf("x;") + 2).stripTrailing());
        }
        return cells;
    }

    private static byte[] written(SheetFormat format, List<List<SheetCell>> rows) throws IOException {
        return written(format, COLUMNS, rows);
    }

    private static byte[] written(SheetFormat format, List<SheetColumn> columns, List<List<SheetCell>> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(new SheetTable("Petugas", columns, rows), out);
        return out.toByteArray();
    }
}
