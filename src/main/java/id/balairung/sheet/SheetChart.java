package id.balairung.sheet;

import java.util.Optional;

/**
 * A chart of a table's cells. The spreadsheet draws it itself, so it follows when somebody changes them; only which bars are pale
 * is told once and for all.
 *
 * @param title its title
 * @param note what has to be known to read it, below the title
 * @param look how it is drawn
 * @param table the name of the table whose cells it refers to
 * @param points which of them
 * @param scale what its numbers are
 */
public record SheetChart(String title, String note, Look look, String table, Points points, Scale scale) {

    /** How a chart is drawn. */
    public enum Look {
        /** A line from left to right, with a gap where a cell is empty; goals are a line, too. */
        LINE,
        /** Columns from left to right; those below their goal are pale. */
        COLUMNS,
        /** Bars below each other, for long names; each tells its number, and those below their goal are pale. */
        BARS
    }

    /** What the numbers are. */
    public enum Scale {
        /** Whole percent, from 0 to 100. */
        PERCENT,
        /** How many, from 0. */
        COUNT
    }

    /** Where a chart's points stand in its table; columns by what the code calls them. */
    public sealed interface Points {}

    /**
     * One in each row. A name that is a date is told as the day of its month.
     *
     * @param names the column of their names
     * @param values the column of their numbers
     * @param goals the column of what the numbers are measured against
     */
    public record Down(String names, String values, Optional<String> goals) implements Points {}

    /**
     * The last row, under the headers of its columns.
     *
     * @param from the first column
     * @param to the last one
     */
    public record Across(String from, String to) implements Points {}
}
