package id.balairung.dashboard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.common.Share;
import id.balairung.dashboard.ReportPeriod;
import id.balairung.sheet.SheetCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * What the reports of months and years say: in Indonesian, whichever language a screen has, since they are made before anybody asks.
 *
 * @param texts the bundles
 * @param zone the mall's
 * @param catalogue the names of agencies and services
 */
record PaperWords(I18NProvider texts, ZoneId zone, ServiceCatalogue catalogue) {

    static final Locale LANGUAGE = Locale.forLanguageTag("id");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", LANGUAGE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", LANGUAGE);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("EEE, d MMM", LANGUAGE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu 'pukul' HH.mm", LANGUAGE);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60_000);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

    String of(String key, Object... arguments) {
        return texts.getTranslation("dashboard.report." + key, LANGUAGE, arguments);
    }

    /** What a mutu stands for, as in the survey's report. */
    String kinerja(String mutu) {
        return texts.getTranslation("satisfaction.report.kinerja." + mutu, LANGUAGE);
    }

    String period(ReportPeriod period) {
        return period.length() == ReportPeriod.Length.MONTH
                ? MONTH.format(period.from())
                : of("year", String.valueOf(period.from().getYear()));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** As in "Sel, 1 Des". */
    String dayOfWeek(LocalDate day) {
        return DAY_OF_WEEK.format(day);
    }

    /** As in "1 Desember 2026 pukul 00.12 WITA". */
    String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone)) + " "
                + DateTimeFormatter.ofPattern("zzz", LANGUAGE).format(moment.atZone(zone));
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, LANGUAGE);
    }

    /** A step of the period: a day of the month, or a month of the year. */
    String step(LocalDate start, ReportPeriod period) {
        return period.length() == ReportPeriod.Length.MONTH
                ? String.valueOf(start.getDayOfMonth())
                : start.getMonth().getDisplayName(TextStyle.SHORT, LANGUAGE);
    }

    String service(ServiceId service) {
        return catalogue.service(service).prefix() + " "
                + catalogue.service(service).nameIndonesian();
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

    /** In whole percent, as on the screen; empty when there is nothing to have a share of. */
    static Optional<BigDecimal> percent(Share share) {
        return share.percent().map(BigDecimal::valueOf);
    }

    /** In minutes, to one place. */
    static Optional<BigDecimal> minutes(Optional<Duration> time) {
        return time.map(taken -> BigDecimal.valueOf(taken.toMillis()).divide(MINUTE, 1, RoundingMode.HALF_UP));
    }

    /** In hours, to one place. */
    static BigDecimal hours(long millis) {
        return BigDecimal.valueOf(millis).divide(HOUR, 1, RoundingMode.HALF_UP);
    }

    /** An empty cell where there is no number. */
    static SheetCell cell(Optional<BigDecimal> number) {
        return number.<SheetCell>map(SheetCell.Number::new).orElseGet(() -> SheetCell.of(""));
    }
}
