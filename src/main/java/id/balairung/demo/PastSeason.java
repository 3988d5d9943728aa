package id.balairung.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many people come on which day of the past, beside a simulated day: most on a Monday, fewer on a Friday, a few at the weekend;
 * to some agencies more from week to week, to others fewer; and no two days alike.
 *
 * @param seed what decides chance
 * @param last the past's last day
 */
record PastSeason(long seed, LocalDate last) {

    private static final double DAYS_IN_A_WEEK = 7;

    /**
     * What an agency's expected visitors are multiplied by.
     *
     * @param agency the agency
     * @param day the day
     */
    double rush(DemoAgency agency, LocalDate day) {
        double weeks = ChronoUnit.DAYS.between(day, last) / DAYS_IN_A_WEEK;
        double growth = Dice.of(seed, "tren " + agency.code()).between(-0.006, 0.016);
        double own = Math.clamp(Dice.of(seedOf(day), "ramai " + agency.code()).logNormal(0.1), 0.75, 1.3);
        return weekday(day.getDayOfWeek()) * (1 - growth * weeks) * own;
    }

    /** A day's own seed. */
    long seedOf(LocalDate day) {
        return seed * 1_000_003 + day.toEpochDay();
    }

    /** How many of an agency's counters are in use. */
    <T> List<T> inUse(List<T> counters, LocalDate day) {
        return weekend(day.getDayOfWeek()) ? counters.subList(0, (counters.size() + 1) / 2) : counters;
    }

    private static boolean weekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.08;
            case TUESDAY -> 1.0;
            case WEDNESDAY -> 0.95;
            case THURSDAY -> 0.93;
            case FRIDAY -> 0.8;
            case SATURDAY -> 0.45;
            case SUNDAY -> 0.3;
        };
    }
}
