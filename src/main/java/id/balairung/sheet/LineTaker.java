package id.balairung.sheet;

import id.balairung.common.BusinessRuleViolation;
import java.util.List;

/** Takes one line of cells after the other and stops at what is too much. */
abstract class LineTaker {

    private final SheetLimits limits;
    private boolean headed;
    private int rows;

    LineTaker(SheetLimits limits) {
        this.limits = limits;
    }

    SheetLimits limits() {
        return limits;
    }

    /** How well these headers are the table's: by the right separator a line has the most. */
    abstract long recognized(List<String> headers);

    abstract void head(int number, List<String> headers);

    /** Takes a line below the headers; false when nothing that is read stands in it. */
    abstract boolean row(int number, List<String> cells);

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
            headed = true;
            head(number, cells);
            return;
        }
        if (row(number, cells) && ++rows > limits.rows()) {
            throw new BusinessRuleViolation("sheet.refused.too-many-rows", limits.rows());
        }
    }

    /** The file is over. */
    void end() {
        if (rows == 0) {
            throw new BusinessRuleViolation("sheet.refused.empty");
        }
    }

    private static void check(int row, int place, String cell) {
        if (place >= SheetFile.MOST_COLUMNS && !cell.isBlank()) {
            throw new BusinessRuleViolation("sheet.refused.too-many-columns", SheetFile.MOST_COLUMNS);
        }
        if (cell.length() > SheetFile.LONGEST_CELL) {
            throw new BusinessRuleViolation("sheet.refused.cell-too-long", row, place + 1, SheetFile.LONGEST_CELL);
        }
    }
}
