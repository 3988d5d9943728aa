package id.balairung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.dashboard.DashboardPeriod.Running;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which days a period has, and which ones stand before it and beside it. */
class DashboardPeriodTest {

    /** Tuesday, 24 November 2026; the leap years are 2024 and 2028. */
    @ParameterizedTest
    @CsvSource({
        "TODAY,   2026-11-24, 2026-11-24, 2026-11-17, 2026-11-17",
        "WEEK,    2026-11-24, 2026-11-23, 2026-11-16, 2026-11-17",
        "WEEK,    2026-11-23, 2026-11-23, 2026-11-16, 2026-11-16",
        "WEEK,    2026-11-29, 2026-11-23, 2026-11-16, 2026-11-22",
        "MONTH,   2026-11-24, 2026-11-01, 2026-10-01, 2026-10-24",
        "MONTH,   2026-01-31, 2026-01-01, 2025-12-01, 2025-12-31",
        "MONTH,   2026-03-28, 2026-03-01, 2026-02-01, 2026-02-28",
        "MONTH,   2026-03-31, 2026-03-01, 2026-02-01, 2026-02-28",
        "MONTH,   2028-03-31, 2028-03-01, 2028-02-01, 2028-02-29",
        "MONTH,   2028-02-29, 2028-02-01, 2028-01-01, 2028-01-29",
        "QUARTER, 2026-11-24, 2026-10-01, 2026-07-01, 2026-08-24",
        "QUARTER, 2026-02-10, 2026-01-01, 2025-10-01, 2025-11-10",
        "QUARTER, 2026-06-30, 2026-04-01, 2026-01-01, 2026-03-31",
        "YEAR,    2026-11-24, 2026-01-01, 2025-01-01, 2025-11-24",
        "YEAR,    2028-12-31, 2028-01-01, 2027-01-01, 2027-12-31",
        "YEAR,    2029-03-01, 2029-01-01, 2028-01-01, 2028-02-29",
    })
    void aPeriodThatGoesOnStandsBesideAsManyDaysOfTheOneBefore(
            Running running, LocalDate today, LocalDate from, LocalDate before, LocalDate until) {
        DashboardPeriod period = DashboardPeriod.of(running, today);
        assertThat(period.running()).contains(running);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(today);
        assertThat(period.before()).isEqualTo(DashboardPeriod.of(before, until));
    }

    @ParameterizedTest
    @CsvSource({
        "one day,          2026-11-24, 2026-11-24, 2026-11-17, 2026-11-17",
        "four days,        2026-11-20, 2026-11-23, 2026-11-16, 2026-11-19",
        "a month,          2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "a leap February,  2028-02-01, 2028-02-29, 2028-01-01, 2028-01-31",
        "after a leap one, 2028-03-01, 2028-03-31, 2028-02-01, 2028-02-29",
        "a quarter,        2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
        "a leap year,      2028-01-01, 2028-12-31, 2027-01-01, 2027-12-31",
        "after a leap one, 2029-01-01, 2029-12-31, 2028-01-01, 2028-12-31",
        "nearly a month,   2026-03-01, 2026-03-30, 2026-01-30, 2026-02-28",
        "over New Year,    2025-12-30, 2026-01-02, 2025-12-26, 2025-12-29",
    })
    void fixedDaysStandBesideAsManyOrAsManyWholeMonths(
            String what, LocalDate from, LocalDate to, LocalDate before, LocalDate until) {
        assertThat(DashboardPeriod.of(from, to).before()).as(what).isEqualTo(DashboardPeriod.of(before, until));
    }

    /** On Tuesday, 24 November 2026. */
    @ParameterizedTest
    @CsvSource({
        "over,             2026-11-20, 2026-11-23, 2026-11-16, 2026-11-19, false",
        "until today,      2026-11-21, 2026-11-24, 2026-11-17, 2026-11-20, true",
        "a month,          2026-11-01, 2026-11-30, 2026-10-01, 2026-10-24, true",
        "a quarter,        2026-10-01, 2026-12-31, 2026-07-01, 2026-08-24, true",
        "begun today,      2026-11-24, 2026-11-27, 2026-11-20, 2026-11-20, true",
    })
    void whatHasNotEndedStandsBesideNoMoreDaysThanHaveBegun(
            String what, LocalDate from, LocalDate to, LocalDate before, LocalDate until, boolean untilNow) {
        LocalDate today = LocalDate.of(2026, 11, 24);
        DashboardPeriod period = DashboardPeriod.of(from, to);
        assertThat(period.before(today)).as(what).isEqualTo(DashboardPeriod.of(before, until));
        assertThat(period.comparedUntilNow(today)).as(what).isEqualTo(untilNow);
    }

    @Test
    void aMonthThatIsLongerThanTheOneBeforeStandsBesideAllOfIt() {
        LocalDate today = LocalDate.of(2026, 3, 31);
        DashboardPeriod period = DashboardPeriod.of(Running.MONTH, today);
        assertThat(period.before(today))
                .isEqualTo(DashboardPeriod.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
        assertThat(period.comparedUntilNow(today)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24, 2026-11-23, 2026-11-23, 2026-11-25, 2026-11-25",
        "2026-11-20, 2026-11-23, 2026-11-16, 2026-11-19, 2026-11-24, 2026-11-27",
        "2026-02-01, 2026-02-28, 2026-01-01, 2026-01-31, 2026-03-01, 2026-03-31",
        "2028-02-01, 2028-02-29, 2028-01-01, 2028-01-31, 2028-03-01, 2028-03-31",
        "2026-10-01, 2026-12-31, 2026-07-01, 2026-09-30, 2027-01-01, 2027-03-31",
        "2028-01-01, 2028-12-31, 2027-01-01, 2027-12-31, 2029-01-01, 2029-12-31",
    })
    void oneStepsFromAPeriodToThoseRightBesideIt(
            LocalDate from, LocalDate to, LocalDate back, LocalDate backTo, LocalDate on, LocalDate onTo) {
        DashboardPeriod period = DashboardPeriod.of(from, to);
        assertThat(period.previous()).isEqualTo(DashboardPeriod.of(back, backTo));
        assertThat(period.next()).isEqualTo(DashboardPeriod.of(on, onTo));
        assertThat(period.previous().next()).isEqualTo(period);
        assertThat(period.next().previous()).isEqualTo(period);
    }

    @ParameterizedTest
    @EnumSource(Running.class)
    void whatItIsComparedWithEndsBeforeItBeginsAndIsNeverLonger(Running running) {
        for (LocalDate day = LocalDate.of(2023, 12, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            DashboardPeriod period = DashboardPeriod.of(running, day);
            DashboardPeriod before = period.before();
            assertThat(before.to()).as("before %s", period).isBefore(period.from());
            assertThat(before.days()).as("before %s", period).isBetween(1L, period.days());
            assertThat(before.contains(before.from()) && before.contains(before.to()))
                    .isTrue();
            assertThat(before.contains(period.from())).isFalse();
            assertThat(Running.of(running.code())).contains(running);
        }
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThatThrownBy(() -> DashboardPeriod.of(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DashboardPeriod.of(day, day).days()).isEqualTo(1);
    }
}
