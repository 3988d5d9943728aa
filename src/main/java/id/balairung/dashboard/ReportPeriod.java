package id.balairung.dashboard;

import id.balairung.satisfaction.SurveyPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar month or year of service days, of which there is a report.
 *
 * @param length which of both
 * @param from its first day
 */
public record ReportPeriod(Length length, LocalDate from) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2]))?");

    /** How long a period is. */
    public enum Length {
        /** A month. */
        MONTH("M"),
        /** A year. */
        YEAR("Y");

        private final String code;

        Length(String code) {
            this.code = code;
        }

        /** As it is kept. */
        String code() {
            return code;
        }

        static Length of(String code) {
            return MONTH.code.equals(code) ? MONTH : YEAR;
        }

        private LocalDate first(LocalDate day) {
            return this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        }
    }

    /**
     * A period.
     *
     * @throws IllegalArgumentException when none begins on that day
     */
    public ReportPeriod {
        if (!from.equals(length.first(from))) {
            throw new IllegalArgumentException(from + " begins no " + length);
        }
    }

    /** The one in which a day lies. */
    public static ReportPeriod of(Length length, LocalDate day) {
        return new ReportPeriod(length, length.first(day));
    }

    /** The one that a code tells of, as {@link #code()} writes it; empty when it tells of none. */
    public static Optional<ReportPeriod> read(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        String month = matcher.group(2);
        return Optional.of(
                month == null
                        ? new ReportPeriod(Length.YEAR, LocalDate.of(year, 1, 1))
                        : new ReportPeriod(Length.MONTH, LocalDate.of(year, Integer.parseInt(month), 1)));
    }

    /** The last day. */
    public LocalDate to() {
        return minus(-1).from().minusDays(1);
    }

    /** The one so many before it; of a negative number after it. */
    public ReportPeriod minus(int periods) {
        return new ReportPeriod(length, length == Length.MONTH ? from.minusMonths(periods) : from.minusYears(periods));
    }

    /** As in 2026-11 or 2026. */
    public String code() {
        return length == Length.MONTH ? YearMonth.from(from).toString() : "%04d".formatted(from.getYear());
    }

    /** The same as the survey knows it. */
    SurveyPeriod survey() {
        return SurveyPeriod.of(length == Length.MONTH ? SurveyPeriod.Length.MONTH : SurveyPeriod.Length.YEAR, from);
    }
}
