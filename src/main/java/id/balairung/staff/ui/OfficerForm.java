package id.balairung.staff.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import id.balairung.common.TypedText;
import id.balairung.security.Reauthentication;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.NewAccount;
import id.balairung.staff.OfficerAdministration;
import id.balairung.staff.Workplace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One officer: name, the right to choose, and the counters that may be opened. */
class OfficerForm extends PersonForm {

    private final transient OfficerAdministration officers;
    private final transient List<Workplace> places;
    private final Checkbox mayChoose = field("mayChoose", new Checkbox());
    private final CheckboxGroup<Workplace> counters = field("counters", new CheckboxGroup<>());

    OfficerForm(
            OfficerAdministration officers,
            List<Workplace> places,
            String titleOfNew,
            Reauthentication reauthentication) {
        super(
                new AccountActs.Doing(
                        officers::disable,
                        officers::enable,
                        officers::resetPassword,
                        Optional.empty(),
                        officers::removeSecondFactor,
                        officers::endSessions),
                titleOfNew,
                reauthentication);
        this.officers = officers;
        this.places = places;
        mayChoose.setLabel(getTranslation("staff.field.may-choose"));
        counters.setLabel(getTranslation("staff.field.counters"));
        counters.setHelperText(getTranslation("staff.field.counters-help"));
        counters.addClassName("bl-wrap");
        counters.setItems(places);
        counters.setItemLabelGenerator(place -> place.label().isEmpty()
                ? "%02d".formatted(place.number())
                : "%02d %s".formatted(place.number(), place.label()));
        ask(mayChoose, counters);
    }

    @Override
    protected void fill(Optional<AccountDetails> shown) {
        super.fill(shown);
        mayChoose.setValue(shown.filter(AccountDetails::mayChooseTicket).isPresent());
        Set<UUID> given = shown.map(AccountDetails::counters).orElse(Set.of());
        counters.setValue(new HashSet<>(
                places.stream().filter(place -> given.contains(place.id())).toList()));
    }

    @Override
    NewAccount create(String typedUsername, TypedText typedName) {
        return officers.create(typedUsername, typedName, mayChoose.getValue(), chosen());
    }

    @Override
    void change(AccountDetails officer, TypedText typedName) {
        officers.change(officer.id(), officer.revision(), typedName, mayChoose.getValue(), chosen());
    }

    private Set<UUID> chosen() {
        return counters.getValue().stream().map(Workplace::id).collect(Collectors.toSet());
    }
}
