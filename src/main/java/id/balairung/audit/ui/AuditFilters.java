package id.balairung.audit.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.balairung.audit.AuditGroup;
import id.balairung.audit.AuditedMall;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.Icons;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is looked for; each change is handed on as a whole. */
class AuditFilters extends Div {

    private static final int TYPING_PAUSE_MS = 400;
    private static final int LONGEST = 100;

    private final ComboBox<AuditedMall.Agency> agency;
    private final DateField from;
    private final DateField to;
    private final ComboBox<AuditGroup> group;
    private final TextField person;
    private final TextField text;
    private final Button readAcross;
    private final transient Consumer<AuditQuery> changed;

    /**
     * The filters.
     *
     * @param agencies whose trails may be chosen; none for an agency's admin
     */
    AuditFilters(AuditWords words, List<AuditedMall.Agency> agencies, Consumer<AuditQuery> changed) {
        this.changed = changed;
        addClassName("bl-audit-filters");
        agency = new ComboBox<>(words.text("audit.filter.agency"), agencies);
        agency.setItemLabelGenerator(AuditedMall.Agency::name);
        agency.setPlaceholder(words.text("audit.filter.mall"));
        agency.setClearButtonVisible(true);
        agency.setVisible(!agencies.isEmpty());
        from = day(words.text("audit.filter.from"));
        to = day(words.text("audit.filter.to"));
        group = new ComboBox<>(words.text("audit.filter.group"), AuditGroup.values());
        group.setItemLabelGenerator(words::group);
        group.setPlaceholder(words.text("audit.filter.all"));
        group.setClearButtonVisible(true);
        person = typed(words.text("audit.filter.person"));
        text = typed(words.text("audit.filter.text"));
        readAcross = new Button(words.text("audit.filter.read-across"), Icons.EYE.create(), click -> toggle());
        readAcross.addClassName("bl-audit-quick");
        List.<HasValue<?, ?>>of(agency, from, to, group, person, text).forEach(this::listen);
        add(agency, from, to, group, person, text, readAcross);
    }

    /** Shows what the address asks for. */
    void show(AuditQuery query, Optional<AuditedMall.Agency> chosen, LocalDate today) {
        from.setMax(query.to());
        to.setMax(today);
        agency.setValue(chosen.orElse(null));
        from.setValue(query.from());
        to.setValue(query.to());
        group.setValue(query.group().orElse(null));
        person.setValue(query.person());
        text.setValue(query.text());
        boolean only = query.group().filter(AuditGroup.READ_ACROSS::equals).isPresent();
        readAcross.getElement().setAttribute("aria-pressed", String.valueOf(only));
        readAcross.getElement().getClassList().set("is-on", only);
    }

    private DateField day(String label) {
        DateField day = new DateField(label);
        return day;
    }

    private static TextField typed(String label) {
        TextField field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
        field.setMaxLength(LONGEST);
        field.setClearButtonVisible(true);
        return field;
    }

    private void listen(HasValue<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell(Optional.ofNullable(group.getValue()));
            }
        });
    }

    private void toggle() {
        boolean only = Optional.ofNullable(group.getValue())
                .filter(AuditGroup.READ_ACROSS::equals)
                .isPresent();
        tell(only ? Optional.empty() : Optional.of(AuditGroup.READ_ACROSS));
    }

    private void tell(Optional<AuditGroup> kinds) {
        LocalDate last = or(to.getValue(), LocalDate.MAX);
        changed.accept(new AuditQuery(
                Optional.ofNullable(agency.getValue())
                        .map(AuditedMall.Agency::code)
                        .orElse(""),
                or(from.getValue(), LocalDate.MIN),
                last,
                kinds,
                person.getValue().strip(),
                text.getValue().strip()));
    }

    private static LocalDate or(@Nullable LocalDate chosen, LocalDate otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
