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
    public static final int LARGEST = 5 * 1024 * 1024;

    /** How many rows are read, the header not counted. */
    static final int MOST_ROWS = 5_000;

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
        if (content.length > LARGEST) {
            throw new BusinessRuleViolation("sheet.refused.too-large", LARGEST / MEGABYTE);
        }
        if (content.length == 0) {
            throw new BusinessRuleViolation("sheet.refused.empty");
        }
        Signature signature = Signature.of(content);
        Collected collected = new Collected(columns);
        if (signature == Signature.ZIP) {
            new XlsxInput(content).read(collected);
        } else if (signature == Signature.TEXT) {
            new CsvInput(content).read(collected);
        } else {
            throw new BusinessRuleViolation(signature.refusal());
        }
        return collected.rows();
    }

    /** Takes one line of cells after the other and stops at what is too much. */
    static final class Collected {

        private final List<SheetColumn> columns;
        private final Map<Integer, SheetColumn> places = new LinkedHashMap<>();
        private final List<SheetRow> rows = new ArrayList<>();
        private boolean headed;

        private Collected(List<SheetColumn> columns) {
            this.columns = columns;
        }

        /** How many of the columns these headers name. */
        long recognized(List<String> headers) {
            return columns.stream()
                    .filter(column -> headers.stream().anyMatch(column::isCalled))
                    .count();
        }

        /**
         * Takes a line.
         *
         * @param number its number in the file
         * @param cells what stands in it, from the left
         */
        void take(int number, List<String> cells) {
            for (int place = 0; place < cells.size(); place++) {
                check(number, place, cells.get(place));
            }
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (!headed) {
                head(cells);
                return;
            }
            Map<String, String> found = new LinkedHashMap<>();
            places.forEach((place, column) -> {
                if (place < cells.size() && !cells.get(place).isEmpty()) {
                    found.put(column.name(), cells.get(place));
                }
            });
            SheetRow row = new SheetRow(number, found);
            if (!row.blank()) {
                if (rows.size() == MOST_ROWS) {
                    throw new BusinessRuleViolation("sheet.refused.too-many-rows", MOST_ROWS);
                }
                rows.add(row);
            }
        }

        private static void check(int row, int place, String cell) {
            if (place >= MOST_COLUMNS && !cell.isBlank()) {
                throw new BusinessRuleViolation("sheet.refused.too-many-columns", MOST_COLUMNS);
            }
            if (cell.length() > LONGEST_CELL) {
                throw new BusinessRuleViolation("sheet.refused.cell-too-long", row, place + 1, LONGEST_CELL);
            }
        }

        private void head(List<String> headers) {
            headed = true;
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

        private List<SheetRow> rows() {
            if (rows.isEmpty()) {
                throw new BusinessRuleViolation("sheet.refused.empty");
            }
            return List.copyOf(rows);
        }
    }
}
