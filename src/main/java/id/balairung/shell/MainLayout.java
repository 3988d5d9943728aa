package id.balairung.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PageHeaderChanged;
import id.balairung.common.ui.ShortcutKeys;
import id.balairung.common.ui.SourceAvailability;
import jakarta.annotation.security.PermitAll;
import org.springframework.core.env.Environment;

/**
 * The frame round every view: the drawer with the menu, the bar with title, connection, clock and the person's menu, and
 * the page's keyboard. What a view says of itself comes by {@link PageHeader} and the events of {@code common.ui}.
 */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver, LocaleChangeObserver {

    private final transient StaffContext staff;
    private final Drawer drawer;
    private final NavigationBar bar;
    private Registration listening = () -> {};

    MainLayout(StaffContext staff, AuthenticationContext authentication, Environment environment) {
        this.staff = staff;
        ShortcutKeys keys = new ShortcutKeys(staff.preferences().singleKeyShortcuts());
        this.drawer = new Drawer(staff);
        this.bar = new NavigationBar(staff, new PersonMenu(staff, keys, authentication), environment);
        addClassName("bl-frame");
        setPrimarySection(Section.DRAWER);
        addToDrawer(drawer);
        addToNavbar(bar, keys);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        listening = Registration.combine(
                ComponentUtil.addListener(ui, PageHeaderChanged.class, changed -> describe()),
                ComponentUtil.addListener(ui, SourceAvailability.class, source -> bar.source(source.isAvailable())));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.remove();
        super.onDetach(event);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        content.getElement().setAttribute("role", "main");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        describe();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        describe();
    }

    private void describe() {
        drawer.fill();
        Component view = getContent();
        if (view instanceof PageHeader header) {
            bar.describe(header.title(), header.where().orElseGet(staff::place), header.shortcuts());
            getUI().ifPresent(ui -> ui.getPage().setTitle(header.getPageTitle()));
        }
    }
}
