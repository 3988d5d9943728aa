package id.balairung.staff.ui;

import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.TypedText;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ProvenForm;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.NewAccount;
import java.util.List;
import java.util.Optional;

/**
 * The form of one account: whose it is, and what can be done to it. Where a service wants to know who sits there, it is asked, and
 * the act goes on with what was typed.
 */
abstract class PersonForm extends ProvenForm<AccountDetails> {

    private final String titleOfNew;
    private final TextField name = field("name", new TextField());
    private final TextField username = field("username", new TextField());
    private final AccountActs acts;

    PersonForm(AccountActs.Doing doing, String titleOfNew, Reauthentication reauthentication) {
        super(reauthentication);
        this.titleOfNew = titleOfNew;
        this.acts = new AccountActs(doing, this::perform);
        username.setLabel(getTranslation("staff.field.username"));
        username.setRequiredIndicatorVisible(true);
        username.getElement().setAttribute("autocapitalize", "none");
        name.setLabel(getTranslation("staff.field.name"));
        name.setRequiredIndicatorVisible(true);
        ask(name, username);
        offer(acts);
    }

    /** Makes an account of what the fields hold. */
    abstract NewAccount create(String typedUsername, TypedText typedName);

    /** Changes an account to what the fields hold. */
    abstract void change(AccountDetails account, TypedText typedName);

    @Override
    protected final String titleOf(Optional<AccountDetails> shown) {
        return shown.map(AccountDetails::name).orElse(titleOfNew);
    }

    @Override
    protected void fill(Optional<AccountDetails> shown) {
        username.setValue(shown.map(AccountDetails::username).orElse(""));
        username.setReadOnly(shown.isPresent());
        username.setHelperText(
                getTranslation(shown.isPresent() ? "staff.field.username-stays" : "staff.field.username-help"));
        name.setValue(shown.map(AccountDetails::name).orElse(""));
        acts.show(shown);
    }

    @Override
    protected final String store(Optional<AccountDetails> shown) {
        TypedText typedName = new TypedText(name.getValue());
        if (shown.isPresent()) {
            change(shown.get(), typedName);
            return shown.get().id().value().toString();
        }
        NewAccount made = create(username.getValue(), typedName);
        new GivenPasswordsDialog(List.of(made.given())).open();
        return made.id().value().toString();
    }
}
