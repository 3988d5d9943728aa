package id.balairung.history.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import id.balairung.common.ui.Menu;
import id.balairung.common.ui.Notifications;
import id.balairung.history.SavedView;
import id.balairung.history.SavedViews;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The views that a person keeps: one opens at a click, the present one can be kept, and all can be put in order. */
class SavedViewsMenu extends Menu {

    private final transient SavedViews views;
    private final transient Supplier<String> present;
    private final transient Consumer<SavedView> opening;
    private final MenuItem menu;

    /**
     * A menu.
     *
     * @param present what the address asks for now
     * @param opening opens a view
     */
    SavedViewsMenu(SavedViews views, Supplier<String> present, Consumer<SavedView> opening) {
        this.views = views;
        this.present = present;
        this.opening = opening;
        addClassName("bl-turn-menu");
        menu = addItem(getTranslation("history.views"));
        fill();
    }

    private void fill() {
        List<SavedView> own = views.own();
        menu.getSubMenu().removeAll();
        own.forEach(view -> menu.getSubMenu().addItem(view.name(), click -> opening.accept(view)));
        if (!own.isEmpty()) {
            menu.getSubMenu().addSeparator();
        }
        menu.getSubMenu().addItem(getTranslation("history.views.keep"), click -> keep());
        menu.getSubMenu()
                .addItem(getTranslation("history.views.manage"), click -> manage())
                .setEnabled(!own.isEmpty());
    }

    private void keep() {
        new ViewNameDialog(getTranslation("history.views.keep-title"), "", name -> {
                    views.save(name, present.get());
                    fill();
                    Notifications.SUCCESS.show(getTranslation("history.views.kept", name.text()));
                })
                .open();
    }

    private void manage() {
        new SavedViewsDialog(views, present, this::fill).open();
    }
}
