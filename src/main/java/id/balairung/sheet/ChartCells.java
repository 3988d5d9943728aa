package id.balairung.sheet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Where a chart's points stand in the workbook.
 *
 * @param sheet the sheet
 * @param names their names
 * @param values their numbers
 * @param goals what those are measured against
 */
record ChartCells(XSSFSheet sheet, CellRangeAddress names, Told values, Optional<Told> goals) {

    /**
     * Numbers, one for each name.
     *
     * @param title the cell that says what they are
     * @param cells the numbers
     */
    record Told(XSSFCell title, CellRangeAddress cells) {

        CellReference titleReference() {
            return new CellReference(
                    title.getSheet().getSheetName(), title.getRowIndex(), title.getColumnIndex(), true, true);
        }
    }

    /**
     * Those of a chart.
     *
     * @throws IllegalArgumentException when the table has no such column
     */
    static ChartCells of(SheetChart chart, SheetTable table, XSSFSheet sheet) {
        int last = sheet.getLastRowNum();
        return switch (chart.points()) {
            case SheetChart.Down down ->
                new ChartCells(
                        sheet,
                        column(place(table, down.names()), last),
                        told(sheet, place(table, down.values()), last),
                        down.goals().map(goals -> told(sheet, place(table, goals), last)));
            case SheetChart.Across across -> {
                int from = place(table, across.from());
                int to = place(table, across.to());
                yield new ChartCells(
                        sheet,
                        new CellRangeAddress(0, 0, from, to),
                        new Told(title(sheet, last, 0), new CellRangeAddress(last, last, from, to)),
                        Optional.empty());
            }
        };
    }

    private static Told told(XSSFSheet sheet, int column, int lastRow) {
        return new Told(title(sheet, 0, column), column(column, lastRow));
    }

    private static XSSFCell title(XSSFSheet sheet, int row, int column) {
        return Objects.requireNonNull(cell(sheet, row, column), "A chart's numbers have no name");
    }

    private static CellRangeAddress column(int number, int lastRow) {
        return new CellRangeAddress(1, lastRow, number, number);
    }

    private static int place(SheetTable table, String column) {
        List<String> names = table.columns().stream().map(SheetColumn::name).toList();
        if (!names.contains(column)) {
            throw new IllegalArgumentException(table.name() + " has no column " + column);
        }
        return names.indexOf(column);
    }

    private static @Nullable XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    /** How many points there are. */
    int count() {
        return names.getNumberOfCells();
    }

    boolean areDays() {
        return cell(names, 0)
                .filter(cell -> cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell))
                .isPresent();
    }

    /** The points, counted from 0, whose number is less than their goal. */
    List<Integer> low() {
        return IntStream.range(0, count()).filter(this::isLow).boxed().toList();
    }

    private boolean isLow(int point) {
        Optional<Double> goal = goals.flatMap(told -> number(told, point));
        return goal.isPresent()
                && number(values, point).filter(value -> value < goal.get()).isPresent();
    }

    private Optional<Double> number(Told told, int point) {
        return cell(told.cells(), point)
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .map(XSSFCell::getNumericCellValue);
    }

    /** One of those that stand below each other; empty where nothing was written. */
    private Optional<XSSFCell> cell(CellRangeAddress cells, int point) {
        return Optional.ofNullable(cell(sheet, cells.getFirstRow() + point, cells.getFirstColumn()));
    }
}
