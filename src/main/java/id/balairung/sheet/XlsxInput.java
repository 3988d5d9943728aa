package id.balairung.sheet;

import id.balairung.common.BusinessRuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. Of a formula only the value that was saved with it is read. */
record XlsxInput(byte[] content) {

    /** A number longer than that is none that anybody typed, and writing 1E999999999 out would fill the memory. */
    private static final int MOST_DIGITS = 40;

    /** Spreadsheets allow no longer one. */
    private static final int LONGEST_FORMAT = 255;

    private static final String MOMENT_LETTERS = "ymdhs";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int SECONDS_OF_A_DAY = 86_400;

    void read(LineTaker taker) {
        try {
            byte[] bounded = new BoundedArchive(content, taker.limits().unpacked()).repacked();
            new CellPlaces(bounded).check();
            read(bounded, taker);
        } catch (BusinessRuleViolation known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // Whatever the reader makes of a damaged file, it says so in exceptions of many kinds.
            throw new BusinessRuleViolation("sheet.refused.broken");
        }
    }

    private static void read(byte[] bounded, LineTaker taker) throws IOException {
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(bounded), new ReadingOptions(true, false));
                Stream<Row> lines = workbook.getFirstSheet().openStream()) {
            LocalDate epoch = workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            int read = 0;
            for (Iterator<Row> line = lines.iterator(); line.hasNext(); ) {
                if (read++ > taker.limits().lines()) {
                    throw new BusinessRuleViolation(
                            "sheet.refused.too-many-rows", taker.limits().rows());
                }
                take(line.next(), epoch, taker);
            }
        }
    }

    private static void take(Row line, LocalDate epoch, LineTaker taker) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : line) {
            cells.add(cell == null ? "" : text(cell, epoch));
        }
        taker.take(line.getRowNum(), cells);
    }

    private static String text(Cell cell, LocalDate epoch) {
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case STRING -> orEmpty(cell.asString());
            case NUMBER -> number(cell, cell.asNumber(), epoch);
            case BOOLEAN -> cell.asBoolean().toString();
            case FORMULA -> saved(cell, orEmpty(raw), epoch);
            case ERROR -> orEmpty(raw);
            case EMPTY -> "";
        };
    }

    private static String saved(Cell formula, String raw, LocalDate epoch) {
        return raw.matches("-?\\d{1,15}(?:\\.\\d{1,20})?") ? number(formula, new BigDecimal(raw), epoch) : raw;
    }

    private static String number(Cell cell, BigDecimal number, LocalDate epoch) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        if (!isMoment(cell)) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return moment(number, epoch);
    }

    private static String moment(BigDecimal days, LocalDate epoch) {
        try {
            long seconds = Math.round(days.doubleValue() * SECONDS_OF_A_DAY);
            if (seconds >= 0 && seconds < SECONDS_OF_A_DAY) {
                return (seconds % SECONDS_OF_A_MINUTE == 0 ? TIME : EXACT_TIME)
                        .format(LocalTime.ofSecondOfDay(seconds));
            }
            LocalDateTime moment = epoch.atStartOfDay().plusSeconds(seconds);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : MOMENT.format(moment);
        } catch (DateTimeException tooFar) {
            return days.toString();
        }
    }

    /** A date is a number that is shown as one: with a letter for it outside of quotes, brackets and escapes. */
    private static boolean isMoment(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null || format.length() > LONGEST_FORMAT) {
            return false;
        }
        for (int at = 0; at < format.length(); at++) {
            char sign = format.charAt(at);
            if (sign == '\\') {
                at++;
            } else if (sign == '"' || sign == '[') {
                int end = format.indexOf(sign == '"' ? '"' : ']', at + 1);
                at = end < 0 ? format.length() : end;
            } else if (MOMENT_LETTERS.indexOf(Character.toLowerCase(sign)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
