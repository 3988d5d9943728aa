package id.balairung.common.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A day to be typed or chosen from a calendar that speaks the person's language; weeks begin on Monday. */
public class DateField extends DatePicker {

    /** Its own short form, e.g. 29/11/2026, is what the browser knows already. */
    private static final String INDONESIAN = "id";

    private static final String AS_ROWS_WRITE_IT = "d MMM yyyy";

    /**
     * An empty field.
     *
     * @param label its label, translated
     */
    public DateField(String label) {
        super(label);
        Locale language = getLocale();
        setLocale(language);
        DatePickerI18n words = new DatePickerI18n()
                .setToday(getTranslation("common.date.today"))
                .setCancel(getTranslation("common.form.cancel"))
                .setMonthNames(
                        names(Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language)))
                .setWeekdays(fromSunday(day -> day.getDisplayName(TextStyle.FULL, language)))
                .setWeekdaysShort(fromSunday(day -> day.getDisplayName(TextStyle.SHORT, language)))
                .setFirstDayOfWeek(1);
        if (!language.getLanguage().equals(INDONESIAN)) {
            words.setDateFormats(AS_ROWS_WRITE_IT, "d MMMM yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy");
        }
        setI18n(words);
    }

    /** Of what was typed and is no day, that is what is wrong, whatever else is said of it. */
    @Override
    public void setErrorMessage(String message) {
        super.setErrorMessage(isInputUnparsable() ? getTranslation("common.refused.no-day") : message);
    }

    private static <T> List<String> names(T[] all, Function<T, String> name) {
        return Stream.of(all).map(name).toList();
    }

    /** The component counts weekdays from Sunday, whichever a week begins with. */
    private static List<String> fromSunday(Function<DayOfWeek, String> name) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .map(name)
                .toList();
    }
}
