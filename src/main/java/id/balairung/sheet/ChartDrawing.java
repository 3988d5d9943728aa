package id.balairung.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Draws charts into a workbook that was written.
 *
 * @param tables the workbook's tables
 * @param paper where they are drawn
 */
record ChartDrawing(List<SheetTable> tables, ChartSheet paper) {

    private static final float ROW_POINTS = 15;
    private static final int ROWS_OF_A_CHART = 16;
    private static final int FEWEST_ROWS = 8;
    private static final double ROWS_OF_A_BAR = 1.4;
    private static final int ROWS_AROUND_BARS = 6;

    /** So much smaller, so many rows fit on an A4 page. */
    private static final short PAGE_PERCENT = 88;

    private static final int ROWS_OF_A_PAGE = 52;
    private static final double MARGIN_INCHES = 0.4;

    byte[] drawnInto(byte[] written) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            draw(book, sheet(book, paper.name()));
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            book.write(drawn);
            return drawn.toByteArray();
        }
    }

    private void draw(XSSFWorkbook book, XSSFSheet sheet) {
        sheet.setDefaultRowHeightInPoints(ROW_POINTS);
        sheet.setDisplayGridlines(false);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setScale(PAGE_PERCENT);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int page = 0;
        int row = 1;
        for (SheetChart chart : paper.charts()) {
            SheetTable table = table(chart);
            XSSFSheet told = sheet(book, table.name());
            if (told.getLastRowNum() > 0) {
                ChartCells cells = ChartCells.of(chart, table, told);
                int rows = rows(chart, cells.count());
                if (row + rows - page > ROWS_OF_A_PAGE) {
                    sheet.setRowBreak(row - 1);
                    page = row;
                    // At the very top its edge would be drawn on the page before, too.
                    row++;
                }
                new DrawnChart(chart, cells)
                        .draw(drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, row, 1, row + rows)));
                row += rows + 1;
            }
        }
    }

    private SheetTable table(SheetChart chart) {
        return tables.stream()
                .filter(table -> table.name().equals(chart.table()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + chart.table()));
    }

    private static XSSFSheet sheet(XSSFWorkbook book, String table) {
        return book.getSheet(XlsxOutput.sheetName(table, 1));
    }

    private static int rows(SheetChart chart, int points) {
        int wanted = chart.look() == SheetChart.Look.BARS
                ? (int) Math.ceil(ROWS_AROUND_BARS + ROWS_OF_A_BAR * points)
                : ROWS_OF_A_CHART;
        return Math.clamp(wanted, FEWEST_ROWS, ROWS_OF_A_PAGE - 2);
    }
}
