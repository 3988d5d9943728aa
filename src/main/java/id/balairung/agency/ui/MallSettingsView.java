package id.balairung.agency.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.MallSettings;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.SingleEntry;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** The mall's name, zone and rules. */
@Route("kelola/mal")
@Menu(title = "agency.mall.menu", icon = "settings", order = 150)
@RolesAllowed(Role.MALL_ADMIN_ROLE)
class MallSettingsView extends Div implements PageHeader {

    MallSettingsView(MallSettings settings, Reauthentication reauthentication) {
        addClassName("bl-main");
        add(
                new ManagementBar(MallSettingsView.class),
                new SingleEntry<>(settings::read, new MallForm(settings, reauthentication)));
    }

    @Override
    public String title() {
        return getTranslation("agency.mall.title");
    }
}
