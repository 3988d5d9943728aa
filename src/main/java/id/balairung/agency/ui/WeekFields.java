package id.balairung.agency.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import id.balairung.agency.DayHours;
import id.balairung.common.ui.TimeField;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The hours of a week: for each weekday open from when to when, closed, or, for a service, as its agency. */
class WeekFields extends Div {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final Map<DayOfWeek, Row> rows = new EnumMap<>(DayOfWeek.class);

    WeekFields(HoursText text) {
        addClassName("bl-week");
        for (DayOfWeek day : DayOfWeek.values()) {
            Row row = new Row(day, text.day(day));
            rows.put(day, row);
            add(row.line);
        }
    }

    Select<DayChoice.Mode> mode(DayOfWeek day) {
        return row(day).mode;
    }

    TimeField opens(DayOfWeek day) {
        return row(day).opens;
    }

    TimeField closes(DayOfWeek day) {
        return row(day).closes;
    }

    /**
     * Shows a week.
     *
     * @param week what is chosen for each weekday
     * @param agency the week that days may follow; empty where there is none to follow
     */
    void show(Map<DayOfWeek, DayChoice> week, Optional<Map<DayOfWeek, DayHours>> agency) {
        rows.forEach((day, row) -> {
            row.mayFollow(agency);
            row.show(Objects.requireNonNull(week.get(day)));
        });
    }

    /** What is chosen for each weekday. */
    Map<DayOfWeek, DayChoice> choices() {
        Map<DayOfWeek, DayChoice> week = new EnumMap<>(DayOfWeek.class);
        rows.forEach((day, row) -> week.put(day, row.choice()));
        return week;
    }

    private Row row(DayOfWeek day) {
        return Objects.requireNonNull(rows.get(day));
    }

    private final class Row {

        private final DayOfWeek day;
        private final Select<DayChoice.Mode> mode = new Select<>();
        private final TimeField opens = new TimeField();
        private final TimeField closes = new TimeField();
        private final Div line = new Div();

        Row(DayOfWeek day, String word) {
            this.day = day;
            Span name = new Span(word);
            name.addClassName("day");
            mode.setAriaLabel(getTranslation("agency.hours.mode-of", word));
            mode.addValueChangeListener(chosen -> times(chosen.getValue() == DayChoice.Mode.OPEN));
            opens.setStep(STEP);
            opens.setAriaLabel(getTranslation("agency.hours.opens-of", word));
            closes.setStep(STEP);
            closes.setAriaLabel(getTranslation("agency.hours.closes-of", word));
            line.addClassName("line");
            line.add(name, mode, opens, closes);
        }

        void mayFollow(Optional<Map<DayOfWeek, DayHours>> agency) {
            mode.setItemLabelGenerator(one -> one == null ? "" : label(one, agency));
            mode.setItems(
                    agency.isPresent()
                            ? List.of(DayChoice.Mode.values())
                            : List.of(DayChoice.Mode.OPEN, DayChoice.Mode.CLOSED));
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

        /** Following says what is followed. */
        private String label(DayChoice.Mode one, Optional<Map<DayOfWeek, DayHours>> agency) {
            String word = getTranslation(
                    "agency.hours.mode." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return one == DayChoice.Mode.AS_AGENCY
                    ? agency.flatMap(week -> Optional.ofNullable(week.get(day)))
                            .map(hours -> getTranslation("agency.hours.followed", word, hours))
                            .orElseGet(() -> getTranslation("agency.hours.followed-closed", word))
                    : word;
        }

        private void times(boolean open) {
            line.setClassName("is-open", open);
            opens.setVisible(open);
            closes.setVisible(open);
        }
    }
}
