package id.balairung.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A row that was read.
 *
 * @param number its number in the file, the header's being 1, as the spreadsheet shows it
 * @param cells what stands in it, by the column's name; a column that is empty is missing
 */
public record SheetRow(int number, Map<String, String> cells) {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final Set<String> YES = Set.of("ya", "y", "yes", "true", "benar", "1");
    private static final Set<String> NO = Set.of("tidak", "t", "no", "n", "false", "salah", "0");

    /** Keeps the cells. */
    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /** The words in a column without the space around them; empty when nothing is there. */
    public String text(String column) {
        return cells.getOrDefault(column, "").replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }

    /** The whole number in a column; empty when there is none, also for 1.000, which is a thousand here and one elsewhere. */
    public OptionalInt whole(String column) {
        String text = text(column);
        return text.matches("-?\\d{1,9}(?:[.,]0{1,2})?")
                ? OptionalInt.of(new BigDecimal(text.replace(',', '.')).intValue())
                : OptionalInt.empty();
    }

    /** The date in a column: ISO 8601, or day, month, year as in Indonesia; empty when there is none. */
    public Optional<LocalDate> date(String column) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text(column), format));
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** The time of day in a column, to the minute, with a colon or a full stop; empty when there is none. */
    public Optional<LocalTime> time(String column) {
        String text = text(column);
        try {
            return text.matches("\\d{1,2}[:.]\\d{2}(?:[:.][0-5]\\d)?")
                    ? Optional.of(LocalTime.parse(
                            text.replace('.', ':').replaceFirst("^(\\d{1,2}:\\d{2}):.*", "$1"),
                            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT)))
                    : Optional.empty();
        } catch (DateTimeParseException outOfRange) {
            return Optional.empty();
        }
    }

    /** Yes or no in a column, in Indonesian or English; empty when it is neither. */
    public Optional<Boolean> yesOrNo(String column) {
        String text = text(column).toLowerCase(Locale.ROOT);
        return YES.contains(text) ? Optional.of(true) : NO.contains(text) ? Optional.of(false) : Optional.empty();
    }

    boolean blank() {
        return cells.keySet().stream().allMatch(column -> text(column).isEmpty());
    }
}
