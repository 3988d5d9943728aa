package id.balairung.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.PageHeader;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Where sign-in leads. Officers, the front desk and the head go on to their work; others see what is there for them. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, PageHeader, LocaleChangeObserver {

    private final transient CurrentStaff currentStaff;
    private final transient List<MenuEntry> screens;

    HomeView(CurrentStaff currentStaff) {
        this.currentStaff = currentStaff;
        // By the role of the request that builds the view: when the language changes, no request is there to ask.
        this.screens = MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> !ManagementBar.isSection(entry))
                .toList();
        addClassName("bl-main");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        workplace(currentStaff.require().role()).ifPresent(event::forwardTo);
    }

    private static Optional<String> workplace(Role role) {
        return switch (role) {
            case OFFICER -> Optional.of("loket");
            case FRONT_DESK -> Optional.of("penerimaan");
            case MALL_HEAD -> Optional.of("dasbor");
            case AGENCY_ADMIN, MALL_ADMIN -> Optional.empty();
        };
    }

    @Override
    public String title() {
        return getTranslation("shell.home.title");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        Div card = new Div(
                new H2(getTranslation(
                        "shell.home.welcome", currentStaff.require().displayName())),
                new Paragraph(getTranslation(screens.isEmpty() ? "shell.home.nothing-yet" : "shell.home.screens")));
        card.addClassNames("bl-card", "bl-home");
        Div links = new Div();
        links.addClassName("bl-home-links");
        screens.forEach(screen -> {
            RouterLink link = new RouterLink(getTranslation(screen.title()), screen.menuClass());
            links.add(link);
        });
        card.add(links);
        add(card);
    }
}
