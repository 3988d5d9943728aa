package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.balairung.agency.DayHours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a screen says of hours, in the language of one of its components.
 *
 * @param speaker the component
 */
record HoursText(Component speaker) {

    String letters(HoursEntry entry) {
        return entry instanceof HoursEntry.OfService service
                ? service.hours().service().prefix()
                : "";
    }

    String name(HoursEntry entry) {
        return switch (entry) {
            case HoursEntry.OfAgency agency -> speaker.getTranslation("agency.hours.agency");
            case HoursEntry.OfService service -> service.hours().service().name(language());
            case HoursEntry.OfHoliday holiday ->
                new CalendarText(speaker).date(holiday.day().day());
        };
    }

    String about(HoursEntry entry) {
        return switch (entry) {
            case HoursEntry.OfAgency agency -> week(agency.hours().week());
            case HoursEntry.OfService service ->
                service.hours().own().isEmpty()
                        ? speaker.getTranslation("agency.hours.as-agency")
                        : speaker.getTranslation(
                                "agency.hours.own-days", service.hours().own().size());
            case HoursEntry.OfHoliday holiday ->
                holiday.open()
                        .map(open -> speaker.getTranslation(
                                "agency.hours.open-then", holiday.day().name(), open))
                        .orElseGet(() -> speaker.getTranslation(
                                "agency.hours.closed-then", holiday.day().name()));
        };
    }

    /** A weekday's name. */
    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language());
    }

    /** A week in a line, days with the same hours told together. */
    private String week(Map<DayOfWeek, DayHours> week) {
        if (week.isEmpty()) {
            return speaker.getTranslation("agency.hours.never");
        }
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int first = 0; first < days.length; ) {
            @Nullable DayHours hours = week.get(days[first]);
            int last = first;
            while (last + 1 < days.length && Objects.equals(week.get(days[last + 1]), hours)) {
                last++;
            }
            if (hours != null) {
                String span = shortDay(days[first]) + (last > first ? "-" + shortDay(days[last]) : "");
                parts.add(span + " " + hours);
            }
            first = last + 1;
        }
        return String.join(", ", parts);
    }

    private String shortDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, language());
    }

    private Locale language() {
        return speaker.getUI().orElseGet(UI::getCurrent).getLocale();
    }
}
