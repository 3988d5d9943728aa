package id.balairung.dashboard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.common.Share;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.rollup.Grain;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the dashboard says, in the language of the screen.
 *
 * @param texts the bundles
 * @param language the screen's
 * @param zone the mall's
 * @param catalogue the names of agencies and services
 */
record DashboardWords(I18NProvider texts, Locale language, ZoneId zone, ServiceCatalogue catalogue) {

    static final String NOTHING = "-";

    private static final double SECONDS_IN_MINUTE = 60;
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    String text(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(language).format(count);
    }

    String n(long count) {
        return text("dashboard.n", count(count));
    }

    /** In whole percent; "-" when there is nothing to have a share of. */
    String percent(Share share) {
        return share.percent().map(percent -> percent + "%").orElse(NOTHING);
    }

    /** To one place. */
    String tenths(double number) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** Whole minutes, rounded as in the daily report. */
    String minutes(Optional<Duration> time) {
        return time.map(taken -> count(minutes(taken))).orElse(NOTHING);
    }

    static long minutes(Duration time) {
        return Math.round(time.toSeconds() / SECONDS_IN_MINUTE);
    }

    /** Whole hours of some milliseconds. */
    String hours(long millis) {
        return count(Math.round(Duration.ofMillis(millis).toMinutes() / SECONDS_IN_MINUTE));
    }

    /** A change of a count in percent, with its sign. */
    String change(long now, long before) {
        if (before == 0) {
            return NOTHING;
        }
        return signed(Math.round(100.0 * (now - before) / before)) + "%";
    }

    String signed(long number) {
        return number < 0 ? "\u2212" + count(-number) : number > 0 ? "+" + count(number) : "0";
    }

    String service(ServiceId service) {
        return catalogue.service(service).name(language);
    }

    String time(Instant moment) {
        return CLOCK.format(moment.atZone(zone));
    }

    String time(Duration sinceMidnight) {
        return "%02d.%02d".formatted(sinceMidnight.toHours(), sinceMidnight.toMinutesPart());
    }

    String hour(int hour) {
        return "%02d".formatted(hour);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }

    String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, language);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", language).format(day);
    }

    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", language).format(day);
    }

    /** As in "Sel, 24 Nov 2026" or "1 Nov sampai 24 Nov 2026". */
    String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return DateTimeFormatter.ofPattern("EEE, d MMM uuuu", language).format(from);
        }
        return text("dashboard.days", from.getYear() == to.getYear() ? shortDay(from) : day(from), day(to));
    }

    /** A step of a trend, as at an axis. */
    String step(LocalDate start, Grain grain) {
        return switch (grain) {
            case DAY -> shortDay(start);
            case MONTH -> DateTimeFormatter.ofPattern("MMM uu", language).format(start);
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** What a period that goes on is called. */
    String running(DashboardPeriod.Running running) {
        return text(
                switch (running) {
                    case TODAY -> "dashboard.period.hari-ini";
                    case WEEK -> "dashboard.period.minggu-ini";
                    case MONTH -> "dashboard.period.bulan-ini";
                    case QUARTER -> "dashboard.period.triwulan-ini";
                    case YEAR -> "dashboard.period.tahun-ini";
                });
    }

    /** What a period is called. */
    String period(DashboardPeriod period) {
        return period.running().map(this::running).orElseGet(() -> days(period.from(), period.to()));
    }

    /** What a period of whole months is called; its days else. */
    String named(DashboardPeriod period) {
        LocalDate from = period.from();
        if (from.getDayOfMonth() != 1
                || !period.to().plusDays(1).equals(period.to().plusDays(1).withDayOfMonth(1))) {
            return days(from, period.to());
        }
        LocalDate after = period.to().plusDays(1);
        if (after.equals(from.plusMonths(1))) {
            return DateTimeFormatter.ofPattern("LLLL uuuu", language).format(from);
        }
        if (after.equals(from.plusMonths(3)) && from.get(IsoFields.DAY_OF_QUARTER) == 1) {
            return text(
                    "dashboard.quarter",
                    ROMAN.get(from.get(IsoFields.QUARTER_OF_YEAR) - 1),
                    String.valueOf(from.getYear()));
        }
        return after.equals(from.plusYears(1)) && from.getDayOfYear() == 1
                ? text("dashboard.year", String.valueOf(from.getYear()))
                : days(from, period.to());
    }
}
