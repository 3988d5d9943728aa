package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.Break;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSupervision;
import id.balairung.counter.OpenShift;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What an agency's admin does from the board, and who may not. */
@BalairungTest
class SupervisionTest {

    @Autowired
    Hall hall;

    @Autowired
    QueueSupervision supervision;

    @Autowired
    CounterSupervision counters;

    @Autowired
    AgencyAdministration agencies;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    CounterDesk counterDesk;

    @Autowired
    QueueDesk desk;

    @Autowired
    QueueBoardReader boards;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    private Hall.TestAgency agency;

    @BeforeEach
    void anAgencyWithAnOpenCounter() {
        agency = hall.agency(2, 2);
        hall.open(agency, 0);
    }

    @Test
    void aReassignedTicketWaitsAtTheOtherServiceWithItsNumberAndItsWaitSoFar() {
        TicketSnapshot issued = hall.issue(agency).ticket();
        clock.advance(Duration.ofMinutes(8));
        TicketSnapshot moved = admin(() -> reassign(issued)).ticket();
        assertThat(moved.number()).isEqualTo(issued.number());
        assertThat(moved.service()).isEqualTo(other().id());
        assertThat(moved.status()).isEqualTo(TicketStatus.WAITING);
        assertThat(moved.turn()).isEqualTo(2);
        assertThat(moved.waitsSince()).isCloseTo(issued.waitsSince(), within(Duration.ofSeconds(1)));
        assertThat(Duration.between(moved.queuedAt(), clock.instant())).isLessThan(Duration.ofMinutes(1));
        hall.as(agency.officer(), () -> counterDesk.chooseServices(Set.of(other().id())));
        assertThat(hall.as(agency.officer(), () -> desk.callNext(CommandId.next())))
                .isInstanceOfSatisfying(
                        CallResult.Called.class,
                        called -> assertThat(called.act().ticket().id()).isEqualTo(issued.id()));
    }

    @Test
    void aReassignmentIsCarriedOutOnceAndCanBeTakenBack() {
        TicketSnapshot issued = hall.issue(agency).ticket();
        CommandId command = CommandId.next();
        for (int time = 0; time < 2; time++) {
            admin(() -> supervision.reassign(command, issued.id(), other().id(), "Salah layanan"));
        }
        assertThat(waiting(other())).containsExactly(issued.id());
        TicketSnapshot back =
                admin(() -> desk.undo(CommandId.next(), issued.id())).ticket();
        assertThat(back.service()).isEqualTo(agency.service().id());
        assertThat(back.turn()).isEqualTo(1);
        assertThat(waiting(agency.service())).containsExactly(issued.id());
        assertThat(waiting(other())).isEmpty();
    }

    /** Other agencies and the front desk read why a service pauses, amid other words. */
    @Test
    void aReasonThatWouldReorderOrHideOtherWordsIsRefused() {
        TicketSnapshot issued = hall.issue(agency).ticket();
        for (String hidden : List.of("Alat \u202Ekasur", "Alat\u0000rusak", "Alat\nrusak", "Alat\u2028rusak")) {
            refused("agency.refused.pause-reason-unprintable", () -> {
                agencies.pause(agency.service().id(), hidden, Optional.empty());
                return hidden;
            });
            refused(
                    "queue.refused.reason-unprintable",
                    () -> supervision.reassign(CommandId.next(), issued.id(), other().id(), hidden));
        }
    }

    @Test
    void aTicketThatNoLongerWaitsOrThatWaitsThereAlreadyIsNotReassigned() {
        TicketSnapshot issued = hall.issue(agency).ticket();
        refused(
                "queue.refused.same-service",
                () -> supervision.reassign(
                        CommandId.next(), issued.id(), agency.service().id(), "Salah layanan"));
        refused(
                "queue.refused.reason-missing",
                () -> supervision.reassign(CommandId.next(), issued.id(), other().id(), "  "));
        hall.pause(agency, other(), "Alat rusak");
        refused("queue.refused.paused", () -> reassign(issued));
        hall.reopen(agency, other());
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
        refused("queue.refused.taken", () -> reassign(issued));
        assertThat(waiting(other())).isEmpty();
    }

    @Test
    void onlyTheOwnAdminReassigns() {
        TicketSnapshot issued = hall.issue(agency).ticket();
        Hall.TestAgency foreign = hall.agency(2, 1);
        deniedTo(agency.officer(), () -> reassign(issued));
        deniedTo(hall.frontDesk(), () -> reassign(issued));
        deniedTo(foreign.admin(), () -> reassign(issued));
        assertThatThrownBy(() -> hall.as(
                        foreign.admin(),
                        () -> supervision.reassign(
                                CommandId.next(), issued.id(), foreign.service().id(), "Ambil")))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThatThrownBy(() -> admin(() -> supervision.reassign(
                        CommandId.next(), issued.id(), foreign.service().id(), "Beri")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(waiting(agency.service())).containsExactly(issued.id());
    }

    @Test
    void anOfficerIsAskedBackOnceAndTheBreaksEndEndsTheRequest() {
        CounterId counter = agency.counters().getFirst();
        refused("counter.refused.not-on-break", () -> askBack(counter));
        hall.as(
                agency.officer(),
                () -> counterDesk.takeBreak(BreakReason.LUNCH, clock.instant().plusSeconds(1800)));
        clock.advance(Duration.ofMinutes(5));
        Instant asked = clock.instant();
        admin(() -> askBack(counter));
        clock.advance(Duration.ofMinutes(1));
        admin(() -> askBack(counter));
        assertThat(hall.as(agency.officer(), counterDesk::current)
                        .flatMap(OpenShift::running)
                        .flatMap(Break::askedBack))
                .hasValueSatisfying(at -> assertThat(at).isBetween(asked, asked.plusSeconds(30)));
        hall.as(agency.officer(), counterDesk::endBreak);
        hall.as(
                agency.officer(),
                () -> counterDesk.takeBreak(BreakReason.PRAYER, clock.instant().plusSeconds(600)));
        assertThat(hall.as(agency.officer(), counterDesk::current)
                        .flatMap(OpenShift::running)
                        .flatMap(Break::askedBack))
                .isEmpty();
    }

    @Test
    void aCounterLeftOpenIsClosedWhenNobodyIsThere() {
        CounterId counter = agency.counters().getFirst();
        hall.issue(agency);
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
        TicketId there = hall.as(agency.officer(), desk::atMyCounter)
                .orElseThrow()
                .ticket()
                .id();
        refused("counter.refused.still-occupied", () -> close(counter));
        assertThat(boards.read(agency.id()).shifts()).hasSize(1);
        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), there));
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), there, Outcome.FULFILLED));
        admin(() -> close(counter));
        assertThat(boards.read(agency.id()).shifts()).isEmpty();
        assertThat(hall.as(agency.officer(), counterDesk::current)).isEmpty();
        refused("counter.refused.closed-meanwhile", () -> close(counter));
    }

    @Test
    void onlyTheOwnAdminSupervisesACounter() {
        CounterId counter = agency.counters().getFirst();
        deniedTo(agency.officer(), () -> close(counter));
        deniedTo(agency.officer(), () -> askBack(counter));
        StaffPrincipal foreign = hall.agency(1, 1).admin();
        assertThatThrownBy(() -> hall.as(foreign, () -> close(counter))).isInstanceOf(BusinessRuleViolation.class);
        assertThatThrownBy(() -> hall.as(foreign, () -> askBack(counter))).isInstanceOf(BusinessRuleViolation.class);
        assertThat(boards.read(agency.id()).shifts()).hasSize(1);
    }

    @Test
    void aPauseWithAnEndEndsByItself() {
        ServiceSummary service = agency.service();
        Instant end = clock.instant().plus(Duration.ofMinutes(30));
        admin(() -> pause(service, "Printer rusak", Optional.of(end)));
        assertThat(catalogue.service(service.id()).pausedUntil()).contains(end);
        assertThat(state(service)).isEqualTo(ServiceState.PAUSED);
        assertThatThrownBy(() -> hall.issue(agency)).isInstanceOf(BusinessRuleViolation.class);
        clock.advance(Duration.ofMinutes(31));
        assertThat(state(service)).isEqualTo(ServiceState.OPEN);
        assertThat(hall.issue(agency).ticket().status()).isEqualTo(TicketStatus.WAITING);
    }

    @Test
    void aPauseEndsInTheFutureAndNotTooFar() {
        ServiceSummary service = agency.service();
        refused("agency.refused.pause-end", () -> pause(service, "Rusak", Optional.of(clock.instant())));
        refused(
                "agency.refused.pause-end",
                () -> pause(service, "Rusak", Optional.of(clock.instant().plus(Duration.ofDays(31)))));
        assertThat(state(service)).isEqualTo(ServiceState.OPEN);
    }

    private Act reassign(TicketSnapshot ticket) {
        return supervision.reassign(CommandId.next(), ticket.id(), other().id(), "Salah layanan");
    }

    private CounterId askBack(CounterId counter) {
        counters.askBack(counter);
        return counter;
    }

    private CounterId close(CounterId counter) {
        counters.close(counter);
        return counter;
    }

    private ServiceSummary pause(ServiceSummary service, String reason, Optional<Instant> until) {
        agencies.pause(service.id(), reason, until);
        return service;
    }

    private ServiceState state(ServiceSummary service) {
        return catalogue.stateOf(catalogue.service(service.id()), mall.today());
    }

    private List<TicketId> waiting(ServiceSummary service) {
        return boards.read(agency.id()).waiting(List.of(service.id())).stream()
                .map(TicketSnapshot::id)
                .toList();
    }

    private ServiceSummary other() {
        return agency.services().getLast();
    }

    private <T> T admin(Callable<T> act) {
        return hall.as(agency.admin(), act);
    }

    private void refused(String key, Callable<?> act) {
        assertThatThrownBy(() -> admin(act))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void deniedTo(StaffPrincipal staff, Callable<?> act) {
        ThrowingCallable trying = () -> hall.as(staff, act);
        assertThatThrownBy(trying).isInstanceOf(AccessDeniedException.class);
    }

    private static TemporalUnitOffset within(Duration offset) {
        return Assertions.within(offset.toMillis(), ChronoUnit.MILLIS);
    }
}
