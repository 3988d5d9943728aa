package id.balairung.agency.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencyDetails;
import id.balairung.agency.AgencyRegister;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Entries;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.StatusBadge;
import id.balairung.common.ui.TwoLines;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The agencies of the mall. */
@Route("kelola/instansi")
@Menu(title = "agency.agencies.menu", icon = "building", order = 110)
@RolesAllowed(Role.MALL_ADMIN_ROLE)
class AgenciesView extends Div implements PageHeader {

    AgenciesView(AgencyRegister agencies, Reauthentication reauthentication) {
        addClassName("bl-main");
        Grid<AgencyDetails> grid = new Grid<>();
        grid.addComponentColumn(agency -> new TwoLines(agency.letters(), agency.name(), agency.code()))
                .setHeader(getTranslation("agency.agencies.name"));
        grid.addComponentColumn(agency -> agency.suspended()
                        ? new StatusBadge("held", Icons.PAUSE, getTranslation("agency.agencies.suspended"))
                        : new StatusBadge("completed", Icons.DONE, getTranslation("agency.active")))
                .setHeader(getTranslation("agency.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        add(
                new ManagementBar(AgenciesView.class),
                new MasterDetail<>(
                        "kelola/instansi",
                        new Agencies(agencies, getTranslation("agency.agencies.add")),
                        grid,
                        new AgencyForm(agencies, reauthentication),
                        new EmptyState(
                                Icons.BUILDING,
                                getTranslation("agency.agencies.none"),
                                getTranslation("agency.agencies.none-next"))));
    }

    @Override
    public String title() {
        return getTranslation("agency.agencies.title");
    }

    private record Agencies(AgencyRegister register, String add) implements Entries<AgencyDetails> {

        @Override
        public List<AgencyDetails> read() {
            return register.all();
        }

        @Override
        public String idOf(AgencyDetails agency) {
            return agency.code();
        }

        @Override
        public String wordsOf(AgencyDetails agency) {
            return agency.code() + " " + agency.letters() + " " + agency.name();
        }

        @Override
        public boolean isActive(AgencyDetails agency) {
            return !agency.suspended();
        }

        @Override
        public Optional<String> addLabel() {
            return Optional.of(add);
        }
    }
}
