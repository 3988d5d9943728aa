package id.balairung.agency.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.balairung.agency.DayHours;
import id.balairung.agency.OpeningTimes;
import id.balairung.agency.OwnHours;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.common.ui.TimeField;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ProvenForm;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hours of the agency, of a service, or of a holiday. */
class HoursForm extends ProvenForm<HoursEntry> {

    private final transient OpeningTimes times;
    private final transient HoursText text;
    private final Paragraph note = new Paragraph();
    private final WeekFields week;
    private final Checkbox open = field("open", new Checkbox(getTranslation("agency.hours.open-on-holiday")));
    private final TimeField opens = field("opens", new TimeField(getTranslation("agency.hours.opens")));
    private final TimeField closes = field("closes", new TimeField(getTranslation("agency.hours.closes")));
    private final Div hours = new Div(opens, closes);

    HoursForm(OpeningTimes times, HoursText text, Reauthentication reauthentication) {
        super(reauthentication);
        this.times = times;
        this.text = text;
        this.week = new WeekFields(text);
        for (DayOfWeek day : DayOfWeek.values()) {
            field("mode." + day, week.mode(day));
            field("opens." + day, week.opens(day));
            field("closes." + day, week.closes(day));
        }
        note.addClassName("bl-sec");
        hours.addClassName("bl-beside");
        open.addValueChangeListener(changed -> hours.setVisible(open.isVisible() && changed.getValue()));
        ask(note, week, open, hours);
    }

    @Override
    protected String titleOf(Optional<HoursEntry> shown) {
        return shown.map(text::name).orElse("");
    }

    @Override
    protected void fill(Optional<HoursEntry> shown) {
        HoursEntry entry = shown.orElseThrow();
        boolean holiday = entry instanceof HoursEntry.OfHoliday;
        week.setVisible(!holiday);
        open.setVisible(holiday);
        Optional<DayHours> then = Optional.empty();
        switch (entry) {
            case HoursEntry.OfAgency agency -> {
                note.setText(getTranslation("agency.hours.agency-note"));
                week.show(ofAgency(agency.hours().week()), Optional.empty());
            }
            case HoursEntry.OfService service -> {
                note.setText(getTranslation("agency.hours.service-note"));
                week.show(ofService(service.hours().own()), Optional.of(service.agency()));
            }
            case HoursEntry.OfHoliday day -> {
                note.setText(
                        getTranslation("agency.hours.holiday-note", day.day().name()));
                then = day.open();
            }
        }
        open.setValue(then.isPresent());
        opens.setValue(then.map(DayHours::opens).orElse(null));
        closes.setValue(then.map(DayHours::closes).orElse(null));
        hours.setVisible(holiday && then.isPresent());
    }

    @Override
    protected String store(Optional<HoursEntry> shown) {
        HoursEntry entry = shown.orElseThrow();
        switch (entry) {
            case HoursEntry.OfAgency agency -> times.changeWeek(agency.hours().version(), opened(week.choices()));
            case HoursEntry.OfService service ->
                times.changeService(
                        service.hours().service().id(),
                        service.hours().service().version(),
                        differing(week.choices()));
            case HoursEntry.OfHoliday holiday ->
                times.changeHoliday(holiday.version(), holiday.day().day(), onHoliday());
        }
        return entry.id();
    }

    private Optional<DayHours> onHoliday() {
        if (!open.getValue()) {
            return Optional.empty();
        }
        List<InputFault> missing = new ArrayList<>();
        Optional<DayHours> then = complete("", opens.getValue(), closes.getValue(), missing);
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        return then;
    }

    private static Map<DayOfWeek, DayHours> opened(Map<DayOfWeek, DayChoice> week) {
        Map<DayOfWeek, DayHours> opened = new EnumMap<>(DayOfWeek.class);
        List<InputFault> missing = new ArrayList<>();
        week.forEach((day, choice) -> {
            if (choice.mode() == DayChoice.Mode.OPEN) {
                complete("." + day, choice.opens(), choice.closes(), missing)
                        .ifPresent(hours -> opened.put(day, hours));
            }
        });
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        return opened;
    }

    /** The hours that two fields hold; what is missing is added to the faults. */
    private static Optional<DayHours> complete(
            String fields, @Nullable LocalTime from, @Nullable LocalTime to, List<InputFault> missing) {
        if (from == null) {
            missing.add(new InputFault("opens" + fields, "common.refused.missing", List.of()));
        }
        if (to == null) {
            missing.add(new InputFault("closes" + fields, "common.refused.missing", List.of()));
        }
        return from == null || to == null ? Optional.empty() : Optional.of(new DayHours(from, to));
    }

    private static Map<DayOfWeek, OwnHours> differing(Map<DayOfWeek, DayChoice> week) {
        Map<DayOfWeek, DayHours> opened = opened(week);
        Map<DayOfWeek, OwnHours> own = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, choice) -> {
            if (choice.mode() == DayChoice.Mode.OPEN) {
                own.put(day, new OwnHours(Optional.of(Objects.requireNonNull(opened.get(day)))));
            } else if (choice.mode() == DayChoice.Mode.CLOSED) {
                own.put(day, new OwnHours(Optional.empty()));
            }
        });
        return own;
    }

    private static Map<DayOfWeek, DayChoice> ofAgency(Map<DayOfWeek, DayHours> hours) {
        Map<DayOfWeek, DayChoice> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            DayHours open = hours.get(day);
            week.put(
                    day,
                    open == null
                            ? new DayChoice(DayChoice.Mode.CLOSED, null, null)
                            : new DayChoice(DayChoice.Mode.OPEN, open.opens(), open.closes()));
        }
        return week;
    }

    private static Map<DayOfWeek, DayChoice> ofService(Map<DayOfWeek, OwnHours> own) {
        Map<DayOfWeek, DayChoice> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            OwnHours differs = own.get(day);
            week.put(
                    day,
                    differs == null
                            ? new DayChoice(DayChoice.Mode.AS_AGENCY, null, null)
                            : differs.hours()
                                    .map(open -> new DayChoice(DayChoice.Mode.OPEN, open.opens(), open.closes()))
                                    .orElseGet(() -> new DayChoice(DayChoice.Mode.CLOSED, null, null)));
        }
        return week;
    }
}
