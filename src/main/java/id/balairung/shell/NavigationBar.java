package id.balairung.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import id.balairung.common.ui.Connection;
import id.balairung.common.ui.MallClock;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.Reconnected;
import java.util.List;
import org.springframework.core.env.Environment;

/** The bar over the view: where one is, whether it is live, what time it is, and the person's menu. */
class NavigationBar extends Header implements LocaleChangeObserver {

    private final DrawerToggle toggle = new DrawerToggle();
    private final H1 title = new H1();
    private final Span where = new Span();
    private final ShortcutList shortcuts = new ShortcutList();
    private final Connection connection;
    private final MallClock clock;

    NavigationBar(StaffContext staff, PersonMenu person, Environment environment) {
        this.connection = new Connection(staff.zone());
        this.clock =
                new MallClock(staff.zone(), staff.now(), staff.preferences().language());
        addClassName("bl-navbar");
        where.addClassNames("bl-where", "bl-desk-only");
        connection.addReconnectedListener(
                back -> getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new Reconnected(ui))));
        Div tools = new Div(shortcuts, new SampleChip(environment), connection, clock, person);
        tools.addClassName("bl-tools");
        add(toggle, title, where, tools);
    }

    /** Shows what the view says of itself. */
    void describe(String heading, String place, List<PageHeader.KeyHelp> keys) {
        title.setText(heading);
        where.setText(place);
        shortcuts.show(keys);
    }

    /** Shows whether the source of the data answers. */
    void source(boolean available) {
        connection.source(available);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        toggle.setAriaLabel(getTranslation("shell.menu.open"));
        clock.speak(event.getLocale());
    }
}
