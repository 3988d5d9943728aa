package id.balairung.agency.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import id.balairung.common.ui.TimeField;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The hours of a week: for each weekday open from when to when, closed, or, for a service, as its agency. */
class WeekField extends CustomField<Map<DayOfWeek, DayChoice>> {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final Map<DayOfWeek, Row> rows = new EnumMap<>(DayOfWeek.class);

    WeekField(HoursText text) {
        super(Map.of());
        Div week = new Div();
        week.addClassName("bl-week");
        for (DayOfWeek day : DayOfWeek.values()) {
            Row row = new Row(text.day(day));
            rows.put(day, row);
            week.add(row.line);
        }
        add(week);
    }

    /** Whether days may be as the agency's. */
    void mayFollow(boolean follows) {
        rows.values().forEach(row -> row.mayFollow(follows));
    }

    @Override
    protected Map<DayOfWeek, DayChoice> generateModelValue() {
        Map<DayOfWeek, DayChoice> week = new EnumMap<>(DayOfWeek.class);
        rows.forEach((day, row) -> week.put(day, row.choice()));
        return week;
    }

    @Override
    protected void setPresentationValue(Map<DayOfWeek, DayChoice> week) {
        rows.forEach((day, row) -> row.show(week.getOrDefault(day, new DayChoice(DayChoice.Mode.CLOSED, null, null))));
    }

    @Override
    public void focus() {
        rows.values().iterator().next().mode.focus();
    }

    private final class Row {

        private final Select<DayChoice.Mode> mode = new Select<>();
        private final TimeField opens = new TimeField();
        private final TimeField closes = new TimeField();
        private final Div line = new Div();

        Row(String day) {
            Span name = new Span(day);
            name.addClassName("day");
            mode.setAriaLabel(getTranslation("agency.hours.mode-of", day));
            mode.setItemLabelGenerator(one -> one == null
                    ? ""
                    : getTranslation("agency.hours.mode."
                            + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            mode.addValueChangeListener(chosen -> {
                times(chosen.getValue() == DayChoice.Mode.OPEN);
                updateValue();
            });
            opens.setStep(STEP);
            opens.setAriaLabel(getTranslation("agency.hours.opens-of", day));
            opens.addValueChangeListener(typed -> updateValue());
            closes.setStep(STEP);
            closes.setAriaLabel(getTranslation("agency.hours.closes-of", day));
            closes.addValueChangeListener(typed -> updateValue());
            line.addClassName("line");
            line.add(name, mode, opens, closes);
            mayFollow(false);
        }

        void mayFollow(boolean follows) {
            DayChoice.Mode before = mode.getValue();
            mode.setItems(
                    follows ? List.of(DayChoice.Mode.values()) : List.of(DayChoice.Mode.OPEN, DayChoice.Mode.CLOSED));
            mode.setValue(
                    before == null || !follows && before == DayChoice.Mode.AS_AGENCY ? DayChoice.Mode.CLOSED : before);
        }

        void show(DayChoice choice) {
            mode.setValue(choice.mode());
            opens.setValue(choice.opens());
            closes.setValue(choice.closes());
            times(choice.mode() == DayChoice.Mode.OPEN);
        }

        DayChoice choice() {
            DayChoice.Mode chosen = mode.getValue();
            return new DayChoice(chosen == null ? DayChoice.Mode.CLOSED : chosen, opens.getValue(), closes.getValue());
        }

        private void times(boolean open) {
            opens.setVisible(open);
            closes.setVisible(open);
        }
    }
}
