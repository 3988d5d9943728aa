package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.DayHours;
import id.balairung.agency.MallCalendar;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.TimeField;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ProvenForm;
import java.time.LocalDate;
import java.util.Optional;

/** One day of the calendar. Only a special opening has hours. */
class CalendarForm extends ProvenForm<CalendarEntry> {

    private final transient MallCalendar calendar;
    private final transient CalendarText text = new CalendarText(this);
    private final DateField day = field("day", new DateField(getTranslation("agency.calendar.day")));
    private final Select<CalendarKind> kind = field("kind", new Select<>());
    private final TextField name = field("name", new TextField(getTranslation("agency.calendar.name")));
    private final TimeField opens = field("opens", new TimeField(getTranslation("agency.hours.opens")));
    private final TimeField closes = field("closes", new TimeField(getTranslation("agency.hours.closes")));
    private final Div hours = new Div(opens, closes);
    private final Button remove =
            new Button(getTranslation("agency.calendar.remove"), click -> shown().ifPresent(this::askRemove));

    CalendarForm(MallCalendar calendar, Reauthentication reauthentication) {
        super(reauthentication);
        this.calendar = calendar;
        kind.setLabel(getTranslation("agency.calendar.kind"));
        kind.setItems(CalendarKind.values());
        kind.setItemLabelGenerator(one -> one == null ? "" : text.kind(one));
        kind.addValueChangeListener(chosen -> hours.setVisible(chosen.getValue() == CalendarKind.SPECIAL_OPENING));
        day.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(120);
        hours.addClassName("bl-beside");
        askBeside(day, kind);
        ask(name, hours);
        offer(remove);
    }

    @Override
    protected String titleOf(Optional<CalendarEntry> shown) {
        return shown.map(entry -> text.date(entry.day())).orElseGet(() -> getTranslation("agency.calendar.new"));
    }

    @Override
    protected void fill(Optional<CalendarEntry> shown) {
        day.setValue(shown.map(CalendarEntry::day).orElse(null));
        day.setReadOnly(shown.isPresent());
        kind.setValue(shown.map(CalendarEntry::kind).orElse(CalendarKind.NATIONAL_HOLIDAY));
        name.setValue(shown.map(CalendarEntry::name).orElse(""));
        opens.setValue(shown.flatMap(CalendarEntry::hours).map(DayHours::opens).orElse(null));
        closes.setValue(
                shown.flatMap(CalendarEntry::hours).map(DayHours::closes).orElse(null));
        hours.setVisible(kind.getValue() == CalendarKind.SPECIAL_OPENING);
        remove.setVisible(shown.isPresent());
    }

    @Override
    protected String store(Optional<CalendarEntry> shown) {
        CalendarDraft draft = new CalendarDraft(
                day.getValue(), kind.getValue(), name.getValue(), opens.getValue(), closes.getValue());
        if (shown.isPresent()) {
            calendar.change(shown.get().day(), shown.get().version(), draft);
        } else {
            calendar.add(draft);
        }
        LocalDate stored = draft.day();
        return stored == null ? "" : stored.toString();
    }

    private void askRemove(CalendarEntry entry) {
        new HurtingQuestion(
                        getTranslation("agency.calendar.remove-title", text.date(entry.day())),
                        getTranslation("agency.calendar.remove-text", entry.name()),
                        getTranslation("agency.calendar.remove"),
                        () -> performAndClose(
                                () -> calendar.remove(entry.day(), entry.version()),
                                getTranslation("agency.calendar.removed-done")))
                .open();
    }
}
