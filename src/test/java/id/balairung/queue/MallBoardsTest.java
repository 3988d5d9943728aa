package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the mall's screens know of an agency is what was committed there, also after a reading that failed. */
@BalairungTest
class MallBoardsTest {

    @Autowired
    Hall hall;

    @Autowired
    MallBoards boards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    private Hall.TestAgency agency;

    @BeforeEach
    void aWaitingTicketThatIsKnown() {
        agency = hall.agency(1, 1);
        hall.issue(agency);
        boards.doubtAll();
        assertThat(shown()).isEqualTo(PriorityClass.GENERAL);
    }

    @Test
    void aChangeThatCouldNotBeReadIsReadTheNextTime() {
        becomesElderly();
        boards.changed(agency.id());
        fail();
        assertThat(shown()).isEqualTo(PriorityClass.ELDERLY);
    }

    @Test
    void manyChangesThatCouldNotBeReadAreReadTheNextTime() {
        becomesElderly();
        boards.changed(agency.id());
        IntStream.range(0, 10).forEach(other -> boards.changed(new AgencyId(UUID.randomUUID())));
        fail();
        assertThat(shown()).isEqualTo(PriorityClass.ELDERLY);
    }

    @Test
    void whatIsInDoubtIsReadAnew() {
        becomesElderly();
        boards.doubtAll();
        assertThat(shown()).isEqualTo(PriorityClass.ELDERLY);
    }

    @Test
    void oneBoardOfTodayMakesYesterdaysNoNewer() {
        MallBoard yesterday = boards.current();
        clock.advance(Duration.ofDays(1));
        boards.read(yesterday.boards().getFirst().agency());
        assertThat(boards.current().boards())
                .extracting(QueueBoard::day)
                .doesNotContain(yesterday.boards().getFirst().day());
    }

    /** As when a simulated day begins in the morning of a day whose evening it is, or a server's clock is put right. */
    @Test
    void aClockThatGoesBackFreezesNoBoard() {
        clock.set(mall.today().begins(mall.rules().zone()).plus(Duration.ofHours(20)));
        boards.doubtAll();
        boards.current();
        clock.set(mall.today().begins(mall.rules().zone()).plus(Duration.ofHours(8)));
        becomesElderly();
        boards.changed(agency.id());
        assertThat(shown()).isEqualTo(PriorityClass.ELDERLY);
        boards.doubtAll();
        assertThat(boards.current().of(agency.id()).orElseThrow().asOf()).isBeforeOrEqualTo(clock.instant());
    }

    /** Without an event, so that nothing but the mark tells of it. */
    private void becomesElderly() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> jdbc.sql("update ticket set priority_class = 'ELDERLY' where agency_id = ?")
                                .param(agency.id().toString())
                                .update());
    }

    /** No agency's scope can be opened over an open session. */
    private void fail() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> boards.current()))
                .isInstanceOf(RuntimeException.class);
    }

    private PriorityClass shown() {
        return boards.current()
                .of(agency.id())
                .orElseThrow()
                .waiting()
                .getFirst()
                .priorityClass();
    }
}
