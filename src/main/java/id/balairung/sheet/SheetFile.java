package id.balairung.sheet;

import id.balairung.common.BusinessRuleViolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file that somebody sent. What it is, its content tells; neither its name nor the type that the browser claims is believed.
 *
 * @param content its bytes
 */
public record SheetFile(byte[] content) {

    /** The largest file that is read, bytes. */
    public static final int LARGEST = SheetLimits.STANDARD.bytes();

    /** How many rows of known columns are read, the header not counted. */
    static final int MOST_ROWS = SheetLimits.STANDARD.rows();

    static final int MOST_COLUMNS = 50;
    static final int LONGEST_CELL = 20_000;
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * The rows that aren't empty, in their order.
     *
     * @param columns the columns, in any order; further ones are passed over
     * @throws BusinessRuleViolation when it is too large, no table, or not such a table
     */
    public List<SheetRow> rows(List<SheetColumn> columns) {
        Collected collected = new Collected(columns);
        read(collected);
        return List.copyOf(collected.rows);
    }

    /**
     * Goes through all lines as they stand, for a table whose columns aren't known.
     *
     * @param limits how much is read
     * @param taking takes the lines
     * @throws BusinessRuleViolation when it is too large or no table; lines may have been taken by then
     */
    public void lines(SheetLimits limits, SheetLines taking) {
        read(new Passed(limits, taking));
    }

    private void read(LineTaker taker) {
        if (content.length > taker.limits().bytes()) {
            throw new BusinessRuleViolation(
                    "sheet.refused.too-large", taker.limits().bytes() / MEGABYTE);
        }
        if (content.length == 0) {
            throw new BusinessRuleViolation("sheet.refused.empty");
        }
        Signature signature = Signature.of(content);
        if (signature == Signature.ZIP) {
            new XlsxInput(content).read(taker);
        } else if (signature == Signature.TEXT) {
            new CsvInput(content).read(taker);
        } else {
            throw new BusinessRuleViolation(signature.refusal());
        }
        taker.end();
    }

    /** Hands all lines on. */
    private static final class Passed extends LineTaker {

        private final SheetLines taking;

        Passed(SheetLimits limits, SheetLines taking) {
            super(limits);
            this.taking = taking;
        }

        @Override
        long recognized(List<String> headers) {
            return headers.size();
        }

        @Override
        void head(int number, List<String> headers) {
            taking.take(number, headers);
        }

        @Override
        boolean row(int number, List<String> cells) {
            taking.take(number, cells);
            return true;
        }
    }

    /** Collects the cells of known columns. */
    private static final class Collected extends LineTaker {

        private final List<SheetColumn> columns;
        private final Map<Integer, SheetColumn> places = new LinkedHashMap<>();
        private final List<SheetRow> rows = new ArrayList<>();

        Collected(List<SheetColumn> columns) {
            super(SheetLimits.STANDARD);
            this.columns = columns;
        }

        @Override
        long recognized(List<String> headers) {
            return columns.stream()
                    .filter(column -> headers.stream().anyMatch(column::isCalled))
                    .count();
        }

        @Override
        boolean row(int number, List<String> cells) {
            Map<String, String> found = new LinkedHashMap<>();
            places.forEach((place, column) -> {
                if (place < cells.size() && !cells.get(place).isEmpty()) {
                    found.put(column.name(), cells.get(place));
                }
            });
            SheetRow row = new SheetRow(number, found);
            if (row.blank()) {
                return false;
            }
            rows.add(row);
            return true;
        }

        @Override
        void head(int number, List<String> headers) {
            for (int place = 0; place < headers.size(); place++) {
                String header = headers.get(place);
                for (SheetColumn column : columns) {
                    if (column.isCalled(header)) {
                        if (places.containsValue(column)) {
                            throw new BusinessRuleViolation("sheet.refused.column-twice", column.header());
                        }
                        places.put(place, column);
                    }
                }
            }
            String missing = columns.stream()
                    .filter(column -> column.required() && !places.containsValue(column))
                    .map(SheetColumn::header)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw new BusinessRuleViolation("sheet.refused.columns-missing", missing);
            }
        }
    }
}
