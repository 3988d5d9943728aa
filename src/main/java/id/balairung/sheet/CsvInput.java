package id.balairung.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.balairung.common.BusinessRuleViolation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** CSV as people have it: UTF-8, UTF-16 or the old Windows code page, with semicolons, commas or tabs. */
record CsvInput(byte[] content) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NAMED_SEPARATOR = "(?s)^sep=([;,\t])\r?\n.*";

    void read(LineTaker taker) {
        String text = text();
        boolean named = text.matches(NAMED_SEPARATOR);
        char separator = named ? text.charAt("sep=".length()) : separator(text, taker);
        String table = named ? text.substring(text.indexOf('\n') + 1) : text;
        try {
            int number = 0;
            for (CsvRecord line : reader(separator).ofCsvRecord(table)) {
                number++;
                taker.take(
                        number,
                        line.getFields().stream()
                                .map(cell -> new FormulaGuard(cell).bare())
                                .toList());
            }
        } catch (CsvParseException broken) {
            throw new BusinessRuleViolation("sheet.refused.broken");
        }
    }

    /** The one by which the first line has most of the columns. */
    private static char separator(String text, LineTaker taker) {
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparing(candidate -> taker.recognized(firstLine(text, candidate))))
                .orElseThrow();
    }

    private static List<String> firstLine(String text, char separator) {
        try {
            return reader(separator).ofCsvRecord(text).stream()
                    .map(CsvRecord::getFields)
                    .filter(cells -> !cells.stream().allMatch(String::isBlank))
                    .findFirst()
                    .orElse(List.of());
        } catch (CsvParseException other) {
            return List.of();
        }
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true);
    }

    private String text() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(content, WINDOWS);
        }
    }

    private boolean startsWith(int... start) {
        for (int place = 0; place < start.length; place++) {
            if (content.length <= place || Byte.toUnsignedInt(content[place]) != start[place]) {
                return false;
            }
        }
        return true;
    }
}
