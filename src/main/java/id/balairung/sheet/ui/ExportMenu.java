package id.balairung.sheet.ui;

import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Exports a table in either format. */
public class ExportMenu extends DownloadMenu {

    /**
     * A menu.
     *
     * @param reading reads the table, checks the rights and records the export; runs on the thread of the file's request
     */
    public ExportMenu(Supplier<SheetTable> reading) {
        this(reading, Runnable::run);
    }

    /**
     * A menu of a sensitive table.
     *
     * @param reading reads the table, checks the rights and records the export; runs on the thread of the file's request
     * @param before what is asked of the person first; runs its argument when that was answered
     */
    public ExportMenu(Supplier<SheetTable> reading, Consumer<Runnable> before) {
        super("sheet.export");
        for (SheetFormat format : SheetFormat.values()) {
            offer(
                    getTranslation("sheet.export." + word(format)),
                    () -> before.accept(() -> hand(new TableDownload(format, reading))));
        }
    }

    private static String word(SheetFormat format) {
        return format == SheetFormat.XLSX ? "xlsx" : "csv";
    }
}
