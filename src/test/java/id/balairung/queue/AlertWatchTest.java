package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.CurrentMall;
import id.balairung.alert.Alert;
import id.balairung.alert.AlertKind;
import id.balairung.alert.Alerts;
import id.balairung.alert.Condition;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CountersNow;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;

/** Each alert is raised when its one definition says so, lasts without repeating itself, and is remembered. */
@BalairungTest
@ExtendWith(OutputCaptureExtension.class)
class AlertWatchTest {

    @Autowired
    Hall hall;

    @Autowired
    AlertWatch watch;

    @Autowired
    Alerts alerts;

    @Autowired
    QueueBoardReader boards;

    @Autowired
    QueueDesk desk;

    @Autowired
    CounterDesk counters;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    private Hall.TestAgency agency;
    private Instant began;

    @BeforeEach
    void anAgencyWithAnOpenCounter() {
        hall.establish();
        // In the middle of the day, so that none of these hours falls into tomorrow.
        clock.set(mall.today().begins(mall.rules().zone()).plus(Duration.ofHours(10)));
        agency = hall.agency(2, 2);
        began = clock.instant().minusSeconds(1);
        hall.open(agency, 0);
    }

    @Test
    void whoWaitsLongerThanTheTargetRaisesOneAlertForTheService() {
        TicketNumber first = hall.issue(agency).ticket().number();
        hall.issue(agency);
        pass(Duration.ofMinutes(19).plusSeconds(40));
        assertThat(of(QueueConditions.OLDEST_WAIT)).isEmpty();
        pass(Duration.ofSeconds(30));
        pass(Duration.ofMinutes(9));
        assertThat(of(QueueConditions.OLDEST_WAIT)).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo(agency.service().id().value());
            assertThat(alert.facts()).containsExactly(agency.service().prefix(), first.toString(), "20");
            assertThat(alert.endedAt()).isEmpty();
        });
    }

    @Test
    void anIdleCounterIsToldOfAfterThreeMinutesOfSomebodyWaiting() {
        pass(Duration.ofMinutes(30));
        hall.issue(agency);
        pass(Duration.ofMinutes(2).plusSeconds(30));
        assertThat(of(QueueConditions.IDLE_COUNTER)).isEmpty();
        pass(Duration.ofSeconds(40));
        assertThat(of(QueueConditions.IDLE_COUNTER))
                .singleElement()
                .extracting(Alert::subject)
                .isEqualTo(agency.counters().getFirst().value());
    }

    @Test
    void aCounterThatWorksOrPausesIsNotIdle() {
        hall.issue(agency);
        hall.issue(agency);
        call();
        pass(Duration.ofMinutes(5));
        assertThat(of(QueueConditions.IDLE_COUNTER)).isEmpty();
        hall.open(agency, 1);
        hall.as(
                agency.officers().get(1),
                () -> counters.takeBreak(BreakReason.PRAYER, clock.instant().plusSeconds(900)));
        pass(Duration.ofMinutes(5));
        assertThat(of(QueueConditions.IDLE_COUNTER)).isEmpty();
        hall.as(agency.officers().get(1), counters::endBreak);
        pass(Duration.ofMinutes(2));
        assertThat(of(QueueConditions.IDLE_COUNTER)).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(of(QueueConditions.IDLE_COUNTER)).hasSize(1);
    }

    @Test
    void aBreakPastItsPlannedEndIsToldOf() {
        hall.as(
                agency.officer(),
                () -> counters.takeBreak(BreakReason.LUNCH, clock.instant().plusSeconds(600)));
        pass(Duration.ofMinutes(9));
        assertThat(of(CountersNow.OVERDUE_BREAK)).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(of(CountersNow.OVERDUE_BREAK))
                .singleElement()
                .satisfies(alert ->
                        assertThat(alert.facts()).contains(agency.officer().displayName()));
    }

    @Test
    void anOpenAgencyWithoutACounterIsToldOf() {
        pass(Duration.ZERO);
        assertThat(of(CountersNow.NO_OPEN_COUNTER)).isEmpty();
        close();
        pass(Duration.ofMinutes(1));
        assertThat(of(CountersNow.NO_OPEN_COUNTER)).hasSize(1);
    }

    @Test
    void aServiceFarOverItsStandardIsToldOfAndTheNextOneIsAnother() {
        hall.issue(agency);
        hall.issue(agency);
        serve(call());
        pass(Duration.ofMinutes(29));
        assertThat(of(QueueConditions.LONG_SERVICE)).isEmpty();
        pass(Duration.ofMinutes(2));
        pass(Duration.ofMinutes(1));
        assertThat(of(QueueConditions.LONG_SERVICE)).hasSize(1);
        complete();
        serve(call());
        pass(Duration.ofMinutes(31));
        assertThat(of(QueueConditions.LONG_SERVICE)).hasSize(2);
    }

    @Test
    void anAlertThatIsBackWithinAMinuteGoesOnAndOneThatIsBackLaterIsNew() {
        close();
        pass(Duration.ofMinutes(1));
        hall.open(agency, 0);
        pass(Duration.ofSeconds(10));
        assertThat(lasting()).isEmpty();
        // Looked at meanwhile, and not over yet.
        pass(Duration.ofSeconds(40));
        close();
        pass(Duration.ofSeconds(10));
        assertThat(of(CountersNow.NO_OPEN_COUNTER)).hasSize(1);
        assertThat(lasting()).hasSize(1);
        hall.open(agency, 0);
        pass(Duration.ofSeconds(10));
        pass(Duration.ofMinutes(2));
        assertThat(of(CountersNow.NO_OPEN_COUNTER))
                .singleElement()
                .satisfies(alert -> assertThat(alert.endedAt()).isPresent());
        close();
        pass(Duration.ofSeconds(1));
        assertThat(of(CountersNow.NO_OPEN_COUNTER)).hasSize(2);
    }

    @Test
    void theFirstWhoTakesNoteStaysNamed() {
        close();
        pass(Duration.ofMinutes(1));
        Alert raised = lasting().getFirst();
        acknowledge(raised);
        Instant noted = lasting().getFirst().acknowledgement().orElseThrow().at();
        pass(Duration.ofMinutes(1));
        acknowledge(raised);
        assertThat(lasting().getFirst().acknowledgement()).hasValueSatisfying(taken -> {
            assertThat(taken.at()).isEqualTo(noted);
            assertThat(taken.by()).isEqualTo(agency.admin().id());
            assertThat(taken.name()).isEqualTo(agency.admin().displayName());
        });
    }

    @Test
    void nobodyTakesNoteOfAnAlertAfterItEnded() {
        close();
        pass(Duration.ofMinutes(1));
        Alert raised = lasting().getFirst();
        hall.open(agency, 0);
        pass(Duration.ofSeconds(10));
        pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> acknowledge(raised))
                .isInstanceOf(BusinessRuleViolation.class)
                .hasMessageContaining("alert.refused.no-such-alert");
        assertThat(of(CountersNow.NO_OPEN_COUNTER))
                .singleElement()
                .satisfies(alert -> assertThat(alert.acknowledgement()).isEmpty());
    }

    @Test
    void anotherAgencySeesAndTakesNoteOfNothing() {
        close();
        pass(Duration.ofMinutes(1));
        Alert raised = lasting().getFirst();
        Hall.TestAgency other = hall.agency(1, 1);
        assertThat(boards.read(other.id()).alerts()).isEmpty();
        assertThat(hall.as(
                        other.admin(),
                        () -> alerts.raisedBetween(began, clock.instant().plusSeconds(1))))
                .isEmpty();
        assertThatThrownBy(() -> hall.as(other.admin(), () -> {
                    alerts.acknowledge(raised.id());
                    return raised;
                }))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThatThrownBy(() -> hall.as(agency.officer(), () -> {
                    alerts.acknowledge(raised.id());
                    return raised;
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(lasting().getFirst().acknowledgement()).isEmpty();
    }

    @Test
    void theHeadReadsAnyAgencysHistoryAndTakesNoteOfNothing() {
        close();
        pass(Duration.ofMinutes(1));
        var head = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThat(hall.as(
                        head,
                        () -> alerts.raisedBetween(
                                agency.id(), began, clock.instant().plusSeconds(1))))
                .hasSize(1);
        assertThatThrownBy(() -> hall.as(head, () -> {
                    alerts.acknowledge(lasting().getFirst().id());
                    return head;
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** As many nodes would, at one moment. */
    @Test
    void manyWatchersRaiseOneAlert() throws Exception {
        Condition condition =
                new Condition(CountersNow.NO_OPEN_COUNTER, agency.id().value(), clock.instant(), List.of());
        CyclicBarrier together = new CyclicBarrier(8);
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Future<?>> watching = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(node -> nodes.submit(() -> {
                        together.await();
                        alerts.keep(Map.of(agency.id(), () -> List.of(condition)));
                        return node;
                    }))
                    .toList();
            for (Future<?> one : watching) {
                one.get();
            }
        }
        assertThat(of(CountersNow.NO_OPEN_COUNTER)).hasSize(1);
    }

    @Test
    void aFaultWithOneAgencyIsLoggedOnceAndStopsNoOther(CapturedOutput output) {
        // Later than any date that the database knows.
        AgencyId unkeepable = hall.agency(1, 1).id();
        AgencyId unknowable = hall.agency(1, 1).id();
        Map<AgencyId, Supplier<List<Condition>>> holding = new LinkedHashMap<>();
        holding.put(unkeepable, () -> List.of(closed(unkeepable, Instant.MAX)));
        holding.put(unknowable, () -> {
            throw new IllegalStateException("no hours");
        });
        holding.put(agency.id(), () -> List.of(closed(agency.id(), clock.instant())));
        alerts.keep(holding);
        assertThat(of(CountersNow.NO_OPEN_COUNTER)).hasSize(1);
        alerts.keep(holding);
        assertThat(output.getAll())
                .containsOnlyOnce("The alerts of " + unkeepable + " can't be kept")
                .containsOnlyOnce("The alerts of " + unknowable + " can't be kept");
    }

    private static Condition closed(AgencyId agency, Instant since) {
        return new Condition(CountersNow.NO_OPEN_COUNTER, agency.value(), since, List.of());
    }

    @Test
    void manyAdminsWhoTakeNoteAtOnceAllHave() throws Exception {
        alerts.keep(Map.of(
                agency.id(),
                () -> IntStream.range(0, 5)
                        .mapToObj(number -> new Condition(
                                CountersNow.NO_OPEN_COUNTER, UUID.randomUUID(), clock.instant(), List.of()))
                        .toList()));
        List<StaffPrincipal> admins = IntStream.range(0, 6)
                .mapToObj(number -> hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id())))
                .toList();
        CyclicBarrier together = new CyclicBarrier(admins.size());
        try (ExecutorService screens = Executors.newFixedThreadPool(admins.size())) {
            for (Alert raised : lasting()) {
                List<Future<Alert>> noting = admins.stream()
                        .map(admin -> screens.submit(() -> {
                            together.await();
                            return hall.as(admin, () -> {
                                alerts.acknowledge(raised.id());
                                return raised;
                            });
                        }))
                        .toList();
                for (Future<Alert> one : noting) {
                    assertThat(one).succeedsWithin(Duration.ofSeconds(10));
                }
            }
        }
        assertThat(lasting())
                .hasSize(5)
                .allSatisfy(alert -> assertThat(alert.acknowledgement())
                        .hasValueSatisfying(noted -> assertThat(admins)
                                .extracting(StaffPrincipal::id)
                                .contains(noted.by())));
    }

    @Test
    void aCounterIsNotIdleFromBeforeANoShowWhoReturned() {
        hall.issue(agency);
        hall.issue(agency);
        TicketId absent = call();
        for (int recall = 0; recall < 2; recall++) {
            clock.advance(Duration.ofMinutes(3));
            hall.as(agency.officer(), () -> desk.recall(CommandId.next(), absent));
        }
        hall.as(agency.officer(), () -> desk.markNoShow(CommandId.next(), absent));
        clock.advance(Duration.ofMinutes(1));
        hall.as(agency.officer(), () -> desk.returnLate(CommandId.next(), absent));
        pass(Duration.ofMinutes(1));
        assertThat(of(QueueConditions.IDLE_COUNTER)).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(of(QueueConditions.IDLE_COUNTER)).hasSize(1);
    }

    @Test
    void aCounterIsNotIdleFromBeforeAHoldThatAnotherCounterResumed() {
        hall.issue(agency);
        hall.issue(agency);
        TicketId held = call();
        clock.advance(Duration.ofMinutes(6));
        hall.as(
                agency.officer(),
                () -> desk.hold(
                        CommandId.next(),
                        held,
                        "Melengkapi berkas",
                        clock.instant().plusSeconds(600)));
        hall.open(agency, 1);
        hall.as(agency.officers().get(1), () -> desk.resume(CommandId.next(), held));
        pass(Duration.ofMinutes(1));
        assertThat(of(QueueConditions.IDLE_COUNTER)).isEmpty();
        pass(Duration.ofMinutes(3));
        assertThat(of(QueueConditions.IDLE_COUNTER)).hasSize(1);
    }

    private void pass(Duration time) {
        clock.advance(time);
        watch.look(List.of(boards.read(agency.id())));
    }

    private List<Alert> lasting() {
        return boards.read(agency.id()).alerts();
    }

    private List<Alert> of(AlertKind kind) {
        return hall
                .as(
                        agency.admin(),
                        () -> alerts.raisedBetween(began, clock.instant().plusSeconds(1)))
                .stream()
                .filter(alert -> alert.kind().equals(kind))
                .toList();
    }

    private void acknowledge(Alert alert) {
        hall.as(agency.admin(), () -> {
            alerts.acknowledge(alert.id());
            return alert;
        });
    }

    private void close() {
        hall.as(agency.officer(), () -> {
            counters.close();
            return agency;
        });
    }

    private TicketId call() {
        return switch (hall.as(agency.officer(), () -> desk.callNext(CommandId.next()))) {
            case CallResult.Called(Act act) -> act.ticket().id();
            case CallResult.NobodyWaiting nobody -> throw new AssertionError("Nobody waits");
        };
    }

    private void serve(TicketId ticket) {
        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), ticket));
    }

    private void complete() {
        hall.as(
                agency.officer(),
                () -> desk.complete(
                        CommandId.next(),
                        desk.atMyCounter().orElseThrow().ticket().id(),
                        Outcome.FULFILLED));
    }
}
