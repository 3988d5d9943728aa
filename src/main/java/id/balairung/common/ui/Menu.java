package id.balairung.common.ui;

import com.vaadin.flow.component.menubar.MenuBar;

/** A bar of menus that speaks the person's language also where there is no room for one of them. */
public class Menu extends MenuBar {

    /** A bar without menus. */
    public Menu() {
        setI18n(new MenuBarI18n().setMoreOptions(getTranslation("common.menu.more")));
    }
}
