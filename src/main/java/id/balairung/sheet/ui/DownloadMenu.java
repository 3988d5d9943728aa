package id.balairung.sheet.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Menu;

/** Files to choose among. A file's link is made at the click, belongs to this screen, and is gone with it and with the session. */
@StyleSheet("styles/sheet.css")
public class DownloadMenu extends Div {

    private final MenuItem files;

    /**
     * A menu without files.
     *
     * @param key of the text that says what they are
     */
    public DownloadMenu(String key) {
        addClassName("bl-export");
        Menu menu = new Menu();
        files = menu.addItem(Icons.DOWN.create());
        files.add(getTranslation(key));
        add(menu);
    }

    /**
     * Offers a file.
     *
     * @param label which, translated
     * @param chosen what happens at the click; it may ask something and calls {@link #hand} then
     */
    public final void offer(String label, Runnable chosen) {
        files.getSubMenu().addItem(label, click -> chosen.run());
    }

    /**
     * Hands a file to the browser.
     *
     * @param file makes it, on the thread of its request
     */
    public final void hand(DownloadHandler file) {
        getChildren().filter(Anchor.class::isInstance).toList().forEach(this::remove);
        Anchor link = new Anchor();
        link.setHref(file, AttachmentType.DOWNLOAD);
        link.getElement().setAttribute("aria-hidden", "true");
        link.getElement().setAttribute("tabindex", "-1");
        add(link);
        link.getElement().executeJs("this.click()");
    }
}
