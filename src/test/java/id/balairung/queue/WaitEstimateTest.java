package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a visitor is told to wait is kept, and held against what came. */
@BalairungTest
class WaitEstimateTest {

    @Autowired
    Hall hall;

    @Autowired
    QueueDesk desk;

    @Autowired
    MallBoards boards;

    @Autowired
    CurrentMall mall;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        hall.establish();
        clock.set(mall.today().date().atTime(9, 0).atZone(mall.rules().zone()).toInstant());
        agency = hall.agency(2, 1);
    }

    @Test
    void untilFiveWereServedItSaysThatItDoesNotKnow() {
        assertThat(told()).isInstanceOf(WaitEstimate.NoCounter.class);
        hall.open(agency, 0);
        for (int turn = 0; turn < 5; turn++) {
            assertThat(told()).isInstanceOf(WaitEstimate.TooLittleData.class);
            assertThat(issue().estimate()).isEmpty();
            serve(Duration.ofMinutes(10));
        }
        assertThat(told()).isEqualTo(minutes(0, 2));
        assertThat(issue().estimate()).contains(minutes(0, 2));
    }

    @Test
    void whatIsToldIsKeptWithTheTicketAndLivesOnWithIt() {
        serveFive();
        assertThat(issue().estimate()).contains(minutes(0, 2));
        TicketSnapshot second = issue();
        // A little more than ten minutes of work ahead, but the last ones hadn't waited at all: half way to that.
        assertThat(second.estimate()).contains(minutes(5, 11));
        assertThat(jdbc.sql("select estimated_from_seconds, estimated_to_seconds from ticket where id = ?")
                        .param(second.id().value().toString())
                        .query((row, index) -> row.getInt(1) + " " + row.getInt(2))
                        .single())
                .isEqualTo("300 660");
        serve(Duration.ofMinutes(8));
        assertThat(boards.read(agency.id()).tickets())
                .filteredOn(ticket -> ticket.id().equals(second.id()))
                .extracting(TicketSnapshot::estimate)
                .containsExactly(Optional.of(minutes(5, 11)));
    }

    @Test
    void anEstimateIsRightOrWrongOnceTheFirstCallCame() {
        serveFive();
        issue();
        issue();
        issue();
        assertThat(accuracy().judged()).isZero();
        serve(Duration.ofMinutes(8));
        assertThat(accuracy()).isEqualTo(new EstimateAccuracy(1, List.of()));
        serve(Duration.ofMinutes(50));
        assertThat(accuracy().judged()).isEqualTo(2);
        TicketId last = callNext();
        EstimateAccuracy day = accuracy();
        assertThat(day.judged()).isEqualTo(3);
        assertThat(day.inside()).isEqualTo(2);
        assertThat(day.insidePercent()).contains(67);
        // It was told 23 minutes at most, and came after 58.
        assertThat(day.medianMissMinutes().orElseThrow()).isBetween(30, 40);

        officer(() -> desk.serve(CommandId.next(), last));
        ServiceId other = agency.services().get(1).id();
        officer(() -> desk.transfer(CommandId.next(), last, other, "Salah loket"));
        clock.advance(Duration.ofMinutes(90));
        callNext();
        assertThat(accuracy()).isEqualTo(day);
        assertThat(boards.read(agency.id()).soFar().of(other).estimates().judged())
                .isZero();
    }

    @Test
    void whatOneAgencyServedTellsAnotherNothing() {
        serveFive();
        Hall.TestAgency other = hall.agency(1, 1);
        hall.open(other, 0);
        assertThat(boards.read(other.id()).estimate(other.service().id()))
                .isInstanceOf(WaitEstimate.TooLittleData.class);
        assertThat(MallQueue.of(boards.current()).estimateAt(other.service().id()))
                .isInstanceOf(WaitEstimate.TooLittleData.class);
        assertThat(MallQueue.of(boards.current()).estimateAt(agency.service().id()))
                .isEqualTo(minutes(0, 2));
    }

    @Test
    void aNumberThatAnotherAgencyHandsOverPromisesNothing() {
        serveFive();
        Hall.TestAgency other = hall.agency(1, 1);
        issue();
        TicketId called = callNext();
        officer(() -> desk.handOff(CommandId.next(), called, other.service().id(), "Urusan lain"));
        assertThat(boards.read(other.id()).tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.estimate()).isEmpty());
    }

    private void serveFive() {
        hall.open(agency, 0);
        for (int turn = 0; turn < 5; turn++) {
            hall.issue(agency);
            serve(Duration.ofMinutes(10));
        }
    }

    private void serve(Duration time) {
        TicketId called = callNext();
        officer(() -> desk.serve(CommandId.next(), called));
        clock.advance(time);
        officer(() -> desk.complete(CommandId.next(), called, Outcome.FULFILLED));
    }

    private TicketId callNext() {
        return officer(() -> desk.callNext(CommandId.next())) instanceof CallResult.Called called
                ? called.act().ticket().id()
                : fail("Nobody waits");
    }

    /** As on a desk where the feed has told of all that was. */
    private TicketSnapshot issue() {
        boards.current();
        return hall.issue(agency).ticket();
    }

    private WaitEstimate told() {
        return boards.read(agency.id()).estimate(agency.service().id());
    }

    private EstimateAccuracy accuracy() {
        return boards.read(agency.id()).soFar().of(agency.service().id()).estimates();
    }

    private <T> T officer(Callable<T> work) {
        return hall.as(agency.officer(), work);
    }

    private static WaitEstimate.Range minutes(int from, int to) {
        return new WaitEstimate.Range(Duration.ofMinutes(from), Duration.ofMinutes(to));
    }
}
