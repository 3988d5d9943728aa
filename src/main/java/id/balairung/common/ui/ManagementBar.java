package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Locale;

/**
 * The sections of /kelola that the person may open, as links, the present one marked. A view becomes a section by a route
 * under {@value #UNDER} and {@code @Menu(title = i18n key, icon = symbol, order = n)}; the router knows by its access
 * annotation who may open it.
 */
public class ManagementBar extends Nav implements LocaleChangeObserver {

    /** What every section's route begins with. */
    public static final String UNDER = "kelola/";

    private final Class<? extends Component> present;
    private final transient List<MenuEntry> sections;

    /**
     * A bar.
     *
     * @param present the view it stands in
     */
    public ManagementBar(Class<? extends Component> present) {
        this.present = present;
        // By the role of the request that builds the view: when the language changes, no request is there to ask.
        this.sections = sections();
        addClassName("bl-sections");
    }

    /** The sections that the person of the present request may open, in their order. */
    public static List<MenuEntry> sections() {
        return MenuConfiguration.getMenuEntries().stream()
                .filter(ManagementBar::isSection)
                .toList();
    }

    /** Whether an entry of the menu is a section of /kelola rather than a screen of its own. */
    public static boolean isSection(MenuEntry entry) {
        return entry.path().replaceFirst("^/", "").startsWith(UNDER);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        setAriaLabel(getTranslation("common.manage.sections"));
        for (MenuEntry section : sections) {
            RouterLink link = new RouterLink();
            link.setRoute(section.menuClass());
            if (section.icon() != null) {
                link.add(Icons.valueOf(section.icon().toUpperCase(Locale.ROOT).replace('-', '_'))
                        .create());
            }
            link.add(new Span(getTranslation(section.title())));
            if (section.menuClass() == present) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}
