package id.balairung.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** How a table is written. */
public enum SheetFormat {
    /** A workbook, with a further sheet where one is full. Dates and numbers are such, words are never formulas. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(SheetTable table, OutputStream out) throws IOException {
            new XlsxOutput(List.of(table)).write(out);
        }
    },
    /** UTF-8 with a byte order mark and semicolons, as a spreadsheet in Indonesian expects; dates in ISO 8601. */
    CSV("text/csv;charset=utf-8") {
        @Override
        public void write(SheetTable table, OutputStream out) throws IOException {
            new CsvOutput(table).write(out);
        }
    };

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    /**
     * Writes a table row by row; the stream stays open.
     *
     * @param table the table
     * @param out where to
     * @throws IOException when the stream does
     */
    public abstract void write(SheetTable table, OutputStream out) throws IOException;

    /** The content type of such a file. */
    public String contentType() {
        return contentType;
    }

    /** The name of a file of this format, from the table's name. */
    public String fileName(SheetTable table) {
        String name = table.name()
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return (name.isEmpty() ? "data" : name) + "." + name().toLowerCase(Locale.ROOT);
    }
}
