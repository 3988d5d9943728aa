package id.balairung.sheet;

/**
 * How much of a file is read.
 *
 * @param bytes the largest file
 * @param rows the most rows, the header not counted
 * @param unpacked what a workbook's parts may unpack to, bytes
 */
public record SheetLimits(int bytes, int rows, int unpacked) {

    /** For tables that people write. A full workbook within our other bounds unpacks to a third of it. */
    public static final SheetLimits STANDARD = new SheetLimits(5 * 1024 * 1024, 5_000, 48 * 1024 * 1024);

    /** Empty lines that carry only a colour are read over, but not without end. */
    private static final int MOST_EMPTY = 15_000;

    int lines() {
        return rows + MOST_EMPTY;
    }
}
