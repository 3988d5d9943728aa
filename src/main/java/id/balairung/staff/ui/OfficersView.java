package id.balairung.staff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.PageHeader;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.OfficerAdministration;
import id.balairung.staff.OfficerTable;
import id.balairung.staff.Workplace;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** The officers of one's own agency. */
@Route(OfficersView.ROUTE)
@Menu(title = "staff.officers.menu", icon = "people", order = 127)
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
class OfficersView extends Div implements PageHeader {

    static final String ROUTE = "kelola/petugas";

    private final transient List<Workplace> places;

    OfficersView(OfficerAdministration officers, OfficerTable table, Reauthentication reauthentication) {
        this.places = officers.counters();
        addClassName("bl-main");
        AccountList list = new AccountList(
                officers::officers,
                officer -> officer.username() + " · " + counters(officer),
                getTranslation("staff.officers.add"));
        MasterDetail<AccountDetails> section = new MasterDetail<>(
                ROUTE,
                list,
                list.grid(getTranslation("staff.officers.officer")),
                new OfficerForm(officers, places, getTranslation("staff.officers.new"), reauthentication),
                new EmptyState(
                        Icons.PEOPLE,
                        getTranslation("staff.officers.none"),
                        getTranslation("staff.officers.none-next")));
        OfficerSheet sheet = new OfficerSheet(table, officers::officers, reauthentication, section::refresh);
        section.offer(sheet.importing(), sheet.exporting());
        add(new ManagementBar(OfficersView.class), section);
    }

    @Override
    public String title() {
        return getTranslation("staff.officers.title");
    }

    private String counters(AccountDetails officer) {
        return officer.counters().isEmpty()
                ? getTranslation("staff.officers.all-counters")
                : getTranslation(
                        officer.counters().size() == 1 ? "staff.officers.counter" : "staff.officers.counters",
                        places.stream()
                                .filter(place -> officer.counters().contains(place.id()))
                                .map(place -> "%02d".formatted(place.number()))
                                .collect(Collectors.joining(", ")));
    }
}
