package id.balairung.satisfaction;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole months of service days over which satisfaction is told.
 *
 * @param length how many months
 * @param first the first of them
 */
public record SurveyPeriod(Length length, YearMonth first) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(\\d{2}|[QS]\\d))?");

    /** How long a period is. */
    public enum Length {
        /** A month. */
        MONTH(1),
        /** Three months of a calendar year's quarter. */
        QUARTER(3),
        /** Half a calendar year. */
        SEMESTER(6),
        /** A calendar year. */
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }
    }

    /**
     * A period.
     *
     * @throws IllegalArgumentException when a quarter, semester or year doesn't begin in that month
     */
    public SurveyPeriod {
        if ((first.getMonthValue() - 1) % length.months != 0) {
            throw new IllegalArgumentException(first + " begins no " + length);
        }
    }

    /** The period of a length in which a day lies. */
    public static SurveyPeriod of(Length length, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return new SurveyPeriod(length, month.minusMonths((month.getMonthValue() - 1) % length.months));
    }

    /** The period that an address tells of, as {@link #code()} writes it; empty when it tells of none. */
    public static Optional<SurveyPeriod> read(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        String part = matcher.group(2);
        if (part == null) {
            return of(Length.YEAR, year, 1);
        }
        return switch (part.charAt(0)) {
            case 'Q' -> of(Length.QUARTER, year, Character.digit(part.charAt(1), 10));
            case 'S' -> of(Length.SEMESTER, year, Character.digit(part.charAt(1), 10));
            default -> of(Length.MONTH, year, Integer.parseInt(part));
        };
    }

    private static Optional<SurveyPeriod> of(Length length, int year, int number) {
        int month = (number - 1) * length.months + 1;
        return number >= 1 && month <= Month.DECEMBER.getValue()
                ? Optional.of(new SurveyPeriod(length, YearMonth.of(year, month)))
                : Optional.empty();
    }

    /** The first day. */
    public LocalDate from() {
        return first.atDay(1);
    }

    /** The last day. */
    public LocalDate to() {
        return first.plusMonths(length.months - 1L).atEndOfMonth();
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(to());
    }

    /** The one so many before it; of a negative number after it. */
    public SurveyPeriod minus(int periods) {
        return new SurveyPeriod(length, first.minusMonths((long) periods * length.months));
    }

    /** Which of its year, from 1. */
    public int number() {
        return (first.getMonthValue() - 1) / length.months + 1;
    }

    /** As in 2026-11, 2026-Q4, 2026-S2 or 2026. */
    public String code() {
        return switch (length) {
            case MONTH -> first.toString();
            case QUARTER -> "%04d-Q%d".formatted(first.getYear(), number());
            case SEMESTER -> "%04d-S%d".formatted(first.getYear(), number());
            case YEAR -> "%04d".formatted(first.getYear());
        };
    }

    @Override
    public String toString() {
        return code();
    }
}
