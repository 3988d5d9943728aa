package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceSummary;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The day's figures are those of kpi.md, whatever way a ticket went. */
@BalairungTest
class DayReckoningTest {

    @Autowired
    Hall hall;

    @Autowired
    QueueDesk desk;

    @Autowired
    QueueSupervision supervision;

    @Autowired
    QueueBoardReader boards;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    private Hall.TestAgency agency;

    @BeforeEach
    void anAgencyInTheMorning() {
        hall.establish();
        clock.set(mall.today().begins(mall.rules().zone()).plus(Duration.ofHours(9)));
        agency = hall.agency(2, 1);
        hall.open(agency, 0);
    }

    @Test
    void whoStillWaitsBeyondTheTargetCountsAsMissedNow() {
        hall.issue(agency);
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(5));
        serveAndComplete();
        assertThat(figures()).satisfies(figures -> {
            assertThat(figures.arrivals()).isEqualTo(2);
            assertThat(figures.finished()).isEqualTo(1);
            assertThat(figures.judged()).isEqualTo(1);
            assertThat(figures.withinTargetPercent()).contains(100);
        });
        clock.advance(Duration.ofMinutes(16));
        assertThat(figures()).satisfies(figures -> {
            assertThat(figures.overdue()).isEqualTo(1);
            assertThat(figures.judged()).isEqualTo(2);
            assertThat(figures.withinTargetPercent()).contains(50);
        });
        serveAndComplete();
        assertThat(figures()).satisfies(figures -> {
            assertThat(figures.overdue()).isZero();
            assertThat(figures.called()).isEqualTo(2);
            assertThat(figures.withinTargetPercent()).contains(50);
        });
    }

    @Test
    void whoLeftAfterTheTargetWithoutACallStaysMissedAndWhoLeftBeforeItIsNotJudged() {
        TicketId patient = hall.issue(agency).ticket().id();
        clock.advance(Duration.ofMinutes(19));
        TicketId hasty = hall.issue(agency).ticket().id();
        clock.advance(Duration.ofMinutes(2));
        officer(() -> desk.abandon(CommandId.next(), patient));
        officer(() -> desk.abandon(CommandId.next(), hasty));
        clock.advance(Duration.ofMinutes(30));
        assertThat(figures().abandoned()).isEqualTo(2);
        assertThat(figures().overdue()).isZero();
        assertThat(figures().judged()).isEqualTo(1);
        assertThat(figures().withinTargetPercent()).contains(0);
    }

    @Test
    void aTransferredTicketCountsAnArrivalWhereItWasIssuedAndAWaitInEachTurn() {
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(25));
        TicketId ticket = call();
        Instant left = clock.instant();
        transfer(ticket);
        assertThat(figures().arrivals()).isEqualTo(1);
        assertThat(figures().called()).isEqualTo(1);
        assertThat(figures().withinTarget()).isZero();
        assertThat(of(other()).arrivals()).isZero();
        assertThat(of(other()).called()).isZero();
        assertThat(boards.read(agency.id()).soFar().freed(agency.counters().getFirst()))
                .hasValueSatisfying(at -> assertThat(at).isBetween(left, left.plusSeconds(30)));
        clock.advance(Duration.ofMinutes(2));
        serveAndComplete();
        assertThat(of(other()).withinTarget()).isEqualTo(1);
        assertThat(of(other()).finished()).isEqualTo(1);
        assertThat(figures().finished()).isZero();
    }

    @Test
    void aTransferThatWasTakenBackEndedNoTurn() {
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(25));
        TicketId ticket = call();
        transfer(ticket);
        officer(() -> desk.undo(CommandId.next(), ticket));
        assertThat(figures().called()).isEqualTo(1);
        transfer(ticket);
        assertThat(figures().called()).isEqualTo(1);
    }

    @Test
    void whoReturnsLateWaitsAnewAndWhoLeavesWaitsForNoCall() {
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(1));
        TicketId ticket = call();
        for (int recall = 0; recall < 2; recall++) {
            clock.advance(Duration.ofMinutes(3));
            officer(() -> desk.recall(CommandId.next(), ticket));
        }
        officer(() -> desk.markNoShow(CommandId.next(), ticket));
        assertThat(figures().noShows()).isEqualTo(1);
        assertThat(figures().called()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        officer(() -> desk.returnLate(CommandId.next(), ticket));
        assertThat(figures().noShows()).isZero();
        assertThat(figures().judged()).isZero();
        officer(() -> desk.abandon(CommandId.next(), ticket));
        assertThat(figures().abandoned()).isEqualTo(1);
        assertThat(figures().judged()).isZero();
    }

    @Test
    void whoIsReassignedAfterALateReturnHadNoCallInThatWait() {
        hall.issue(agency);
        TicketId ticket = call();
        for (int recall = 0; recall < 2; recall++) {
            clock.advance(Duration.ofMinutes(3));
            officer(() -> desk.recall(CommandId.next(), ticket));
        }
        officer(() -> desk.markNoShow(CommandId.next(), ticket));
        clock.advance(Duration.ofMinutes(5));
        officer(() -> desk.returnLate(CommandId.next(), ticket));
        clock.advance(Duration.ofMinutes(5));
        hall.as(agency.admin(), () -> supervision.reassign(CommandId.next(), ticket, other().id(), "Salah layanan"));
        assertThat(figures().called()).isZero();
        assertThat(figures().withinTarget()).isZero();
    }

    @Test
    void theLatestHappeningsAreToldNewestFirst() {
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(2));
        call();
        clock.advance(Duration.ofMinutes(2));
        hall.issue(agency);
        assertThat(boards.read(agency.id()).soFar().latest())
                .isSortedAccordingTo(Comparator.comparing(Happening::at).reversed())
                .extracting(Happening::type)
                .containsExactly(EventType.ISSUED, EventType.CALLED, EventType.ISSUED);
    }

    @Test
    void aBusyServiceLeavesRoomForWhatHappenedAtAnother() {
        hall.issue(other(), PriorityClass.GENERAL, Visitor.unnamed());
        for (int visitor = 0; visitor < 12; visitor++) {
            clock.advance(Duration.ofMinutes(1));
            hall.issue(agency);
        }
        assertThat(boards.read(agency.id()).soFar().latest())
                .extracting(Happening::service)
                .contains(other().id())
                .hasSize(9);
    }

    private void serveAndComplete() {
        TicketId ticket = call();
        officer(() -> desk.serve(CommandId.next(), ticket));
        officer(() -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
    }

    private TicketId call() {
        return switch (officer(() -> desk.callNext(CommandId.next()))) {
            case CallResult.Called(Act act) -> act.ticket().id();
            case CallResult.NobodyWaiting nobody -> throw new AssertionError("Nobody waits");
        };
    }

    private void transfer(TicketId ticket) {
        officer(() -> desk.transfer(CommandId.next(), ticket, other().id(), "Salah layanan"));
    }

    private ServiceFigures figures() {
        return of(agency.service());
    }

    private ServiceFigures of(ServiceSummary service) {
        return boards.read(agency.id()).soFar().of(List.of(service.id()));
    }

    private ServiceSummary other() {
        return agency.services().getLast();
    }

    private <T> T officer(Callable<T> act) {
        return hall.as(agency.officer(), act);
    }
}
