package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for the order of calling whoever waits, however long, at whatever services. */
class CallOrderPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    /** Three services with targets of their own, as one counter may offer. */
    private static final List<Duration> TARGETS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60));

    @Property
    void theOrderIsTotal(@ForAll("policies") CallPolicy policy, @ForAll("threes") List<Candidate> threes) {
        CallOrder order = new CallOrder(policy);
        Candidate one = threes.get(0);
        Candidate two = threes.get(1);
        Candidate three = threes.get(2);
        if (isBefore(order, one, two) && isBefore(order, two, three)) {
            assertThat(isBefore(order, one, three)).isTrue();
        }
    }

    @Property
    void theQueueIsEmptiedInItsOrderWhicheverWayItWasRead(
            @ForAll("policies") CallPolicy policy, @ForAll("queues") List<Candidate> queue) {
        CallOrder order = new CallOrder(policy);
        List<Candidate> sorted = order.sorted(queue, NOW);
        assertThat(sorted).containsExactlyInAnyOrderElementsOf(queue);
        assertThat(order.sorted(queue.reversed(), NOW)).isEqualTo(sorted);
        List<Candidate> left = new ArrayList<>(queue.reversed());
        sorted.forEach(expected -> {
            assertThat(order.next(left, NOW).orElseThrow().candidate()).isEqualTo(expected);
            left.remove(expected);
        });
    }

    @Property
    void withinAClassOfOneServiceWhoCameFirstIsCalledFirst(
            @ForAll("policies") CallPolicy policy, @ForAll("queues") List<Candidate> queue) {
        new CallOrder(policy)
                .sorted(queue, NOW).stream()
                        .collect(Collectors.groupingBy(CallOrderPropertyTest::line))
                        .values()
                        .forEach(line -> assertThat(line).isSortedAccordingTo(byArrival()));
    }

    /** The console reads only the heads of each class of each service; that must be as good as reading everybody. */
    @Property
    void theHeadsOfTheLinesAreEnough(
            @ForAll("policies") CallPolicy policy,
            @ForAll("queues") List<Candidate> queue,
            @ForAll @IntRange(min = 1, max = 3) int depth) {
        CallOrder order = new CallOrder(policy);
        List<Candidate> heads =
                queue.stream().collect(Collectors.groupingBy(CallOrderPropertyTest::line)).values().stream()
                        .flatMap(line -> line.stream().sorted(byArrival()).limit(depth))
                        .toList();
        assertThat(order.next(heads, NOW)).isEqualTo(order.next(queue, NOW));
    }

    @Property
    void nobodyAtTheLimitIsPassedOverByOneWhoIsNot(
            @ForAll("policies") CallPolicy policy, @ForAll("queues") List<Candidate> queue) {
        CallOrder order = new CallOrder(policy);
        order.next(queue, NOW).ifPresent(choice -> {
            if (queue.stream().anyMatch(waiting -> atLimit(policy, waiting))) {
                assertThat(atLimit(policy, choice.candidate())).isTrue();
                assertThat(choice.reason()).isInstanceOf(CallReason.MaximumWait.class);
            }
        });
    }

    @Property
    void theReasonFitsTheChoice(@ForAll("policies") CallPolicy policy, @ForAll("queues") List<Candidate> queue) {
        new CallOrder(policy).next(queue, NOW).ifPresent(choice -> {
            Candidate chosen = choice.candidate();
            Map<TicketId, Candidate> byId =
                    queue.stream().collect(Collectors.toMap(Candidate::ticket, Function.identity()));
            List<Candidate> earlier = queue.stream()
                    .filter(other -> other.waitsSince().isBefore(chosen.waitsSince()))
                    .toList();
            assertThat(choice.reason().waited()).isEqualTo(chosen.waited(NOW));
            switch (choice.reason()) {
                case CallReason.MaximumWait(Duration waited, Duration limit) ->
                    assertThat(waited).isGreaterThanOrEqualTo(limit).isGreaterThanOrEqualTo(limit(policy, chosen));
                case CallReason.PriorityClassAhead(Duration waited, Duration limit, TicketId ahead) -> {
                    assertThat(chosen.priorityClass().vulnerable()).isTrue();
                    assertThat(waited).isLessThan(limit);
                    assertThat(byId.get(ahead).priorityClass()).isEqualTo(PriorityClass.GENERAL);
                    assertThat(byId.get(ahead).waitsSince()).isBefore(chosen.waitsSince());
                }
                case CallReason.LongestWait longest -> {
                    assertThat(longest.target()).isEqualTo(chosen.targetWait());
                    assertThat(longest.ahead().isPresent()).isEqualTo(!earlier.isEmpty());
                    longest.ahead().ifPresent(ahead -> assertThat(earlier).contains(byId.get(ahead)));
                }
            }
        });
    }

    /**
     * No starvation: one counter, one call a minute, and priority visitors who arrive faster than that for hours. Every
     * general visitor is called all the same, and nobody overtakes them who came after their limit.
     */
    @Property(tries = 60)
    void aStreamOfPriorityVisitorsStarvesNobody(
            @ForAll("policies") CallPolicy policy,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 240) Integer> generalArrivals,
            @ForAll @IntRange(min = 1, max = 3) int priorityArrivalsAMinute) {
        CallOrder order = new CallOrder(policy);
        ServiceId service = service(1);
        List<Candidate> general = generalArrivals.stream()
                .map(minute -> arriving(service, PriorityClass.GENERAL, minute))
                .toList();
        List<Candidate> waiting = new ArrayList<>();
        List<Candidate> called = new ArrayList<>();
        int arrived = 0;
        for (int minute = 0; !called.containsAll(general); minute++) {
            Instant now = NOW.plus(Duration.ofMinutes(minute));
            int present = minute;
            for (int one = 0; one < priorityArrivalsAMinute; one++) {
                PriorityClass vulnerable = PriorityClass.values()[1 + (minute + one) % 4];
                waiting.add(arriving(service, vulnerable, minute));
                arrived++;
            }
            general.stream()
                    .filter(one -> one.waitsSince().equals(NOW.plus(Duration.ofMinutes(present))))
                    .forEach(waiting::add);
            Candidate next = order.next(waiting, now).orElseThrow().candidate();
            waiting.remove(next);
            called.add(next);
            assertThat(minute)
                    .as("calls until all general visitors are served")
                    .isLessThanOrEqualTo(general.size()
                            + priorityArrivalsAMinute
                                    * (240
                                            + (int) limit(policy, general.getFirst())
                                                    .toMinutes()));
        }
        assertThat(arrived).isGreaterThanOrEqualTo(called.size() - general.size());
        for (Candidate one : general) {
            Instant deadline = one.waitsSince().plus(limit(policy, one));
            assertThat(called.subList(0, called.indexOf(one)))
                    .noneMatch(other -> other.waitsSince().isAfter(deadline));
        }
    }

    @Provide
    Arbitrary<CallPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(100, 1000),
                        Arbitraries.integers().between(1, 240).map(Duration::ofMinutes),
                        Arbitraries.integers().between(1, 5))
                .as(CallPolicy::new);
    }

    @Provide
    Arbitrary<List<Candidate>> queues() {
        return candidates().list().ofMaxSize(40).uniqueElements(Candidate::ticket);
    }

    @Provide
    Arbitrary<List<Candidate>> threes() {
        return candidates().list().ofSize(3).uniqueElements(Candidate::ticket);
    }

    /** Waits from the future (a credit can't be, a clock that stepped back can) to five hours; many ties. */
    @Provide
    Arbitrary<Candidate> candidates() {
        Arbitrary<Duration> waits = Arbitraries.oneOf(
                Arbitraries.integers().between(-2, 300).map(Duration::ofMinutes),
                Arbitraries.longs().between(0, 18_000_000_000L).map(micros -> Duration.ofNanos(micros * 1_000)));
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(0, TARGETS.size() - 1),
                        Arbitraries.of(PriorityClass.class),
                        waits)
                .as((id, service, priorityClass, waited) -> new Candidate(
                        new TicketId(new UUID(7L << 12, id)),
                        service(service),
                        priorityClass,
                        NOW.minus(waited),
                        TARGETS.get(service)));
    }

    /** Exactly one of two goes before the other, whichever is looked at first. */
    private static boolean isBefore(CallOrder order, Candidate one, Candidate other) {
        List<Candidate> sorted = order.sorted(List.of(one, other), NOW);
        assertThat(order.sorted(List.of(other, one), NOW)).isEqualTo(sorted);
        return sorted.getFirst().equals(one);
    }

    private static boolean atLimit(CallPolicy policy, Candidate waiting) {
        return waiting.waited(NOW).compareTo(limit(policy, waiting)) >= 0;
    }

    private static Duration limit(CallPolicy policy, Candidate waiting) {
        return waiting.priorityClass().vulnerable()
                ? policy.vulnerableMaximumWait()
                : waiting.targetWait().multipliedBy(policy.generalLimitInTargets());
    }

    private static Candidate arriving(ServiceId service, PriorityClass priorityClass, int minute) {
        return new Candidate(
                TicketId.next(), service, priorityClass, NOW.plus(Duration.ofMinutes(minute)), TARGETS.get(1));
    }

    private static List<Object> line(Candidate waiting) {
        return List.of(waiting.service(), waiting.priorityClass());
    }

    private static Comparator<Candidate> byArrival() {
        return Comparator.comparing(Candidate::waitsSince)
                .thenComparing(waiting -> waiting.ticket().value());
    }

    private static ServiceId service(int number) {
        return new ServiceId(new UUID(0, number));
    }
}
