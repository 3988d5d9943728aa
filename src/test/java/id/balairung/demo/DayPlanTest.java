package id.balairung.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.balairung.counter.BreakReason;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a simulated day is made of, whatever its seed. */
class DayPlanTest {

    private static final List<DemoAgency> MONDAY = DemoAgency.all().stream()
            .filter(agency -> agency.days().contains(DayOfWeek.MONDAY))
            .toList();

    @Property(tries = 20)
    void oneSeedMakesOneDay(@ForAll long seed) {
        assertThat(DayPlan.of(MONDAY, seed)).isEqualTo(DayPlan.of(MONDAY, seed));
    }

    @Test
    void anotherSeedMakesAnotherDay() {
        DayPlan one = DayPlan.of(MONDAY, 1);
        DayPlan two = DayPlan.of(MONDAY, 2);
        assertThat(one.arrivals()).isNotEqualTo(two.arrivals());
        assertThat(one.officers()).isNotEqualTo(two.officers());
    }

    @Property(tries = 50)
    void aWeekdayIsBusyAndNotOverrun(@ForAll long seed) {
        assertThat(DayPlan.of(MONDAY, seed).tickets()).isBetween(800, 1100);
    }

    @Property(tries = 50)
    void mostComeInTheMorningAndFewAtNoon(@ForAll long seed) {
        DayPlan plan = DayPlan.of(MONDAY, seed);
        assertThat(between(plan, 8, 10)).isGreaterThan(between(plan, 12, 14) * 3 / 2);
        assertThat(between(plan, 12, 13)).isLessThan(between(plan, 14, 15));
        assertThat(plan.arrivals())
                .isSortedAccordingTo(Comparator.comparing(Arrival::at)
                        .thenComparing(arrival -> arrival.errands().getFirst().service()));
        assertThat(plan.arrivals())
                .allMatch(arrival -> !arrival.at().isBefore(LocalTime.of(8, 0))
                        && !arrival.at().isAfter(LocalTime.of(15, 50)));
    }

    @Property(tries = 50)
    void theRareStaysRareAndHappens(@ForAll long seed) {
        DayPlan plan = DayPlan.of(MONDAY, seed);
        assertThat(share(plan, arrival -> arrival.priorityClass().vulnerable())).isCloseTo(0.12, within(0.05));
        assertThat(share(plan, arrival -> arrival.errands().size() == 2)).isCloseTo(0.06, within(0.04));
        assertThat(share(plan, arrival -> arrival.errands().getFirst().manner().comesAtCall() == 0))
                .isCloseTo(0.05, within(0.035));
        for (Manner.Course course : Manner.Course.values()) {
            assertThat(plan.arrivals())
                    .as(course.name())
                    .anyMatch(arrival -> arrival.errands().getFirst().manner().course() == course);
        }
    }

    @Property(tries = 50)
    void everyAgencyHasAnOfficerFromTheMorningOnAndGoesToLunchInTurns(@ForAll long seed) {
        DayPlan plan = DayPlan.of(MONDAY, seed);
        for (DemoAgency agency : MONDAY) {
            OfficerDay first = plan.officer(agency.officer(1));
            assertThat(first.present()).isTrue();
            assertThat(first.opens()).isBetween(LocalTime.of(7, 57), LocalTime.of(8, 12));
            if (agency.counters() > 1) {
                assertThat(lunch(plan.officer(agency.officer(2)))).isNotEqualTo(lunch(first));
            }
        }
        assertThat(plan.officers().values()).allMatch(day -> day.pace() >= 0.7 && day.pace() <= 1.5);
    }

    @Property
    void aTicketOfAStrangerIsPlayedTheSameEachTime(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 999) int number) {
        DayPlan plan = new DayPlan(seed, List.of(), Map.of());
        assertThat(plan.stranger("DA-" + number)).isEqualTo(plan.stranger("DA-" + number));
    }

    private static LocalTime lunch(OfficerDay day) {
        return day.pauses().stream()
                .filter(pause -> pause.reason() == BreakReason.LUNCH)
                .map(OfficerDay.Pause::from)
                .findAny()
                .orElseThrow();
    }

    private static long between(DayPlan plan, int from, int to) {
        return plan.arrivals().stream()
                .filter(arrival ->
                        arrival.at().getHour() >= from && arrival.at().getHour() < to)
                .count();
    }

    private static double share(DayPlan plan, Predicate<Arrival> such) {
        return (double) plan.arrivals().stream().filter(such).count()
                / plan.arrivals().size();
    }
}
