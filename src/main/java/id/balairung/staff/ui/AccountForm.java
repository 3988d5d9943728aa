package id.balairung.staff.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import id.balairung.agency.AgencySummary;
import id.balairung.common.TypedText;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.AccountDraft;
import id.balairung.staff.NewAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One account of the mall: name, role, agency. */
class AccountForm extends PersonForm {

    private final transient AccountAdministration accounts;
    private final transient List<AgencySummary> agencies;
    private final Select<Role> role = field("role", new Select<>());
    private final ComboBox<AgencySummary> agency = field("agency", new ComboBox<>());
    private final Checkbox mayChoose = field("mayChoose", new Checkbox());

    AccountForm(
            AccountAdministration accounts,
            Function<Role, String> roleName,
            String titleOfNew,
            Reauthentication reauthentication) {
        super(
                new AccountActs.Doing(
                        accounts::disable,
                        accounts::enable,
                        accounts::resetPassword,
                        Optional.of(accounts::requireSecondFactor),
                        accounts::removeSecondFactor,
                        accounts::endSessions),
                titleOfNew,
                reauthentication);
        this.accounts = accounts;
        this.agencies = accounts.agencies();
        role.setLabel(getTranslation("staff.field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(roleName::apply);
        role.addValueChangeListener(chosen -> adapt());
        agency.setLabel(getTranslation("staff.field.agency"));
        agency.setRequiredIndicatorVisible(true);
        agency.setItems(agencies);
        agency.setItemLabelGenerator(AgencySummary::name);
        mayChoose.setLabel(getTranslation("staff.field.may-choose"));
        ask(role, agency, mayChoose);
    }

    @Override
    protected void fill(Optional<AccountDetails> shown) {
        super.fill(shown);
        role.setValue(shown.map(AccountDetails::role).orElse(Role.AGENCY_ADMIN));
        agency.setValue(shown.flatMap(AccountDetails::agency)
                .flatMap(id ->
                        agencies.stream().filter(known -> known.id().equals(id)).findAny())
                .orElse(null));
        mayChoose.setValue(shown.filter(AccountDetails::mayChooseTicket).isPresent());
        adapt();
    }

    @Override
    NewAccount create(String typedUsername, TypedText typedName) {
        return accounts.create(draft(typedUsername, typedName));
    }

    @Override
    void change(AccountDetails account, TypedText typedName) {
        accounts.change(account.id(), account.revision(), draft(account.username(), typedName));
    }

    private AccountDraft draft(String username, TypedText name) {
        return new AccountDraft(
                username,
                name,
                role.getValue(),
                role.getValue().belongsToAgency() ? agency.getOptionalValue().map(AgencySummary::id) : Optional.empty(),
                mayChoose.getValue(),
                Set.of());
    }

    private void adapt() {
        Role chosen = role.getValue();
        agency.setVisible(chosen != null && chosen.belongsToAgency());
        mayChoose.setVisible(chosen == Role.OFFICER);
    }
}
