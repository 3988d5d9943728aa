package id.balairung.staff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ListFilter;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.MasterDetail;
import id.balairung.common.ui.PageHeader;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetTable;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDetails;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All accounts of the mall. */
@Route(AccountsView.ROUTE)
@Menu(title = "staff.accounts.menu", icon = "people", order = 115)
@RolesAllowed(Role.MALL_ADMIN_ROLE)
class AccountsView extends Div implements PageHeader {

    static final String ROUTE = "kelola/akun";

    /** As the audit trail's address calls it. */
    private static final String AGENCY = "instansi";

    /** Stands for the mall's own staff; an agency's code has capitals. */
    private static final String MALL = "mpp";

    private final transient AccountAdministration accounts;
    private final transient List<AgencySummary> known;
    private final transient Map<AgencyId, String> agencies;

    AccountsView(AccountAdministration accounts, Reauthentication reauthentication) {
        this.accounts = accounts;
        this.known = accounts.agencies();
        this.agencies = known.stream().collect(Collectors.toMap(AgencySummary::id, AgencySummary::name));
        addClassName("bl-main");
        AccountList list = new AccountList(accounts::accounts, this::about, getTranslation("staff.accounts.add"));
        MasterDetail<AccountDetails> section = new MasterDetail<>(
                ROUTE,
                list,
                list.grid(getTranslation("staff.accounts.account")),
                new AccountForm(accounts, this::role, getTranslation("staff.accounts.new"), reauthentication),
                new EmptyState(
                        Icons.PEOPLE,
                        getTranslation("staff.accounts.none"),
                        getTranslation("staff.accounts.none-next")));
        if (agencies.size() > 1) {
            section.narrowBy(filter());
        }
        section.offer(new ExportMenu(this::table, export -> ReauthenticationDialog.before(reauthentication, export)));
        add(new ManagementBar(AccountsView.class), section);
    }

    @Override
    public String title() {
        return getTranslation("staff.accounts.title");
    }

    private ListFilter<AccountDetails> filter() {
        ListFilter.Part<AccountDetails> mall = new ListFilter.Part<>(
                MALL,
                getTranslation("staff.accounts.of-mall"),
                account -> account.agency().isEmpty());
        return new ListFilter<>(
                AGENCY,
                getTranslation("staff.field.agency"),
                getTranslation("staff.accounts.all-agencies"),
                Stream.concat(Stream.of(mall), known.stream().map(AccountsView::partOf))
                        .toList());
    }

    private static ListFilter.Part<AccountDetails> partOf(AgencySummary agency) {
        return new ListFilter.Part<>(
                agency.code(),
                agency.name(),
                account -> account.agency().filter(agency.id()::equals).isPresent());
    }

    private String about(AccountDetails account) {
        return Stream.concat(Stream.of(account.username(), role(account.role())), agency(account).stream())
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> agency(AccountDetails account) {
        return account.agency().map(id -> agencies.getOrDefault(id, ""));
    }

    private String role(Role role) {
        return getTranslation(
                "shell.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private SheetTable table() {
        return new SheetTable(
                getTranslation("staff.accounts.title"),
                List.of(
                        column("username", "staff.field.username", 24),
                        column("name", "staff.field.name", 30),
                        column("role", "staff.field.role", 20),
                        column("agency", "staff.field.agency", 40),
                        column("state", "staff.field.state", 20)),
                accounts.export().stream()
                        .map(account -> List.of(
                                SheetCell.of(account.username()),
                                SheetCell.of(account.name()),
                                SheetCell.of(role(account.role())),
                                SheetCell.of(agency(account).orElse("")),
                                SheetCell.of(
                                        getTranslation(AccountState.of(account).key()))))
                        .toList());
    }

    private SheetColumn column(String name, String key, int width) {
        return new SheetColumn(name, getTranslation(key), List.of(), width);
    }
}
