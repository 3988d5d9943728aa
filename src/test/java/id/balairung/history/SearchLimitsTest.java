package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody waits for a search without end, and no more is counted than somebody would read. */
@BalairungTest
class SearchLimitsTest {

    private static final LocalDate FIRST = LocalDate.of(2004, 5, 3);
    private static final int DAYS = 1_500;
    private static final Duration SHORT = Duration.ofMillis(50);

    @Autowired
    Hall hall;

    @Autowired
    ServiceHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TablesOwner owner;

    @Autowired
    HikariDataSource pool;

    private final HistoryFilter years = HistoryFilter.of(FIRST, FIRST.plusDays(DAYS));
    private Hall.TestAgency agency;
    private PastTurns past;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 2);
        past = new PastTurns(batches, transaction, 11);
    }

    @AfterEach
    void itsPastIsForgotten() {
        past.clear(agency);
    }

    @Test
    void whatIsCountedIsWhatThereIsAndWhatWaitedTooLong() {
        past.add(agency, FIRST, DAYS, 700);
        int late = jdbc.sql("select count(*) from history_turn where agency_id = ?"
                        + " and coalesce(last_called_at, ended_at) > queued_at + interval target_wait_seconds second")
                .param(agency.id().toString())
                .query(Integer.class)
                .single();
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());

        assertThat(hall.as(agency.admin(), () -> history.total(years))).isEqualTo(new HistoryTotal(700, false, late));
        assertThat(hall.as(head, () -> history.total(years))).isEqualTo(new HistoryTotal(700, false, late));
    }

    @Test
    void daysThatCannotBeAreNotLookedThrough() {
        past.add(agency, FIRST, DAYS, 30);
        HistoryFilter ever = HistoryFilter.of(LocalDate.MIN, LocalDate.MAX);

        assertThat(hall.as(agency.admin(), () -> history.total(ever)))
                .extracting(HistoryTotal::turns)
                .isEqualTo(30);
        assertThat(hall.as(agency.admin(), () -> history.page(ever, HistoryOrder.OLDEST_FIRST, Optional.empty(), 50)))
                .hasSize(30);
    }

    @Test
    void nobodyReadsMoreThanTenThousand() {
        past.add(agency, FIRST, DAYS, HistoryTotal.MOST_COUNTED);
        assertThat(hall.as(agency.admin(), () -> history.total(years)))
                .extracting(HistoryTotal::turns, HistoryTotal::more)
                .containsExactly(HistoryTotal.MOST_COUNTED, false);
        past.add(agency, FIRST, 1, 1);
        assertThat(hall.as(agency.admin(), () -> history.total(years)))
                .extracting(HistoryTotal::turns, HistoryTotal::more)
                .containsExactly(HistoryTotal.MOST_COUNTED, true);

        transaction.executeWithoutResult(
                status -> jdbc.sql("update history_turn set target_wait_seconds = -1 where agency_id = ?")
                        .param(agency.id().toString())
                        .update());
        assertThat(hall.as(agency.admin(), () -> history.total(years)))
                .as("all of them late")
                .isEqualTo(new HistoryTotal(HistoryTotal.MOST_COUNTED, true, HistoryTotal.MOST_COUNTED));
    }

    /** The table is locked, so that it would take for ever. */
    @Test
    @Timeout(60)
    void aSearchIsBrokenOffAndACountStandsAsFarAsItCame() {
        TurnRows hurried = new TurnRows(jdbc, SHORT, SHORT);
        owner.whileLocked("history_turn", () -> {
            assertThatThrownBy(() -> hurried.page(
                            agency.id(), years, PastTurns.ZONE, HistoryOrder.NEWEST_FIRST, Optional.empty(), 10))
                    .isInstanceOf(QueryTimeoutException.class);
            assertThat(hurried.total(agency.id(), years, PastTurns.ZONE)).isEqualTo(new HistoryTotal(0, true, 0));
        });
    }

    /** Each search takes as long as it may, and there are more of them than the database has connections for the application. */
    @Test
    @Timeout(120)
    void searchesWithoutEndLeaveTheCountersTheirConnections() {
        try (ExecutorService searchers = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.whileLocked("history_turn", () -> {
                for (int searcher = 0; searcher < 30; searcher++) {
                    searchers.submit(() -> hall.as(
                            agency.admin(),
                            () -> history.page(years, HistoryOrder.NEWEST_FIRST, Optional.empty(), 10)));
                }
                await().during(Duration.ofMillis(500)).until(this::inUse, inUse -> inUse >= 6 && inUse < 10);
                assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
            });
        }
    }

    private int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Test
    void acrossAgenciesAnOfficerOrCounterThatNobodyKnowsIsFoundNowhere() {
        past.add(agency, FIRST, DAYS, 40);
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        for (HistoryFilter unknown : new HistoryFilter[] {
            new Search(years).officer(head.id()).filter(),
            new Search(years).counter(9_999).filter()
        }) {
            assertThat(hall.as(head, () -> history.page(unknown, HistoryOrder.OLDEST_FIRST, Optional.empty(), 10)))
                    .isEmpty();
            assertThat(hall.as(head, () -> history.total(unknown))).isEqualTo(new HistoryTotal(0, false, 0));
        }
    }
}
