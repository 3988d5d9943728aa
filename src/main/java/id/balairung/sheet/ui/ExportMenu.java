package id.balairung.sheet.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import id.balairung.common.ui.Icons;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Exports a table in either format. A file's link is made at the click, belongs to this screen, and is gone with it and with
 * the session.
 */
@StyleSheet("styles/sheet.css")
public class ExportMenu extends Div {

    private final transient Supplier<SheetTable> reading;
    private final transient Consumer<Runnable> before;

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
        this.reading = reading;
        this.before = before;
        addClassName("bl-export");
        MenuBar menu = new MenuBar();
        MenuItem export = menu.addItem(Icons.DOWN.create());
        export.add(getTranslation("sheet.export"));
        for (SheetFormat format : SheetFormat.values()) {
            export.getSubMenu().addItem(getTranslation("sheet.export." + word(format)), click -> begin(format));
        }
        add(menu);
    }

    private void begin(SheetFormat format) {
        before.accept(() -> {
            getChildren().filter(Anchor.class::isInstance).toList().forEach(this::remove);
            Anchor link = new Anchor();
            link.setHref(new TableDownload(format, reading), AttachmentType.DOWNLOAD);
            link.getElement().setAttribute("aria-hidden", "true");
            link.getElement().setAttribute("tabindex", "-1");
            add(link);
            link.getElement().executeJs("this.click()");
        });
    }

    private static String word(SheetFormat format) {
        return format == SheetFormat.XLSX ? "xlsx" : "csv";
    }
}
