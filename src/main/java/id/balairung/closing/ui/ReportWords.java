package id.balairung.closing.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.closing.TurnTimes;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * What the reports say, in the language of the screen. Also asked on the thread of a file's request.
 *
 * @param texts the bundles
 * @param language the screen's
 * @param zone the mall's
 */
record ReportWords(I18NProvider texts, Locale language, ZoneId zone) {

    static final String NOTHING = "-";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    String text(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("common.date.full"), language).format(day);
    }

    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d", language).format(day);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language).format(month);
    }

    String time(Instant moment) {
        return CLOCK.format(moment.atZone(zone));
    }

    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH.mm", language).format(moment.atZone(zone)) + " "
                + zoneName();
    }

    String zoneName() {
        return zone.getDisplayName(TextStyle.SHORT, language);
    }

    String hour(int hour) {
        return "%02d.00".formatted(hour);
    }

    /** Whole minutes, rounded as on an officer's own day. */
    String minutes(Optional<Duration> time) {
        return time.map(ReportWords::rounded).orElse(NOTHING);
    }

    String count(int count) {
        return NumberFormat.getIntegerInstance(language).format(count);
    }

    String percent(Optional<Integer> share) {
        return share.map(percent -> percent + "%").orElse(NOTHING);
    }

    String n(int n) {
        return text("closing.n", n);
    }

    String times(TurnTimes times) {
        return times.n() == 0 ? n(0) : text("closing.mean-p90", minutes(times.mean()), minutes(times.p90()), times.n());
    }

    private static String rounded(Duration time) {
        return String.valueOf(Math.round(time.toSeconds() / 60.0));
    }
}
