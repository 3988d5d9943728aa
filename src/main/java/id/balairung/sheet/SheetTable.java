package id.balairung.sheet;

import java.util.List;

/**
 * A table to be written.
 *
 * @param name its name, which becomes the file's and the sheet's
 * @param columns its columns
 * @param rows its rows, each with a cell for every column; read once and not kept
 */
public record SheetTable(String name, List<SheetColumn> columns, Iterable<List<SheetCell>> rows) {}
