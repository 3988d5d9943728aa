package id.balairung.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook. */
record XlsxOutput(SheetTable table) {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int LONGEST_NAME = 31;
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final String TEXT = "@";

    void write(OutputStream out) throws IOException {
        // Closing the workbook would close the stream, which is the caller's.
        Workbook workbook = new Workbook(out, "Balairung", "1.0");
        Worksheet sheet = workbook.newWorksheet(sheetName());
        head(sheet);
        int number = 1;
        for (List<SheetCell> row : table.rows()) {
            for (int column = 0; column < row.size(); column++) {
                put(sheet, number, column, row.get(column));
            }
            if (number % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
            number++;
        }
        workbook.finish();
    }

    private void head(Worksheet sheet) {
        for (int column = 0; column < table.columns().size(); column++) {
            SheetColumn head = table.columns().get(column);
            sheet.width(column, head.width());
            sheet.inlineString(0, column, FormulaGuard.storable(head.header()).text());
            sheet.style(0, column).bold().fillColor("E4EEEE").set();
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, int column, SheetCell cell) {
        switch (cell) {
            case SheetCell.Text words -> {
                FormulaGuard text = FormulaGuard.storable(words.text());
                if (!text.text().isEmpty()) {
                    sheet.inlineString(row, column, text.text());
                    // Without it whoever edits the cell turns it into the formula that it looks like.
                    if (text.risky()) {
                        sheet.style(row, column).format(TEXT).set();
                    }
                }
            }
            case SheetCell.Number number -> sheet.value(row, column, number.number());
            case SheetCell.Day day -> {
                sheet.value(row, column, day.date());
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case SheetCell.Time time -> {
                sheet.value(row, column, time.time().toSecondOfDay() / SECONDS_OF_A_DAY);
                sheet.style(row, column).format("hh:mm").set();
            }
            case SheetCell.Moment moment -> {
                sheet.value(row, column, moment.moment());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
        }
    }

    private String sheetName() {
        String name = table.name().replaceAll("[\\[\\]:*?/\\\\'\\p{Cc}]+", " ").strip();
        String kept = name.isEmpty() ? "Data" : name;
        return kept.substring(0, Math.min(LONGEST_NAME, kept.length()));
    }
}
