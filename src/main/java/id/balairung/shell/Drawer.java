package id.balairung.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import java.util.List;
import java.util.Locale;

/** The menu by role, and who is at the screen. A view enters the menu by {@code @Menu(title = i18n key, icon = symbol)}. */
class Drawer extends Div {

    private final transient StaffContext staff;
    private final SideNav menu = new SideNav();
    private final Div place = new Div();
    private final transient List<MenuEntry> entries;

    Drawer(StaffContext staff) {
        this.staff = staff;
        // By the role of the request that builds the frame: when the language changes, no request is there to ask.
        this.entries = MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> !ManagementBar.isSection(entry))
                .toList();
        addClassName("bl-drawer");
        Div tenun = new Div();
        tenun.addClassName("bl-tenun");
        tenun.getElement().setAttribute("aria-hidden", "true");
        place.addClassName("bl-place");
        add(new Brand(), tenun, menu, place);
    }

    /** Fills the menu and the person's line in the present language. */
    void fill() {
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        menu.removeAll();
        entries.forEach(entry -> menu.addItem(item(entry)));
        Span name = new Span(staff.person().displayName());
        name.addClassName("name");
        String role = getTranslation("shell.role."
                + staff.person().role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        place.removeAll();
        place.add(
                name,
                new Span(staff.counter()
                        .map(number -> getTranslation("shell.role-at-counter", role, "%02d".formatted(number)))
                        .orElse(role)),
                new Span(staff.place()));
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(
                getTranslation(entry.title()), "/" + entry.path().replaceFirst("^/", ""));
        item.setMatchNested(true);
        if (entry.icon() != null) {
            item.setPrefixComponent(icon(entry.icon()));
        }
        return item;
    }

    private static SvgIcon icon(String symbol) {
        return Icons.valueOf(symbol.toUpperCase(Locale.ROOT).replace('-', '_')).create();
    }
}
