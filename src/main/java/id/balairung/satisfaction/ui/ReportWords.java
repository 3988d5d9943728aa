package id.balairung.satisfaction.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.Unsur;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the survey's report says: in Indonesian, whichever language the screen has, since the law asks for it and it is published.
 *
 * @param texts the bundles
 */
record ReportWords(I18NProvider texts) {

    static final Locale LANGUAGE = Locale.forLanguageTag("id");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", LANGUAGE);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d", LANGUAGE);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", LANGUAGE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", LANGUAGE);

    String of(String key, Object... arguments) {
        return texts.getTranslation("satisfaction.report." + key, LANGUAGE, arguments);
    }

    /** What a respondent's answer is called, as on the form. */
    String told(String trait, Enum<?> answer) {
        return texts.getTranslation("rating.trait." + trait + "." + answer.name(), LANGUAGE);
    }

    String trait(String trait) {
        return texts.getTranslation("rating.trait." + trait, LANGUAGE);
    }

    /** What is to be done where nobody said more: as on the screen. */
    String improve(Unsur unsur, SurveyPeriod period) {
        return texts.getTranslation(
                "satisfaction.task.of-unsur", LANGUAGE, unsur.name().in(LANGUAGE), period(period));
    }

    String period(SurveyPeriod period) {
        return switch (period.length()) {
            case MONTH -> MONTH.format(period.first());
            case QUARTER -> of("quarter", romans(period.number()), year(period));
            case SEMESTER -> of("semester", romans(period.number()), year(period));
            case YEAR -> of("year", year(period));
        };
    }

    private static String romans(int number) {
        return number == 4 ? "IV" : "I".repeat(number);
    }

    private static String year(SurveyPeriod period) {
        return String.valueOf(period.first().getYear());
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The first and the last of some days of one year: the month and the year once where they are the same. */
    String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        boolean sameMonth = first.getMonth() == last.getMonth();
        return of("days", (sameMonth ? DAY_OF_MONTH : DAY_OF_YEAR).format(first), day(last));
    }

    /** A number with as many places as it has. */
    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(LANGUAGE);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(number);
    }

    String count(long count) {
        return number(BigDecimal.valueOf(count));
    }
}
