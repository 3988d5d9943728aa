package id.balairung.staff.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.TypedText;
import id.balairung.common.ui.EntryForm;
import id.balairung.security.Reauthentication;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.OfficerAdministration;
import id.balairung.staff.Workplace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One officer: name, the right to choose, and the counters that may be opened. */
class OfficerForm extends EntryForm<AccountDetails> implements AccountActs.Acts {

    private final transient OfficerAdministration officers;
    private final transient List<Workplace> places;
    private final TextField name = field("name", new TextField());
    private final TextField username = field("username", new TextField());
    private final Checkbox mayChoose = field("mayChoose", new Checkbox());
    private final CheckboxGroup<Workplace> counters = field("counters", new CheckboxGroup<>());
    private final AccountActs acts;

    OfficerForm(OfficerAdministration officers, List<Workplace> places, Reauthentication reauthentication) {
        this.officers = officers;
        this.places = places;
        username.setLabel(getTranslation("staff.field.username"));
        username.setRequiredIndicatorVisible(true);
        username.getElement().setAttribute("autocapitalize", "none");
        name.setLabel(getTranslation("staff.field.name"));
        name.setRequiredIndicatorVisible(true);
        mayChoose.setLabel(getTranslation("staff.field.may-choose"));
        counters.setLabel(getTranslation("staff.field.counters"));
        counters.setHelperText(getTranslation("staff.field.counters-help"));
        counters.addClassName("bl-wrap");
        counters.setItems(places);
        counters.setItemLabelGenerator(place -> place.label().isEmpty()
                ? "%02d".formatted(place.number())
                : "%02d %s".formatted(place.number(), place.label()));
        acts = new AccountActs(this, reauthentication, this::perform);
        ask(name, username, mayChoose, counters);
        offer(acts);
    }

    @Override
    protected String titleOf(Optional<AccountDetails> shown) {
        return shown.map(AccountDetails::name).orElseGet(() -> getTranslation("staff.officers.new"));
    }

    @Override
    protected void fill(Optional<AccountDetails> shown) {
        username.setValue(shown.map(AccountDetails::username).orElse(""));
        username.setReadOnly(shown.isPresent());
        username.setHelperText(
                getTranslation(shown.isPresent() ? "staff.field.username-stays" : "staff.field.username-help"));
        name.setValue(shown.map(AccountDetails::name).orElse(""));
        mayChoose.setValue(shown.filter(AccountDetails::mayChooseTicket).isPresent());
        Set<UUID> given = shown.map(AccountDetails::counters).orElse(Set.of());
        counters.setValue(new HashSet<>(
                places.stream().filter(place -> given.contains(place.id())).toList()));
        acts.show(shown);
    }

    @Override
    protected String store(Optional<AccountDetails> shown) {
        TypedText typed = new TypedText(name.getValue());
        Set<UUID> chosen = counters.getValue().stream().map(Workplace::id).collect(Collectors.toSet());
        if (shown.isPresent()) {
            AccountDetails officer = shown.get();
            officers.change(officer.id(), officer.revision(), typed, mayChoose.getValue(), chosen);
            return officer.id().value().toString();
        }
        OfficerAdministration.NewOfficer made =
                officers.create(username.getValue(), typed, mayChoose.getValue(), chosen);
        new GivenPasswordsDialog(List.of(made.given())).open();
        return made.id().value().toString();
    }

    @Override
    public void disable(AccountDetails officer) {
        officers.disable(officer.id(), officer.revision());
    }

    @Override
    public void enable(AccountDetails officer) {
        officers.enable(officer.id(), officer.revision());
    }

    @Override
    public void resetPassword(AccountDetails officer) {
        new GivenPasswordsDialog(List.of(officers.resetPassword(officer.id()))).open();
    }

    @Override
    public void removeSecondFactor(AccountDetails officer) {
        officers.removeSecondFactor(officer.id());
    }

    @Override
    public void endSessions(AccountDetails officer) {
        officers.endSessions(officer.id());
    }
}
