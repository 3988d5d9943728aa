package id.balairung.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.Route;
import id.balairung.common.ui.PageHeader;
import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffSessions;
import id.balairung.security.ui.SessionList;
import id.balairung.staff.OwnAccount;
import jakarta.annotation.security.PermitAll;

/** What keeps one's own account safe, a card for each. */
@Route(AccountView.ROUTE)
@PermitAll
class AccountView extends Div implements PageHeader, LocaleChangeObserver {

    static final String ROUTE = "akun";

    private final transient OwnAccount account;
    private final transient StaffSessions sessions;
    private final transient StaffContext staff;
    private final String username;

    AccountView(OwnAccount account, StaffSessions sessions, StaffContext staff, CurrentStaff currentStaff) {
        this.account = account;
        this.sessions = sessions;
        this.staff = staff;
        this.username = currentStaff.require().getUsername();
        addClassNames("bl-main", "bl-account");
    }

    @Override
    public String title() {
        return getTranslation("shell.account.title");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        add(
                new PasswordCard(account, username),
                new SecondFactorCard(account, username),
                new SessionList(sessions, staff.zone()));
    }
}
