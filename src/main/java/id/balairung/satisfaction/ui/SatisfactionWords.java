package id.balairung.satisfaction.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Mutu;
import id.balairung.satisfaction.Responses;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.Tally;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the screens of satisfaction say, in the language of the screen.
 *
 * @param texts the bundles
 * @param language the screen's
 * @param zone the mall's
 * @param catalogue the services' names
 */
record SatisfactionWords(I18NProvider texts, Locale language, ZoneId zone, ServiceCatalogue catalogue) {

    static final String NOTHING = "-";

    private static final int PLACES = 2;
    private static final String MINUS = "\u2212";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    String text(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(language).format(count);
    }

    String n(long count) {
        return text("satisfaction.n", count(count));
    }

    /** A figure that was rounded to two places. */
    String figure(BigDecimal figure) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(PLACES);
        format.setMaximumFractionDigits(PLACES);
        return format.format(figure);
    }

    String mean(Tally tally) {
        return tally.mean().map(this::figure).orElse(NOTHING);
    }

    String ikm(Optional<Ikm> ikm) {
        return ikm.map(Ikm::value).map(this::figure).orElse(NOTHING);
    }

    /** A change with its sign, as between two published figures. */
    String change(BigDecimal change) {
        return switch (change.signum()) {
            case 0 -> text("satisfaction.same");
            case 1 -> "+" + figure(change);
            default -> MINUS + figure(change.negate());
        };
    }

    String mutu(Mutu mutu) {
        return text("satisfaction.mutu." + mutu.name());
    }

    String score(int score) {
        return text("rating.score." + score);
    }

    String unsur(Responses.Found found) {
        return found.unsur().name().in(language);
    }

    String service(ServiceId service) {
        return catalogue.service(service).name(language);
    }

    String letters(ServiceId service) {
        return catalogue.service(service).prefix();
    }

    /** As in November 2026, Triwulan IV 2026, Semester II 2026, Tahun 2026. */
    String period(SurveyPeriod period) {
        return period.length() == SurveyPeriod.Length.MONTH
                ? DateTimeFormatter.ofPattern("LLLL uuuu", language).format(period.first())
                : text(key("satisfaction.period.", period), ROMAN.get(number(period)), year(period));
    }

    /** Where there is little room: as in Nov, TW IV, Sem II, 2026. */
    String shortPeriod(SurveyPeriod period) {
        return period.length() == SurveyPeriod.Length.MONTH
                ? DateTimeFormatter.ofPattern("LLL", language).format(period.first())
                : text(key("satisfaction.period-short.", period), ROMAN.get(number(period)), year(period));
    }

    String time(Instant moment) {
        return CLOCK.format(moment.atZone(zone));
    }

    String time(LocalDateTime moment) {
        return CLOCK.format(moment);
    }

    /** When on the mall's clock; on another day with that day. */
    String moment(Instant moment, LocalDate today) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return day.equals(today) ? time(moment) : shortDay(day);
    }

    /** A period as the one before: a month without its year. */
    String before(SurveyPeriod period) {
        return period.length() == SurveyPeriod.Length.MONTH
                ? DateTimeFormatter.ofPattern("LLLL", language).format(period.first())
                : shortPeriod(period);
    }

    /** Stays on one line. */
    String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE, d MMM", language).format(day).replace(' ', '\u00a0');
    }

    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", language).format(day);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", language).format(day);
    }

    String hour(int hour) {
        return "%02d.00".formatted(hour);
    }

    private static String key(String start, SurveyPeriod period) {
        return start + period.length().name().toLowerCase(Locale.ROOT);
    }

    private static int number(SurveyPeriod period) {
        return period.number() - 1;
    }

    private static String year(SurveyPeriod period) {
        return String.valueOf(period.first().getYear());
    }
}
