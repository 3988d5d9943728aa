package id.balairung.dashboard;

import id.balairung.common.ServiceDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * The service days that a dashboard tells of.
 *
 * @param running the period that moves on with the calendar; empty for fixed days
 * @param from the first day
 * @param to the last day; of a running period today
 */
public record DashboardPeriod(Optional<Running> running, LocalDate from, LocalDate to) {

    private static final int DAYS_IN_WEEK = 7;

    /** As far as the arrow to the days after may lead from days that are over. */
    private static final int YEARS_AHEAD = 10;

    /** Periods that go on. */
    public enum Running {
        /** Today. */
        TODAY("hari-ini"),
        /** Since Monday. */
        WEEK("minggu-ini"),
        /** Since the first of the month. */
        MONTH("bulan-ini"),
        /** Since the first of the quarter. */
        QUARTER("triwulan-ini"),
        /** Since the first of January. */
        YEAR("tahun-ini");

        private final String code;

        Running(String code) {
            this.code = code;
        }

        /** As it stands in an address. */
        public String code() {
            return code;
        }

        /** The one of that code. */
        public static Optional<Running> of(String code) {
            return Arrays.stream(values())
                    .filter(running -> running.code.equals(code))
                    .findAny();
        }

        /** Its first day, on a day. */
        private LocalDate first(LocalDate day) {
            return switch (this) {
                case TODAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** The first day of the one before. */
        private LocalDate before(LocalDate first) {
            return switch (this) {
                case TODAY, WEEK -> first.minusDays(DAYS_IN_WEEK);
                case MONTH -> first.minusMonths(1);
                case QUARTER -> first.minusMonths(3);
                case YEAR -> first.minusYears(1);
            };
        }
    }

    /** A period. */
    public DashboardPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("No days from " + from + " to " + to);
        }
    }

    /** One that goes on, as far as it has come. */
    public static DashboardPeriod of(Running running, LocalDate today) {
        return new DashboardPeriod(Optional.of(running), running.first(today), today);
    }

    /** Fixed days. */
    public static DashboardPeriod of(LocalDate from, LocalDate to) {
        return new DashboardPeriod(Optional.empty(), from, to);
    }

    /** How many days. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /**
     * The days that it is compared with: of a running period as many days from the beginning of the one before; of one day the same
     * weekday a week earlier; of whole months or years as many before them; else as many days right before it.
     */
    public DashboardPeriod before() {
        if (running.isPresent()) {
            LocalDate first = running.get().before(from);
            LocalDate last = first.plusDays(days() - 1);
            // A shorter month ends before it has as many days.
            LocalDate end = from.minusDays(1);
            return of(first, last.isAfter(end) ? end : last);
        }
        if (days() == 1) {
            return of(from.minusDays(DAYS_IN_WEEK), to.minusDays(DAYS_IN_WEEK));
        }
        return shifted(-1);
    }

    /**
     * The days that it is compared with as far as it has come: of those before no more than as many as have begun.
     *
     * @param today the mall's
     */
    public DashboardPeriod before(LocalDate today) {
        DashboardPeriod whole = before();
        LocalDate last = whole.from.plusDays(ChronoUnit.DAYS.between(from, today));
        return to.isAfter(today) && last.isBefore(whole.to) ? of(whole.from, last) : whole;
    }

    /**
     * Whether the last of those days is told up to the time that it is now, for so is this one's.
     *
     * @param today the mall's
     */
    public boolean comparedUntilNow(LocalDate today) {
        return contains(today) && before(today).days() == ChronoUnit.DAYS.between(from, today) + 1;
    }

    /** The days right after it, as many or as many whole months. */
    public DashboardPeriod next() {
        return shifted(1);
    }

    /** The days right before it, as many or as many whole months. */
    public DashboardPeriod previous() {
        return shifted(-1);
    }

    private DashboardPeriod shifted(int periods) {
        if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth())) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
            YearMonth first = YearMonth.from(from).plusMonths(periods * months);
            return of(first.atDay(1), first.plusMonths(months - 1).atEndOfMonth());
        }
        return of(from.plusDays(periods * days()), to.plusDays(periods * days()));
    }

    /**
     * Whether there can be anything in it: it begins on a day from which on services are known, and has begun.
     *
     * @param today the mall's
     */
    public boolean readable(LocalDate today) {
        return !from.isBefore(ServiceDay.FIRST) && !from.isAfter(today) && !to.isAfter(today.plusYears(YEARS_AHEAD));
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
