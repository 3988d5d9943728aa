package id.balairung.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.DayHours;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.PastShift;
import id.balairung.history.TurnResult;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A day that is played on paper could have been one in the hall. */
class PastDayTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final MallRules RULES = MallRules.standard("Mal", MALL);
    private static final DayHours HOURS = new DayHours(LocalTime.of(8, 0), LocalTime.of(16, 0));

    private final List<PastDay.Opening> openings = DemoAgency.all().stream()
            .filter(agency -> agency.days().contains(MONDAY.getDayOfWeek()))
            .map(PastDayTest::opening)
            .toList();

    @Property(tries = 10)
    void oneSeedMakesOneDay(@ForAll long seed) {
        PastDay one = day(seed, 1);
        PastDay two = day(seed, 1);
        assertThat(openings).allSatisfy(opening -> {
            assertThat(two.turns(opening.agency())).isEqualTo(one.turns(opening.agency()));
            assertThat(two.shifts(opening.agency())).isEqualTo(one.shifts(opening.agency()));
        });
    }

    @Property(tries = 20)
    void whoeverGotANumberIsServedOrNotAndEachNumberIsGivenOnce(@ForAll long seed) {
        PastDay day = day(seed, 1);
        for (PastDay.Opening opening : openings) {
            List<PastTurn> turns = day.turns(opening.agency());
            for (ServiceSummary service : opening.services()) {
                List<Integer> numbers = turns.stream()
                        .filter(turn -> turn.number().prefix().equals(service.prefix()))
                        .map(turn -> turn.number().sequence())
                        .distinct()
                        .sorted()
                        .toList();
                assertThat(numbers)
                        .isEqualTo(
                                IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            }
            assertThat(turns).allSatisfy(PastDayTest::isInOrder);
        }
    }

    @Property(tries = 20)
    void aCounterCallsOneAtATimeWhileItIsOpen(@ForAll long seed) {
        PastDay day = day(seed, 1);
        for (PastDay.Opening opening : openings) {
            List<PastShift> shifts = day.shifts(opening.agency());
            assertThat(shifts).extracting(PastShift::counter).doesNotHaveDuplicates();
            List<PastTurn> called = day.turns(opening.agency()).stream()
                    .filter(turn -> turn.call().isPresent())
                    .toList();
            for (PastShift shift : shifts) {
                assertThat(taken(shift, called)).isSortedAccordingTo(Comparator.comparing(Taken::from));
                Instant free = shift.opened();
                for (Taken one : taken(shift, called)) {
                    assertThat(one.from()).isAfterOrEqualTo(free);
                    free = one.until();
                }
                assertThat(shift.closed()).isAfterOrEqualTo(free);
            }
            assertThat(called)
                    .allMatch(turn -> shifts.stream()
                            .anyMatch(shift ->
                                    shift.counter() == turn.call().orElseThrow().counter()));
        }
    }

    @Test
    void aFullHallWaitsLonger() {
        assertThat(wait(1.25)).isGreaterThan(wait(0.6).multipliedBy(2));
    }

    @Test
    void theRareHappens() {
        PastDay day = day(1, 1);
        List<PastTurn> all = openings.stream()
                .flatMap(opening -> day.turns(opening.agency()).stream())
                .toList();
        assertThat(all).hasSizeBetween(750, 1200);
        assertThat(all.stream().map(PastTurn::result).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Stream.of(TurnResult.values())
                        .filter(result -> result != TurnResult.SERVED)
                        .toArray(TurnResult[]::new));
        assertThat(share(all, turn -> turn.result().outcome().isPresent())).isBetween(0.7, 0.97);
        assertThat(share(all, turn -> turn.rating().isPresent())).isBetween(0.2, 0.5);
        assertThat(all.stream().filter(turn -> turn.rating().isPresent()))
                .allMatch(turn -> turn.result().outcome().isPresent());
    }

    private Duration wait(double rush) {
        List<Duration> waits = openings.stream()
                .flatMap(opening -> day(3, rush).turns(opening.agency()).stream())
                .flatMap(turn -> turn.call().stream().map(call -> Duration.between(turn.queued(), call.at())))
                .toList();
        return waits.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(waits.size());
    }

    private static double share(List<PastTurn> all, Predicate<PastTurn> such) {
        return (double) all.stream().filter(such).count() / all.size();
    }

    private static void isInOrder(PastTurn turn) {
        List<Instant> moments = Stream.of(
                        Stream.of(turn.queued()),
                        turn.call().stream().map(PastTurn.Call::at),
                        turn.call().stream().flatMap(call -> call.serving().stream()),
                        Stream.of(turn.ended()))
                .flatMap(moment -> moment)
                .toList();
        assertThat(moments).isSorted();
        assertThat(turn.ended()).isBefore(at(LocalTime.of(19, 0)));
    }

    private static List<Taken> taken(PastShift shift, List<PastTurn> called) {
        List<Taken> taken = new ArrayList<>();
        shift.breaks().forEach(pause -> taken.add(new Taken(pause.from(), pause.until())));
        called.stream()
                .filter(turn -> turn.call().orElseThrow().counter() == shift.counter())
                // The first call of one who was called again was earlier, and nobody else's then.
                .forEach(turn -> taken.add(new Taken(turn.call().orElseThrow().at(), turn.ended())));
        taken.sort(Comparator.comparing(Taken::from));
        return taken;
    }

    /** What a counter is taken by. */
    private record Taken(Instant from, Instant until) {}

    private PastDay day(long seed, double rush) {
        DayPlan plan = DayPlan.of(openings.stream().map(PastDay.Opening::agency).toList(), seed, agency -> rush);
        return PastDay.of(MONDAY, plan, openings, RULES);
    }

    private static PastDay.Opening opening(DemoAgency agency) {
        AgencyId id = AgencyId.next();
        return new PastDay.Opening(
                agency,
                HOURS,
                agency.services().stream()
                        .map(service -> new ServiceSummary(
                                ServiceId.next(),
                                id,
                                agency.prefix(service),
                                service.nameIndonesian(),
                                service.nameEnglish(),
                                service.targetWait(),
                                service.targetService(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                List.of()))
                        .toList(),
                IntStream.rangeClosed(1, agency.counters())
                        .mapToObj(desk -> new PastDay.Desk(
                                desk,
                                new StaffPrincipal(
                                        StaffId.next(),
                                        agency.officer(desk),
                                        agency.officer(desk),
                                        "",
                                        Role.OFFICER,
                                        id,
                                        true,
                                        false)))
                        .toList());
    }

    private static Instant at(LocalTime time) {
        return MONDAY.atTime(time).atZone(MALL).toInstant();
    }
}
