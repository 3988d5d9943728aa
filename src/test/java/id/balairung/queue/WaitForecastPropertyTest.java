package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.counter.Break;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterId;
import id.balairung.counter.CountersNow;
import id.balairung.counter.OpenShift;
import id.balairung.queue.ServiceFigures.FinishedTurn;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the estimate of a wait, whoever waits, whatever is open and however long the last ones took. */
class WaitForecastPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final ServiceDay DAY = new ServiceDay(LocalDate.of(2026, 11, 24));
    private static final AgencyId AGENCY = new AgencyId(new UUID(0, 1));
    private static final CallPolicy POLICY = new CallPolicy(200, Duration.ofMinutes(15), 3);

    /** Three services with standards of their own; the estimate is asked for the first. */
    private static final List<ServiceSummary> SERVICES =
            List.of(service(1, 20, 15), service(2, 5, 5), service(3, 60, 30));

    private static final ServiceSummary ASKED = SERVICES.getFirst();

    @Property
    void theEstimateIsNeverNegativeAndARange(@ForAll("halls") Hall hall, @ForAll PriorityClass newcomer) {
        if (hall.told(newcomer) instanceof WaitEstimate.Range(Duration from, Duration to)) {
            assertThat(from).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(to).isGreaterThan(from);
            assertThat(Stream.of(from, to)).allSatisfy(told -> {
                assertThat(told).isEqualTo(Duration.ofMinutes(told.toMinutes()));
                assertThat(told.toMinutes() <= 30 || told.toMinutes() % 5 == 0).isTrue();
            });
        }
    }

    @Property
    void oneMoreWhoWaitsNeverShortensIt(
            @ForAll("halls") Hall hall, @ForAll("tickets") TicketSnapshot more, @ForAll PriorityClass newcomer) {
        if (hall.told(newcomer) instanceof WaitEstimate.Range before) {
            WaitEstimate.Range after = (WaitEstimate.Range) hall.with(more).told(newcomer);
            assertThat(after.from()).isGreaterThanOrEqualTo(before.from());
            assertThat(after.to()).isGreaterThanOrEqualTo(before.to());
        }
    }

    @Property
    void oneMoreOpenCounterNeverLengthensIt(
            @ForAll("halls") Hall hall, @ForAll("shifts") OpenShift more, @ForAll PriorityClass newcomer) {
        if (hall.told(newcomer) instanceof WaitEstimate.Range before) {
            WaitEstimate.Range after = (WaitEstimate.Range) hall.with(more).told(newcomer);
            assertThat(after.from()).isLessThanOrEqualTo(before.from());
            assertThat(after.to()).isLessThanOrEqualTo(before.to());
        }
    }

    @Property
    void aBreakNeverShortensItAndALongerOneNeither(
            @ForAll("halls") Hall hall,
            @ForAll @IntRange(min = 1, max = 60) int minutes,
            @ForAll @IntRange(min = 0, max = 60) int more) {
        WaitEstimate ready =
                hall.with(shift(9, Set.of(ASKED.id()), Optional.empty())).told(PriorityClass.GENERAL);
        WaitEstimate shorter =
                hall.with(shift(9, Set.of(ASKED.id()), pause(minutes))).told(PriorityClass.GENERAL);
        WaitEstimate longer =
                hall.with(shift(9, Set.of(ASKED.id()), pause(minutes + more))).told(PriorityClass.GENERAL);
        if (ready instanceof WaitEstimate.Range one
                && shorter instanceof WaitEstimate.Range two
                && longer instanceof WaitEstimate.Range three) {
            assertThat(two.from()).isGreaterThanOrEqualTo(one.from());
            assertThat(two.to()).isGreaterThanOrEqualTo(one.to());
            assertThat(three.from()).isGreaterThanOrEqualTo(two.from());
            assertThat(three.to()).isGreaterThanOrEqualTo(two.to());
        } else {
            assertThat(List.of(ready, shorter, longer)).allMatch(WaitEstimate.TooLittleData.class::isInstance);
        }
    }

    @Property
    void itSaysThatItDoesNotKnowExactlyWhenTooFewWereServedOrNobodyServes(
            @ForAll("halls") Hall hall, @ForAll PriorityClass newcomer) {
        boolean served = hall.shifts().stream()
                .anyMatch(shift -> shift.services().contains(ASKED.id())
                        && shift.running()
                                .filter(pause -> !pause.plannedEnd().isAfter(NOW))
                                .isEmpty());
        boolean enough = hall.turns().getOrDefault(ASKED.id(), List.of()).size() >= 5;
        assertThat(hall.told(newcomer))
                .isInstanceOf(
                        !served
                                ? WaitEstimate.NoCounter.class
                                : enough ? WaitEstimate.Range.class : WaitEstimate.TooLittleData.class);
    }

    @Property
    void aVulnerableVisitorIsNeverToldMoreThanTheLineItselfMakesOthersWait(@ForAll("halls") Hall hall) {
        Hall withoutLastWaits = hall.forgettingWaits();
        if (withoutLastWaits.told(PriorityClass.GENERAL) instanceof WaitEstimate.Range general) {
            WaitEstimate.Range elderly = (WaitEstimate.Range) withoutLastWaits.told(PriorityClass.ELDERLY);
            assertThat(elderly.to()).isLessThanOrEqualTo(general.to());
        }
    }

    /** A mean would move by half an hour for each one ahead. */
    @Property
    void oneWildTimeAmongTwentyHardlyMovesIt(
            @ForAll @IntRange(min = 1, max = 20) int ahead,
            @ForAll @IntRange(min = 0, max = 19) int odd,
            @ForAll @IntRange(min = 0, max = 600) int wild) {
        List<Integer> minutes =
                IntStream.range(0, 20).mapToObj(index -> 8 + index % 5).toList();
        List<Integer> oddly = new ArrayList<>(minutes);
        oddly.set(odd, wild);
        WaitEstimate.Range usual =
                (WaitEstimate.Range) oneCounter(minutes, ahead).told(PriorityClass.GENERAL);
        WaitEstimate.Range moved = (WaitEstimate.Range) oneCounter(oddly, ahead).told(PriorityClass.GENERAL);
        Duration tolerance = Duration.ofMinutes(ahead).plusMinutes(5);
        assertThat(moved.from()).isCloseTo(usual.from(), tolerance);
        assertThat(moved.to()).isCloseTo(usual.to(), tolerance);
    }

    @Example
    void threeAheadOfOneCounterAreThreeUsualTimes() {
        assertThat(oneCounter(List.of(6, 8, 10, 12, 14), 3).told(PriorityClass.GENERAL))
                .isEqualTo(range(24, 40));
    }

    @Example
    void nobodyAheadAndAFreeCounterIsNoWait() {
        assertThat(oneCounter(List.of(6, 8, 10, 12, 14), 0).told(PriorityClass.GENERAL))
                .isEqualTo(range(0, 2));
    }

    @Example
    void aCounterOnABreakCountsFromItsPlannedEnd() {
        Hall hall = new Hall(
                List.of(), List.of(shift(1, Set.of(ASKED.id()), pause(20))), turns(ASKED, List.of(6, 8, 10, 12, 14)));
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(20, 22));
        assertThat(hall.with(waiting(1, ASKED, PriorityClass.GENERAL, 1)).told(PriorityClass.GENERAL))
                .isEqualTo(range(28, 35));
    }

    @Example
    void anOverdueBreakIsNoCounter() {
        Hall hall = new Hall(
                List.of(), List.of(shift(1, Set.of(ASKED.id()), pause(0))), turns(ASKED, List.of(6, 8, 10, 12, 14)));
        assertThat(hall.told(PriorityClass.GENERAL)).isInstanceOf(WaitEstimate.NoCounter.class);
    }

    @Example
    void thoseOfAnotherServiceAtTheSameCounterAreAheadToo() {
        Hall hall = new Hall(
                List.of(waiting(1, SERVICES.get(1), PriorityClass.GENERAL, 2)),
                List.of(shift(1, Set.of(ASKED.id(), SERVICES.get(1).id()), Optional.empty())),
                turns(ASKED, List.of(6, 8, 10, 12, 14)));
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(5, 7));
    }

    @Example
    void theyOccupyOnlyTheirShareWhereSeveralCountersServeThem() {
        Set<ServiceId> both = Set.of(ASKED.id(), SERVICES.get(1).id());
        Hall hall = new Hall(
                IntStream.range(0, 4)
                        .mapToObj(index -> waiting(index, SERVICES.get(1), PriorityClass.GENERAL, 2))
                        .toList(),
                List.of(shift(1, both, Optional.empty()), shift(2, both, Optional.empty())),
                turns(ASKED, List.of(6, 8, 10, 12, 14)));
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(10, 12));
    }

    @Example
    void whatIsLeftOfAPresentTicketIsWaitedForToo() {
        Hall hall = new Hall(
                busy(
                        List.of(waiting(1, ASKED, PriorityClass.GENERAL, 3)),
                        List.of(shift(1, Set.of(ASKED.id()), Optional.empty())),
                        1),
                List.of(shift(1, Set.of(ASKED.id()), Optional.empty())),
                turns(ASKED, List.of(6, 8, 10, 12, 14)));
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(5, 9));
    }

    @Example
    void longWaitsBeforeDoNotFrightenWhoComesToAFreeCounter() {
        Map<ServiceId, List<FinishedTurn>> turns = Map.of(
                ASKED.id(),
                IntStream.range(0, 5)
                        .mapToObj(turn -> new FinishedTurn(Duration.ofMinutes(40), Duration.ofMinutes(5), NOW))
                        .toList());
        Hall hall = new Hall(List.of(), List.of(shift(1, Set.of(ASKED.id()), Optional.empty())), turns);
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(0, 2));
    }

    /** Ten wait since twenty minutes; at twice the rate, and after fifteen minutes first, an elderly visitor passes most. */
    @Example
    void aVulnerableVisitorIsToldASpanOfItsOwn() {
        Hall hall = oneCounter(List.of(6, 8, 10, 12, 14), 10);
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(80, 120));
        assertThat(hall.told(PriorityClass.ELDERLY)).isEqualTo(range(15, 27));
    }

    @Example
    void theRangeIsWidenedHalfWayToWhatTheLastOnesWaited() {
        Map<ServiceId, List<FinishedTurn>> turns = Map.of(
                ASKED.id(),
                Stream.of(6, 8, 10, 12, 14)
                        .map(minutes -> new FinishedTurn(
                                Duration.ofMinutes(20), Duration.ofMinutes(minutes), NOW.minusSeconds(60L * minutes)))
                        .toList());
        Hall hall = new Hall(
                List.of(waiting(1, ASKED, PriorityClass.GENERAL, 1)),
                List.of(shift(1, Set.of(ASKED.id()), Optional.empty())),
                turns);
        assertThat(hall.told(PriorityClass.GENERAL)).isEqualTo(range(8, 16));
    }

    @Provide
    Arbitrary<Hall> halls() {
        return Combinators.combine(
                        tickets().list().ofMaxSize(25).uniqueElements(TicketSnapshot::id),
                        shifts().list().ofMaxSize(5).uniqueElements(OpenShift::counter),
                        Combinators.combine(turns(), turns(), turns())
                                .as((one, two, three) -> Map.of(
                                        SERVICES.get(0).id(),
                                        one,
                                        SERVICES.get(1).id(),
                                        two,
                                        SERVICES.get(2).id(),
                                        three)),
                        Arbitraries.integers().between(0, 5))
                .as((tickets, shifts, turns, active) -> new Hall(busy(tickets, shifts, active), shifts, turns));
    }

    /** Some of the tickets were called to the counters already. */
    private static List<TicketSnapshot> busy(List<TicketSnapshot> tickets, List<OpenShift> shifts, int active) {
        List<TicketSnapshot> some = new ArrayList<>(tickets);
        for (int index = 0; index < Math.min(active, Math.min(shifts.size(), tickets.size())); index++) {
            TicketSnapshot ticket = tickets.get(index);
            some.set(
                    index,
                    snapshot(
                            ticket.id(),
                            ticket.service(),
                            ticket.priorityClass(),
                            ticket.waitsSince(),
                            Optional.of(shifts.get(index).counter())));
        }
        return some;
    }

    @Provide
    Arbitrary<TicketSnapshot> tickets() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of(SERVICES),
                        Arbitraries.of(PriorityClass.class),
                        Arbitraries.integers().between(0, 180))
                .as(WaitForecastPropertyTest::waiting);
    }

    @Provide
    Arbitrary<OpenShift> shifts() {
        return Combinators.combine(
                        Arbitraries.integers().between(10, 1_000),
                        Arbitraries.of(SERVICES).map(ServiceSummary::id).set().ofMinSize(1),
                        Arbitraries.oneOf(
                                Arbitraries.just(Optional.<Break>empty()),
                                Arbitraries.integers().between(-10, 45).map(WaitForecastPropertyTest::pause)))
                .as(WaitForecastPropertyTest::shift);
    }

    private static Arbitrary<List<FinishedTurn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(0, 120))
                .as((waited, occupied, ago) -> new FinishedTurn(
                        Duration.ofMinutes(waited), Duration.ofMinutes(occupied), NOW.minus(Duration.ofMinutes(ago))))
                .list()
                .ofMaxSize(20);
    }

    /** A hall at {@link #NOW}. */
    private record Hall(
            List<TicketSnapshot> tickets, List<OpenShift> shifts, Map<ServiceId, List<FinishedTurn>> turns) {

        WaitEstimate told(PriorityClass newcomer) {
            Map<ServiceId, ServiceFigures> figures = new HashMap<>();
            turns.forEach((service, finished) ->
                    figures.put(service, new ServiceFigures(0, 0, 0, 0, 0, 0, 0, 0, EstimateAccuracy.NONE, finished)));
            QueueBoard board = new QueueBoard(
                    AGENCY,
                    DAY,
                    NOW,
                    SERVICES,
                    tickets,
                    new CountersNow(List.of(), shifts),
                    new DaySoFar(figures, Map.of(), List.of()),
                    Map.of(),
                    List.of());
            return new WaitForecast(board, POLICY, NOW).of(ASKED, newcomer);
        }

        Hall with(TicketSnapshot more) {
            return new Hall(
                    Stream.concat(
                                    tickets.stream()
                                            .filter(ticket -> !ticket.id().equals(more.id())),
                                    tickets.stream()
                                                    .anyMatch(ticket ->
                                                            ticket.id().equals(more.id()))
                                            ? tickets.stream()
                                                    .filter(ticket ->
                                                            ticket.id().equals(more.id()))
                                            : Stream.of(more))
                            .toList(),
                    shifts,
                    turns);
        }

        Hall with(OpenShift more) {
            return shifts.stream().anyMatch(shift -> shift.counter().equals(more.counter()))
                    ? this
                    : new Hall(
                            tickets,
                            Stream.concat(shifts.stream(), Stream.of(more)).toList(),
                            turns);
        }

        Hall forgettingWaits() {
            Map<ServiceId, List<FinishedTurn>> longAgo = new HashMap<>();
            turns.forEach((service, finished) -> longAgo.put(
                    service,
                    finished.stream()
                            .map(turn -> new FinishedTurn(
                                    turn.waited(),
                                    turn.occupied(),
                                    turn.finishedAt().minus(Duration.ofHours(3))))
                            .toList()));
            return new Hall(
                    tickets.stream()
                            .filter(ticket -> ticket.status() == TicketStatus.WAITING)
                            .toList(),
                    shifts,
                    longAgo);
        }
    }

    private static Hall oneCounter(List<Integer> minutes, int ahead) {
        return new Hall(
                IntStream.range(0, ahead)
                        .mapToObj(index -> waiting(index, ASKED, PriorityClass.GENERAL, 20))
                        .toList(),
                List.of(shift(1, Set.of(ASKED.id()), Optional.empty())),
                turns(ASKED, minutes));
    }

    /** So long ago that the waits of then say nothing now. */
    private static Map<ServiceId, List<FinishedTurn>> turns(ServiceSummary service, List<Integer> minutes) {
        return Map.of(
                service.id(),
                minutes.stream()
                        .map(occupied -> new FinishedTurn(
                                Duration.ofMinutes(20), Duration.ofMinutes(occupied), NOW.minus(Duration.ofHours(2))))
                        .toList());
    }

    private static WaitEstimate.Range range(int from, int to) {
        return new WaitEstimate.Range(Duration.ofMinutes(from), Duration.ofMinutes(to));
    }

    private static TicketSnapshot waiting(long id, ServiceSummary service, PriorityClass priorityClass, int minutes) {
        return snapshot(
                new TicketId(new UUID(7L << 12, id)),
                service.id(),
                priorityClass,
                NOW.minus(Duration.ofMinutes(minutes)),
                Optional.empty());
    }

    private static TicketSnapshot snapshot(
            TicketId id, ServiceId service, PriorityClass priorityClass, Instant since, Optional<CounterId> counter) {
        Optional<Instant> called = counter.map(at -> since);
        return new TicketSnapshot(
                id,
                new TicketNumber("DA", 1),
                DAY,
                priorityClass,
                since,
                1,
                counter.isPresent() ? TicketStatus.SERVING : TicketStatus.WAITING,
                service,
                since,
                since,
                Optional.empty(),
                counter.isPresent() ? 1 : 0,
                called,
                called,
                counter,
                Optional.empty(),
                called,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static OpenShift shift(int number, Set<ServiceId> services, Optional<Break> pause) {
        return new OpenShift(
                new CounterId(new UUID(7L << 12, number)),
                number,
                new StaffId(new UUID(7L << 12, number)),
                "Petugas",
                NOW.minus(Duration.ofHours(2)),
                NOW.minus(Duration.ofHours(2)),
                new HashSet<>(services),
                pause);
    }

    private static Optional<Break> pause(int minutes) {
        return Optional.of(new Break(
                BreakReason.values()[0], NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofMinutes(minutes)), null));
    }

    private static ServiceSummary service(int number, int targetWait, int targetService) {
        return new ServiceSummary(
                new ServiceId(new UUID(0, number)),
                AGENCY,
                "D" + (char) ('A' + number - 1),
                "Layanan",
                "Service",
                Duration.ofMinutes(targetWait),
                Duration.ofMinutes(targetService),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }
}
