package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@BalairungTest
class TicketLifeTest {

    /** The test clock runs on between two acts. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Hall hall;

    @Autowired
    TicketDesk tickets;

    @Autowired
    QueueDesk desk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    MyDayFigures figures;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(2, 2);
        hall.open(agency, 0);
    }

    @Test
    void aTicketIsIssuedCalledServedAndCompleted() {
        IssuedTicket issued = hall.issue(agency);
        assertThat(issued.ticket().number()).hasToString(agency.service().prefix() + "-001");
        assertThat(issued.token().value()).hasSize(22);

        clock.advance(Duration.ofMinutes(7));
        TicketSnapshot called = callNext();
        assertThat(called.id()).isEqualTo(issued.ticket().id());
        assertThat(called.status()).isEqualTo(TicketStatus.CALLED);
        assertThat(called.waitingTime().orElseThrow()).isCloseTo(Duration.ofMinutes(7), SOON);

        clock.advance(Duration.ofMinutes(1));
        officer(() -> desk.serve(CommandId.next(), called.id()));
        clock.advance(Duration.ofMinutes(9));
        Act done = officer(() -> desk.complete(CommandId.next(), called.id(), Outcome.FULFILLED));
        assertThat(done.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(done.ticket().serviceTime().orElseThrow()).isCloseTo(Duration.ofMinutes(9), SOON);
        assertThat(officer(figures::today)).satisfies(day -> {
            assertThat(day.served()).isEqualTo(1);
            assertThat(day.withinTarget()).isEqualTo(1);
            assertThat(day.medianService().orElseThrow()).isCloseTo(Duration.ofMinutes(9), SOON);
        });
    }

    @Test
    void nobodyWaitingIsAnOrdinaryAnswer() {
        assertThat(officer(() -> desk.callNext(CommandId.next()))).isInstanceOf(CallResult.NobodyWaiting.class);
    }

    @Test
    void aDoubleClickCallsOnePerson() {
        hall.issue(agency);
        hall.issue(agency);
        CommandId click = CommandId.next();
        CallResult first = officer(() -> desk.callNext(click));
        CallResult second = officer(() -> desk.callNext(click));
        assertThat(second).isEqualTo(first);
        assertThat(officer(endOfDay::open))
                .filteredOn(open -> open.status() == TicketStatus.WAITING)
                .hasSize(1);
    }

    @Test
    void aRepeatedIssueMakesOneTicketAndNoGap() {
        CommandId click = CommandId.next();
        StaffPrincipal frontDesk = hall.frontDesk();
        VisitId visit = VisitId.next();
        Callable<IssuedTicket> issue = () ->
                tickets.issue(click, visit, true, agency.service().id(), PriorityClass.GENERAL, Visitor.unnamed());
        assertThat(hall.as(frontDesk, issue)).isEqualTo(hall.as(frontDesk, issue));
        assertThat(hall.issue(agency).ticket().number().sequence()).isEqualTo(2);
    }

    @Test
    void aBusyCounterCallsNobody() {
        hall.issue(agency);
        hall.issue(agency);
        callNext();
        refused(() -> desk.callNext(CommandId.next())).hasMessage("queue.refused.counter-busy");
    }

    @Test
    void aNoShowNeedsTheRecallsThatTheRuleAsks() {
        hall.issue(agency);
        TicketId called = callNext().id();
        refused(() -> desk.recall(CommandId.next(), called)).hasMessage("queue.refused.recall-too-soon");
        clock.advance(Duration.ofMinutes(2));
        officer(() -> desk.recall(CommandId.next(), called));
        refused(() -> desk.markNoShow(CommandId.next(), called)).hasMessage("queue.refused.no-show-too-soon");
        clock.advance(Duration.ofMinutes(2));
        assertThat(officer(() -> desk.recall(CommandId.next(), called)).ticket().calls())
                .isEqualTo(3);
        assertThat(officer(() -> desk.markNoShow(CommandId.next(), called))
                        .ticket()
                        .status())
                .isEqualTo(TicketStatus.NO_SHOW);

        clock.advance(Duration.ofMinutes(29));
        officer(() -> desk.returnLate(CommandId.next(), called));
        assertThat(callNext().id()).isEqualTo(called);
    }

    @Test
    void aNoShowReturnsOnlyWithinTheTolerance() {
        hall.issue(agency);
        TicketId called = callNext().id();
        for (int recall = 0; recall < 2; recall++) {
            clock.advance(Duration.ofMinutes(2));
            officer(() -> desk.recall(CommandId.next(), called));
        }
        officer(() -> desk.markNoShow(CommandId.next(), called));
        clock.advance(Duration.ofMinutes(31));
        refused(() -> desk.returnLate(CommandId.next(), called)).hasMessage("queue.refused.returned-too-late");
    }

    @Test
    void aHeldTicketFreesTheCounterAndItsHoldIsNoServiceTime() {
        hall.issue(agency);
        TicketId first = callNext().id();
        officer(() -> desk.serve(CommandId.next(), first));
        clock.advance(Duration.ofMinutes(3));
        Instant until = clock.instant().plus(Duration.ofMinutes(15));
        officer(() -> desk.hold(CommandId.next(), first, "Melengkapi fotokopi KK", until));
        assertThat(officer(() -> desk.callNext(CommandId.next()))).isInstanceOf(CallResult.NobodyWaiting.class);
        clock.advance(Duration.ofMinutes(10));
        assertThat(officer(() -> desk.resume(CommandId.next(), first)).ticket().status())
                .isEqualTo(TicketStatus.SERVING);
        clock.advance(Duration.ofMinutes(2));
        assertThat(officer(() -> desk.complete(CommandId.next(), first, Outcome.CONSULTATION))
                        .ticket()
                        .serviceTime()
                        .orElseThrow())
                .isCloseTo(Duration.ofMinutes(5), SOON);
    }

    @Test
    void aTransferKeepsNumberAndCredit() {
        IssuedTicket issued = hall.issue(agency);
        clock.advance(Duration.ofMinutes(12));
        TicketId called = callNext().id();
        clock.advance(Duration.ofMinutes(4));
        TicketSnapshot moved = officer(() -> desk.transfer(
                        CommandId.next(), called, agency.services().get(1).id(), "Salah layanan"))
                .ticket();
        assertThat(moved.number()).isEqualTo(issued.ticket().number());
        assertThat(moved.turn()).isEqualTo(2);
        assertThat(moved.status()).isEqualTo(TicketStatus.WAITING);
        assertThat(Duration.between(moved.waitsSince(), moved.queuedAt())).isCloseTo(Duration.ofMinutes(12), SOON);
    }

    @Test
    void aHandOffMakesANewTicketThereAndSharesOnlyTheCredit() {
        Hall.TestAgency other = hall.agency(1, 1);
        hall.open(other, 0);
        IssuedTicket issued = hall.issue(agency.service(), PriorityClass.ELDERLY, Visitor.unnamed());
        clock.advance(Duration.ofMinutes(6));
        TicketId called = callNext().id();
        CommandId command = CommandId.next();
        HandOff handOff =
                officer(() -> desk.handOff(command, called, other.service().id(), "Perlu legalisasi"));
        assertThat(handOff.act().ticket().status()).isEqualTo(TicketStatus.TRANSFERRED);
        assertThat(handOff.newNumber())
                .hasValueSatisfying(number ->
                        assertThat(number.prefix()).isEqualTo(other.service().prefix()));
        officer(() -> desk.handOff(command, called, other.service().id(), "Perlu legalisasi"));

        TicketSnapshot there = hall.as(other.officer(), endOfDay::open).getFirst();
        assertThat(hall.as(other.officer(), endOfDay::open)).hasSize(1);
        assertThat(there.priorityClass()).isEqualTo(PriorityClass.ELDERLY);
        assertThat(there.id()).isNotEqualTo(issued.ticket().id());
        assertThat(Duration.between(there.waitsSince(), there.queuedAt())).isCloseTo(Duration.ofMinutes(6), SOON);
    }

    @Test
    void aTransferToAPausedServiceIsRefusedAndChangesNothing() {
        hall.issue(agency);
        TicketId called = callNext().id();
        assertThatThrownBy(() -> officer(() -> desk.transfer(
                        CommandId.next(), called, hall.agency(1, 0).service().id(), "Salah layanan")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(officer(desk::atMyCounter)).isPresent();
    }

    @Test
    void theLastActIsTakenBackWithinHalfAMinute() {
        IssuedTicket issued = hall.issue(agency);
        TicketId called = callNext().id();
        Act undone = officer(() -> desk.undo(CommandId.next(), called));
        assertThat(undone.ticket().status()).isEqualTo(TicketStatus.WAITING);
        assertThat(undone.ticket().waitsSince()).isEqualTo(issued.ticket().waitsSince());

        callNext();
        officer(() -> desk.serve(CommandId.next(), called));
        officer(() -> desk.complete(CommandId.next(), called, Outcome.FULFILLED));
        assertThat(officer(() -> desk.undo(CommandId.next(), called)).ticket().status())
                .isEqualTo(TicketStatus.SERVING);
        officer(() -> desk.complete(CommandId.next(), called, Outcome.DOCUMENTS_MISSING));
        clock.advance(Duration.ofSeconds(31));
        refused(() -> desk.undo(CommandId.next(), called)).hasMessage("queue.refused.undo-too-late");
    }

    @Test
    void anActOnATicketThatMovedOnIsRefused() {
        hall.issue(agency);
        TicketId called = callNext().id();
        officer(() -> desk.serve(CommandId.next(), called));
        refused(() -> desk.serve(CommandId.next(), called)).hasMessage("queue.refused.moved-on");
        hall.open(agency, 1);
        assertThatThrownBy(() -> hall.as(
                        agency.officers().get(1), () -> desk.complete(CommandId.next(), called, Outcome.FULFILLED)))
                .hasMessage("queue.refused.moved-on");
    }

    @Test
    void aTicketOfYesterdayIsListedAndSettledByAPerson() {
        IssuedTicket issued = hall.issue(agency);
        clock.advance(Duration.ofDays(1));
        assertThat(officer(endOfDay::open))
                .extracting(TicketSnapshot::id)
                .containsExactly(issued.ticket().id());
        TicketSnapshot left = officer(endOfDay::open).getFirst();
        refused(() -> endOfDay.abandon(CommandId.next(), left.id(), left.version() + 1))
                .hasMessage("queue.refused.moved-on");
        officer(() -> endOfDay.abandon(CommandId.next(), left.id(), left.version()));
        assertThat(officer(endOfDay::open)).isEmpty();
    }

    @Test
    void nobodyOfYesterdayIsCalledIntoAnEmptyHall() {
        hall.issue(agency.service(), PriorityClass.ELDERLY, Visitor.unnamed());
        clock.advance(Duration.ofDays(1));
        assertThat(officer(() -> desk.callNext(CommandId.next()))).isInstanceOf(CallResult.NobodyWaiting.class);
        IssuedTicket today = hall.issue(agency);
        assertThat(callNext().id()).isEqualTo(today.ticket().id());
    }

    private TicketSnapshot callNext() {
        return ((CallResult.Called) officer(() -> desk.callNext(CommandId.next())))
                .act()
                .ticket();
    }

    private <T> T officer(Callable<T> work) {
        return hall.as(agency.officer(), work);
    }

    private AbstractThrowableAssert<?, ?> refused(Callable<?> work) {
        return assertThatThrownBy(() -> officer(work)).isInstanceOf(BusinessRuleViolation.class);
    }
}
