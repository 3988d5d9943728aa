package id.balairung.staff.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.AgencySummary;
import id.balairung.common.TypedText;
import id.balairung.common.ui.EntryForm;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.AccountDraft;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One account of the mall: name, role, agency. */
class AccountForm extends EntryForm<AccountDetails> implements AccountActs.Acts {

    private final transient AccountAdministration accounts;
    private final transient Reauthentication reauthentication;
    private final transient List<AgencySummary> agencies;
    private final TextField name = field("name", new TextField());
    private final TextField username = field("username", new TextField());
    private final Select<Role> role = field("role", new Select<>());
    private final ComboBox<AgencySummary> agency = field("agency", new ComboBox<>());
    private final Checkbox mayChoose = field("mayChoose", new Checkbox());
    private final AccountActs acts;

    AccountForm(AccountAdministration accounts, Function<Role, String> roleName, Reauthentication reauthentication) {
        this.accounts = accounts;
        this.reauthentication = reauthentication;
        this.agencies = accounts.agencies();
        username.setLabel(getTranslation("staff.field.username"));
        username.setRequiredIndicatorVisible(true);
        username.getElement().setAttribute("autocapitalize", "none");
        name.setLabel(getTranslation("staff.field.name"));
        name.setRequiredIndicatorVisible(true);
        role.setLabel(getTranslation("staff.field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(roleName::apply);
        role.addValueChangeListener(chosen -> adapt());
        agency.setLabel(getTranslation("staff.field.agency"));
        agency.setRequiredIndicatorVisible(true);
        agency.setItems(agencies);
        agency.setItemLabelGenerator(AgencySummary::name);
        mayChoose.setLabel(getTranslation("staff.field.may-choose"));
        acts = new AccountActs(this, reauthentication, this::perform);
        ask(name, username, role, agency, mayChoose);
        offer(acts);
    }

    @Override
    protected String titleOf(Optional<AccountDetails> shown) {
        return shown.map(AccountDetails::name).orElseGet(() -> getTranslation("staff.accounts.new"));
    }

    @Override
    protected void fill(Optional<AccountDetails> shown) {
        username.setValue(shown.map(AccountDetails::username).orElse(""));
        username.setReadOnly(shown.isPresent());
        username.setHelperText(
                getTranslation(shown.isPresent() ? "staff.field.username-stays" : "staff.field.username-help"));
        name.setValue(shown.map(AccountDetails::name).orElse(""));
        role.setValue(shown.map(AccountDetails::role).orElse(Role.AGENCY_ADMIN));
        agency.setValue(shown.flatMap(AccountDetails::agency)
                .flatMap(id ->
                        agencies.stream().filter(known -> known.id().equals(id)).findAny())
                .orElse(null));
        mayChoose.setValue(shown.filter(AccountDetails::mayChooseTicket).isPresent());
        adapt();
        acts.show(shown);
    }

    @Override
    protected String store(Optional<AccountDetails> shown) {
        AccountDraft draft = new AccountDraft(
                username.getValue(),
                new TypedText(name.getValue()),
                role.getValue(),
                role.getValue().belongsToAgency() ? agency.getOptionalValue().map(AgencySummary::id) : Optional.empty(),
                mayChoose.getValue(),
                Set.of());
        try {
            return store(shown, draft);
        } catch (ReauthenticationRequired required) {
            ReauthenticationDialog.ensure(reauthentication, reauthentication::requireFresh);
            throw required;
        }
    }

    private String store(Optional<AccountDetails> shown, AccountDraft draft) {
        if (shown.isPresent()) {
            AccountDetails account = shown.get();
            accounts.change(account.id(), account.revision(), draft);
            return account.id().value().toString();
        }
        AccountAdministration.NewAccount made = accounts.create(draft);
        new GivenPasswordsDialog(List.of(made.given())).open();
        return made.id().value().toString();
    }

    @Override
    public void disable(AccountDetails account) {
        accounts.disable(account.id(), account.revision());
    }

    @Override
    public void enable(AccountDetails account) {
        accounts.enable(account.id(), account.revision());
    }

    @Override
    public void resetPassword(AccountDetails account) {
        new GivenPasswordsDialog(List.of(accounts.resetPassword(account.id()))).open();
    }

    @Override
    public void removeSecondFactor(AccountDetails account) {
        accounts.removeSecondFactor(account.id());
    }

    @Override
    public void endSessions(AccountDetails account) {
        accounts.endSessions(account.id());
    }

    private void adapt() {
        Role chosen = role.getValue();
        agency.setVisible(chosen != null && chosen.belongsToAgency());
        mayChoose.setVisible(chosen == Role.OFFICER);
    }
}
