package id.balairung.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as a workbook.
 *
 * @param tables the tables, each on its own sheet
 * @param rowsOfASheet how many rows a sheet takes, the header counted; the rest goes on in further ones
 */
record XlsxOutput(List<SheetTable> tables, int rowsOfASheet) {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int LONGEST_NAME = 31;
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final String TEXT = "@";
    private static final String NONE = "";
    /** An empty cell doesn't mind. */
    private static final String ANY = "*";

    XlsxOutput(List<SheetTable> tables) {
        this(tables, Worksheet.MAX_ROWS);
    }

    void write(OutputStream out) throws IOException {
        // Closing the workbook would close the stream, which is the caller's.
        Workbook workbook = new Workbook(out, "Balairung", "1.0");
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
        for (SheetTable table : tables) {
            write(table, workbook);
        }
        workbook.finish();
    }

    private void write(SheetTable table, Workbook workbook) throws IOException {
        Iterator<List<SheetCell>> rows = table.rows().iterator();
        int sheets = 0;
        do {
            sheets++;
            writeSheet(table, workbook.newWorksheet(sheetName(table.name(), sheets)), rows);
        } while (rows.hasNext());
    }

    /** As many rows as fit: a sheet ends where spreadsheets end. */
    private void writeSheet(SheetTable table, Worksheet sheet, Iterator<List<SheetCell>> rows) throws IOException {
        head(table, sheet);
        Formats formats = new Formats(sheet, table.columns().size());
        int number = 1;
        while (number < rowsOfASheet && rows.hasNext()) {
            List<SheetCell> row = rows.next();
            for (int column = 0; column < row.size(); column++) {
                formats.at(number, column, put(sheet, number, column, row.get(column)));
            }
            if (number % ROWS_IN_MEMORY == 0) {
                formats.set(number);
                sheet.flush();
            }
            number++;
        }
        formats.set(number - 1);
        sheet.finish();
    }

    private static void head(SheetTable table, Worksheet sheet) {
        for (int column = 0; column < table.columns().size(); column++) {
            SheetColumn head = table.columns().get(column);
            sheet.width(column, head.width());
            sheet.inlineString(0, column, FormulaGuard.storable(head.header()).text());
            sheet.style(0, column).bold().fillColor("E4EEEE").set();
        }
        sheet.freezePane(0, 1);
    }

    /** Puts a cell and tells the format that it needs. */
    private static String put(Worksheet sheet, int row, int column, SheetCell cell) {
        return switch (cell) {
            case SheetCell.Text words -> text(sheet, row, column, FormulaGuard.storable(words.text()));
            case SheetCell.Number number -> {
                sheet.value(row, column, number.number());
                yield NONE;
            }
            case SheetCell.Day day -> {
                sheet.value(row, column, day.date());
                yield "yyyy-mm-dd";
            }
            case SheetCell.Time time -> {
                sheet.value(row, column, time.time().toSecondOfDay() / SECONDS_OF_A_DAY);
                yield "hh:mm";
            }
            case SheetCell.Moment moment -> {
                sheet.value(row, column, moment.moment());
                yield "yyyy-mm-dd hh:mm:ss";
            }
            case SheetCell.Span span -> {
                sheet.value(row, column, span.length().toSeconds() / SECONDS_OF_A_DAY);
                yield "[h]:mm:ss";
            }
        };
    }

    private static String text(Worksheet sheet, int row, int column, FormulaGuard words) {
        if (words.text().isEmpty()) {
            return ANY;
        }
        sheet.inlineString(row, column, words.text());
        // Without it whoever edits the cell turns it into the formula that it looks like.
        return words.risky() ? TEXT : NONE;
    }

    /** Sets formats for as many rows at once as have the same: one by one that takes most of the time. */
    private static final class Formats {

        private final Worksheet sheet;
        private final String[] format;
        private final int[] since;

        Formats(Worksheet sheet, int columns) {
            this.sheet = sheet;
            this.format = new String[columns];
            this.since = new int[columns];
            Arrays.fill(format, NONE);
        }

        void at(int row, int column, String wanted) {
            if (!wanted.equals(ANY) && !wanted.equals(format[column])) {
                set(row - 1, column);
                format[column] = wanted;
                since[column] = row;
            }
        }

        void set(int until) {
            for (int column = 0; column < format.length; column++) {
                set(until, column);
                format[column] = NONE;
            }
        }

        private void set(int until, int column) {
            if (!format[column].equals(NONE)) {
                sheet.range(since[column], column, until, column)
                        .style()
                        .format(format[column])
                        .set();
            }
        }
    }

    /** What a table's sheet is called; of one that takes several, the one with that number, from 1. */
    static String sheetName(String table, int number) {
        String name = table.replaceAll("[\\[\\]:*?/\\\\'\\p{Cc}]+", " ").strip();
        String kept = name.isEmpty() ? "Data" : name;
        String which = number == 1 ? "" : " (" + number + ")";
        return kept.substring(0, Math.min(LONGEST_NAME - which.length(), kept.length())) + which;
    }
}
