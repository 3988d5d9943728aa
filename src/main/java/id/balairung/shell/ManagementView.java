package id.balairung.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuEntry;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.PageHeader;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** Leads to the sections of /kelola that the person may open. */
@Route("kelola")
@Menu(title = "shell.manage.menu", icon = "settings", order = 80)
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_ADMIN_ROLE})
@StyleSheet("styles/manage.css")
class ManagementView extends Div implements PageHeader, LocaleChangeObserver {

    private final transient List<MenuEntry> sections = ManagementBar.sections();

    ManagementView() {
        addClassName("bl-main");
    }

    @Override
    public String title() {
        return getTranslation("shell.manage.title");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        Nav tiles = new Nav();
        tiles.addClassName("bl-tiles-of-sections");
        tiles.setAriaLabel(getTranslation("common.manage.sections"));
        sections.forEach(section -> tiles.add(tile(section)));
        add(tiles);
    }

    private RouterLink tile(MenuEntry section) {
        RouterLink tile = new RouterLink();
        tile.setRoute(section.menuClass());
        tile.addClassNames("bl-card", "bl-section-tile");
        Span name = new Span(getTranslation(section.title()));
        name.addClassName("name");
        Span about = new Span(getTranslation("common.manage.about."
                + section.path().replaceFirst("^/", "").substring(ManagementBar.UNDER.length())));
        about.addClassNames("bl-sec", "bl-s");
        if (section.icon() != null) {
            tile.add(Icons.valueOf(section.icon().toUpperCase(Locale.ROOT).replace('-', '_'))
                    .create());
        }
        tile.add(new Div(name, about));
        return tile;
    }
}
