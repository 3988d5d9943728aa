package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CalendarKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a screen says of the calendar, in the language of one of its components.
 *
 * @param speaker the component
 */
record CalendarText(Component speaker) {

    String date(LocalDate day) {
        Locale language = speaker.getUI().orElseGet(UI::getCurrent).getLocale();
        return DateTimeFormatter.ofPattern(speaker.getTranslation(language, "common.date.full"), language)
                .format(day);
    }

    String kind(CalendarKind kind) {
        return speaker.getTranslation(keyOf(kind));
    }

    static String keyOf(CalendarKind kind) {
        return "agency.calendar.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String kindAndName(CalendarEntry day) {
        String named = kind(day.kind()) + ": " + day.name();
        return day.hours().map(hours -> named + ", " + hours).orElse(named);
    }
}
