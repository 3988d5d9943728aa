package id.balairung.history.ui;

import id.balairung.common.ServiceDay;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * Some service days: a period that moves on with the calendar, or fixed days.
 *
 * @param quick the moving one; empty for fixed days
 * @param from its first day
 * @param to its last day
 */
record HistoryPeriod(Optional<Quick> quick, LocalDate from, LocalDate to) {

    /** Periods that are asked for often. */
    enum Quick {
        TODAY("hari-ini"),
        YESTERDAY("kemarin"),
        SEVEN_DAYS("7-hari"),
        THIS_MONTH("bulan-ini"),
        LAST_MONTH("bulan-lalu"),
        THIS_YEAR("tahun-ini"),
        LAST_YEAR("tahun-lalu"),
        ALL("semua");

        private final String code;

        Quick(String code) {
            this.code = code;
        }

        static Optional<Quick> of(String code) {
            return Arrays.stream(values())
                    .filter(quick -> quick.code.equals(code))
                    .findAny();
        }

        /** As it stands in the address. */
        String code() {
            return code;
        }

        String key() {
            return "history.period." + HistoryQuery.code(this);
        }

        /** Of what a list of its days is called. */
        String titleKey() {
            return "history.title." + HistoryQuery.code(this);
        }

        HistoryPeriod on(LocalDate today) {
            LocalDate yesterday = today.minusDays(1);
            LocalDate lastMonth = today.minusMonths(1);
            LocalDate lastYear = today.minusYears(1);
            return switch (this) {
                case TODAY -> period(today, today);
                case YESTERDAY -> period(yesterday, yesterday);
                case SEVEN_DAYS -> period(today.minusDays(6), today);
                case THIS_MONTH -> period(today.withDayOfMonth(1), today);
                case LAST_MONTH ->
                    period(lastMonth.withDayOfMonth(1), lastMonth.with(TemporalAdjusters.lastDayOfMonth()));
                case THIS_YEAR -> period(today.withDayOfYear(1), today);
                case LAST_YEAR -> period(lastYear.withDayOfYear(1), lastYear.with(TemporalAdjusters.lastDayOfYear()));
                case ALL -> period(ServiceDay.FIRST, today);
            };
        }

        private HistoryPeriod period(LocalDate from, LocalDate to) {
            return new HistoryPeriod(Optional.of(this), from, to);
        }
    }

    static HistoryPeriod fixed(LocalDate from, LocalDate to) {
        return new HistoryPeriod(Optional.empty(), from, to);
    }

    boolean is(Quick one) {
        return quick.filter(one::equals).isPresent();
    }

    boolean isOneDay() {
        return from.equals(to);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
