package id.balairung.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.BusinessRuleViolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people have them are understood; those made to harm or simply wrong are refused with a sentence. */
class SheetFileTest {

    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("name", "Nama pengguna", List.of("Username"), 20),
            new SheetColumn("choose", "Boleh memilih", List.of("May choose"), 20));

    private static final SheetLimits MANY_ROWS = new SheetLimits(20 * 1024 * 1024, 100_000, 320 * 1024 * 1024);

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void aSemicolonACommaOrATabSeparates(String separator) {
        List<SheetRow> rows = read("Nama pengguna" + separator + "Boleh memilih\r\nsiti" + separator + "ya\r\n");
        assertThat(rows.getFirst().text("name")).isEqualTo("siti");
        assertThat(rows.getFirst().yesOrNo("choose")).contains(true);
        assertThat(rows.getFirst().number()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16"})
    void accentsAreReadInTheCharactersOfAnyWindows(String charset) {
        byte[] file = "Nama pengguna;Boleh memilih\nJosé;tidak\n".getBytes(Charset.forName(charset));
        assertThat(new SheetFile(file).rows(COLUMNS).getFirst().text("name")).isEqualTo("José");
    }

    @Test
    void columnsStandInAnyOrderInEitherLanguageAndFurtherOnesArePassedOver() {
        SheetRow row = read("note,May  CHOOSE, username\nhello,no,adi\n").getFirst();
        assertThat(row.text("name")).isEqualTo("adi");
        assertThat(row.yesOrNo("choose")).contains(false);
    }

    @Test
    void emptyRowsArePassedOverAndTheOthersKeepTheirNumbers() {
        List<SheetRow> rows = read("\nNama pengguna;Boleh memilih\n;\n\nsiti;ya\n");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo(5);
    }

    @Test
    void aSeparatorThatTheFileNamesIsBelieved() {
        assertThat(read("sep=,\nNama pengguna,Boleh memilih\nsiti,ya\n")
                        .getFirst()
                        .text("name"))
                .isEqualTo("siti");
    }

    @Test
    void aFileWithoutTheColumnsOrWithOneTwiceOrWithoutRowsIsRefused() {
        refused("sheet.refused.columns-missing", text("Nama;Boleh memilih\na;ya"));
        refused("sheet.refused.column-twice", text("Nama pengguna;Username;Boleh memilih\na;b;ya"));
        refused("sheet.refused.empty", text("Nama pengguna;Boleh memilih\n"));
        refused("sheet.refused.empty", new byte[0]);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        refused("sheet.refused.too-large", new byte[SheetFile.LARGEST + 1]);
        refused(
                "sheet.refused.too-many-rows",
                text("Nama pengguna;Boleh memilih\n" + "a;ya\n".repeat(SheetFile.MOST_ROWS + 1)));
        refused(
                "sheet.refused.too-many-columns",
                text("Nama pengguna;Boleh memilih\na;ya" + ";x".repeat(SheetFile.MOST_COLUMNS)));
        refused(
                "sheet.refused.cell-too-long",
                text("Nama pengguna;Boleh memilih\n" + "a".repeat(SheetFile.LONGEST_CELL + 1) + ";ya"));
        assertThat(read("Nama pengguna;Boleh memilih\n" + "a;ya\n".repeat(SheetFile.MOST_ROWS)))
                .hasSize(SheetFile.MOST_ROWS);
    }

    @Test
    void otherKindsOfFileAreRefusedWhateverTheyAreCalled() {
        refused("sheet.refused.wrong-type", bytes("255044462d312e37"));
        refused("sheet.refused.wrong-type", bytes("89504e470d0a1a0a0000000d"));
        refused("sheet.refused.wrong-type", bytes("4d5a900003000000"));
        refused("sheet.refused.old-workbook", bytes("d0cf11e0a1b11ae100000000"));
        byte[] secret = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        refused("sheet.refused.encrypted", joined(bytes("d0cf11e0a1b11ae1"), secret));
    }

    @Test
    void aDamagedWorkbookOrAnArchiveThatIsNoneIsRefused() throws IOException {
        byte[] whole = workbook();
        for (int kept = 5; kept < whole.length; kept += 97) {
            byte[] cut = Arrays.copyOf(whole, kept);
            assertThatThrownBy(() -> new SheetFile(cut).rows(COLUMNS)).isInstanceOf(BusinessRuleViolation.class);
        }
        refused("sheet.refused.broken", changed(name -> name.replace("xl/", "ppt/"), text -> text));
        refused("sheet.refused.broken", changed(name -> name, text -> text.replace("</sheetData>", "<x>")));
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefusedBeforeItFillsTheMemory() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 400; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(bomb.size()).isLessThan(SheetFile.LARGEST);
        refused("sheet.refused.unpacks-too-large", bomb.toByteArray());
    }

    @Test
    void entitiesOfAnXmlBombAreNotExpanded() throws IOException {
        String entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><worksheet";
        byte[] bomb = changed(
                name -> name,
                text -> text.contains("<sheetData>")
                        ? text.replaceFirst("<worksheet", entities).replace(">siti<", ">&b;<")
                        : text);
        try {
            assertThat(new SheetFile(bomb).rows(COLUMNS))
                    .allSatisfy(row -> assertThat(row.text("name")).doesNotContain("aa"));
        } catch (BusinessRuleViolation refused) {
            assertThat(refused.key()).isEqualTo("sheet.refused.broken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999"})
    void aNumberThatWouldFillTheMemoryIsNotWrittenOut(String number) throws IOException {
        byte[] file = changed(
                name -> name,
                text -> text.replaceAll("<c r=\"A2\"[^>]*>.*?</c>", "<c r=\"A2\"><v>" + number + "</v></c>"));
        assertThat(new SheetFile(file).rows(COLUMNS).getFirst().text("name")).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "ZZZZZZ1, sheet.refused.broken",
        "ZZZ1, sheet.refused.too-many-columns",
        "&#90;ZZ1, sheet.refused.too-many-columns",
        "\u6f221, sheet.refused.broken"
    })
    void aCellFarOutIsRefusedBeforeItFillsTheMemory(String place, String refusal) throws IOException {
        byte[] file = changed(name -> name, text -> text.replace("r=\"B2\"", "r=\"" + place + "\""));
        refused(refusal, file);
    }

    @Test
    void aNumbersFormatWithoutEndIsReadInAMoment() throws IOException {
        String format = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"" + "[".repeat(180_000)
                + "\"/></numFmts><fonts";
        byte[] file = changed(
                name -> name,
                text -> text.replaceFirst("<fonts", format)
                        .replaceFirst("<xf numFmtId=\"0\"", "<xf numFmtId=\"164\"")
                        .replaceAll("<c r=\"A2\"[^>]*>.*?</c>", "<c r=\"A2\" s=\"0\"><v>7</v></c>"));
        assertThat(CompletableFuture.supplyAsync(() -> new SheetFile(file).rows(COLUMNS)))
                .succeedsWithin(Duration.ofSeconds(60))
                .satisfies(rows -> assertThat(rows.getFirst().text("name")).isEqualTo("7"));
    }

    @Test
    void aThousandIsNotReadAsOne() {
        List<SheetColumn> columns = List.of(new SheetColumn("quota", "Kuota", List.of(), 8));
        assertThat(new SheetFile(text("Kuota\n1.000\n1,000\n7.0\n8,00\n")).rows(columns))
                .extracting(row -> row.whole("quota"))
                .containsExactly(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(7), OptionalInt.of(8));
    }

    @Test
    void ofAFormulaOnlyTheSavedValueIsRead() throws IOException {
        byte[] file = changed(
                name -> name,
                text -> text.replaceAll("<c r=\"A2\"[^>]*>.*?</c>", "<c r=\"A2\" t=\"str\"><f>1+1</f><v>adi</v></c>"));
        assertThat(new SheetFile(file).rows(COLUMNS).getFirst().text("name")).isEqualTo("adi");
    }

    @Test
    void rowsWithoutEndAreRefusedThoughEachIsEmpty() throws IOException {
        byte[] file = changed(
                name -> name, text -> text.replace("</sheetData>", "<row r=\"9\"/>".repeat(30_000) + "</sheetData>"));
        refused("sheet.refused.too-many-rows", file);
    }

    @ParameterizedTest
    @CsvSource({"<si><t>, 180000, </t></si>, 300", "<si><t>, 0, </t></si>, 1950000", "<r><t>, 180000, </t></r>, 300"})
    void sharedTextsThatTogetherWouldFillTheMemoryAreRefused(String begin, int letters, String end, int many)
            throws IOException {
        String texts = (begin + "a".repeat(letters) + end).repeat(many);
        refusedOfMany(shared(begin.startsWith("<si>") ? texts : "<si>" + texts + "</si>", rows -> rows));
    }

    @Test
    void formulasThatHoldForSeveralCellsAndNamesThatAreKeptAreRefusedAsSharedTextsAre() throws IOException {
        String formula =
                "<c r=\"A2\"><f t=\"shared\" si=\"%s\" ref=\"A2:A3\">" + "1".repeat(180_000) + "</f><v>1</v></c>";
        refusedOfMany(shared(
                "",
                rows -> rows.replace(
                        "</sheetData>",
                        IntStream.range(0, 300)
                                        .mapToObj(row -> "<row>" + formula.formatted(row) + "</row>")
                                        .collect(Collectors.joining())
                                + "</sheetData>")));
        refusedOfMany(changed(
                name -> name,
                text -> text.replace("</cellXfs>", "<xf numFmtId=\"0\"/>".repeat(2_000_000) + "</cellXfs>")));
    }

    @Test
    void aRowThatWouldFillTheMemoryIsRefusedHoweverItsTextsAreSplit() throws IOException {
        String part = "<r><t>" + "a".repeat(180_000) + "</t></r>";
        refusedOfMany(shared(
                "",
                rows -> rows.replaceAll(
                        "<c r=\"A2\"[^>]*>.*?</c>",
                        "<c r=\"A2\" t=\"inlineStr\"><is>" + part.repeat(30) + "</is></c>")));
    }

    @Test
    void aTagWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        String format = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"" + "0".repeat(3_000_000)
                + "\"/></numFmts><fonts";
        refusedOfMany(changed(name -> name, text -> text.replaceFirst("<fonts", format)));
    }

    @Test
    void aHundredThousandRowsFullOfTextsOfTheirOwnAreRead() throws IOException {
        int rows = 100_000;
        int columns = 10;
        StringBuilder texts = new StringBuilder();
        StringBuilder cells = new StringBuilder("<sheetData>");
        for (int row = 0; row <= rows; row++) {
            cells.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < columns; column++) {
                int text = row * columns + column;
                texts.append("<si><t>").append(ownText(text)).append("</t></si>");
                cells.append("<c r=\"")
                        .append((char) ('A' + column))
                        .append(row + 1)
                        .append("\" t=\"s\"><v>")
                        .append(text)
                        .append("</v></c>");
            }
            cells.append("</row>");
        }
        byte[] file = shared(
                texts.toString(), sheet -> sheet.replaceFirst("(?s)<sheetData>.*(?=</sheetData>)", cells.toString()));
        List<String> last = new ArrayList<>();
        new SheetFile(file).lines(MANY_ROWS, (number, line) -> {
            last.clear();
            last.add(String.valueOf(number));
            last.addAll(line);
        });
        assertThat(last)
                .hasSize(columns + 1)
                .startsWith(String.valueOf(rows + 1))
                .endsWith(ownText((rows + 1) * columns - 1));
    }

    private static String ownText(int number) {
        return "Z" + (1_000_000_000_000_000_000L + number);
    }

    private static void refusedOfMany(byte[] file) {
        assertThatThrownBy(() -> new SheetFile(file).lines(MANY_ROWS, (number, cells) -> {}))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("sheet.refused.unpacks-too-large"));
    }

    /** A workbook with such shared texts, the last of which stands in a cell. */
    private static byte[] shared(String texts, UnaryOperator<String> rows) throws IOException {
        long last = Math.max(1, texts.split("<si>", -1).length - 1) - 1;
        return changed(
                name -> name,
                text -> text.contains("<sst")
                        ? text.replaceFirst("(?s)(<sst[^>]*?)/?>.*", "$1>" + texts + "</sst>")
                        : rows.apply(
                                texts.isEmpty()
                                        ? text
                                        : text.replaceFirst(
                                                "<c r=\"A2\"[^>]*>.*?</c>",
                                                "<c r=\"A2\" t=\"s\"><v>" + last + "</v></c>")));
    }

    private static List<SheetRow> read(String csv) {
        return new SheetFile(text(csv)).rows(COLUMNS);
    }

    private static void refused(String key, byte[] file) {
        assertThatThrownBy(() -> new SheetFile(file).rows(COLUMNS))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<List<SheetCell>> rows =
                new ArrayList<>(Collections.nCopies(40, List.of(SheetCell.of("siti"), SheetCell.of("ya"))));
        SheetFormat.XLSX.write(new SheetTable("Petugas", COLUMNS, rows), out);
        return out.toByteArray();
    }

    private static byte[] changed(UnaryOperator<String> name, UnaryOperator<String> text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook()).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(name.apply(part.getName())));
                zip.write(text.apply(new String(in.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] joined(byte[] one, byte[] two) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(two);
        return out.toByteArray();
    }
}
