package id.balairung.sheet;

import java.util.List;

/**
 * Charts of a book's tables, below each other on a sheet that can be printed on A4.
 *
 * @param name the sheet's name
 * @param heading what stands above them
 * @param charts the charts; one of a table without rows is left out
 */
public record ChartSheet(String name, String heading, List<SheetChart> charts) {

    /** In characters. An A4 page takes it, whichever font there is. */
    private static final int WIDTH = 84;

    /** Keeps the charts as they are. */
    public ChartSheet {
        charts = List.copyOf(charts);
    }

    /** Where they will stand: a single column below its header. */
    SheetTable paper() {
        return new SheetTable(name, List.of(new SheetColumn("charts", heading, List.of(), WIDTH)), List.of());
    }
}
