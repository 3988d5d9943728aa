package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.OpenShift;
import id.balairung.security.Role;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.DatabaseOutage;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is committed reaches every open screen of the agency, whoever wrote it and whatever happens on the way. */
@BalairungTest
class QueueFeedTest {

    /** Well before the 15 s after which a board is rebuilt unasked. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @Autowired
    Hall hall;

    @Autowired
    QueueFeed feed;

    @Autowired
    CounterDesk counters;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DatabaseOutage outage;

    @Autowired
    Clock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(1, 1);
    }

    @Test
    void aCommitReachesEverySubscriberWithTheSameBoard() {
        List<QueueUpdate<QueueBoard>> one = new CopyOnWriteArrayList<>();
        List<QueueUpdate<QueueBoard>> other = new CopyOnWriteArrayList<>();
        try (var first = subscribe(one);
                var second = subscribe(other)) {
            assertThat(first.current().tickets()).isEmpty();
            TicketId ticket = issue();
            await().atMost(SOON).until(() -> shows(one, ticket) && shows(other, ticket));
            assertThat(second.current()).isSameAs(first.current());
        }
    }

    @Test
    void manyCommitsAreFewBoards() {
        List<QueueUpdate<QueueBoard>> updates = new CopyOnWriteArrayList<>();
        try (var subscription = subscribe(updates)) {
            long start = System.nanoTime();
            List<TicketId> all = IntStream.range(0, 60).mapToObj(one -> issue()).toList();
            await().atMost(SOON).until(() -> shows(updates, all.getLast()));
            long paces = (System.nanoTime() - start) / Duration.ofMillis(75).toNanos();
            assertThat(updates.size()).as("at once, then at most every 75 ms").isLessThanOrEqualTo((int) paces + 3);
            assertThat(subscription.current().tickets()).hasSize(60);
        }
    }

    @Test
    void aScreenThatHangsDelaysNoOther() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<QueueUpdate<QueueBoard>> updates = new CopyOnWriteArrayList<>();
        AtomicInteger delivered = new AtomicInteger();
        try (var stuck = hall.as(
                        agency.officer(),
                        () -> feed.subscribe(update -> {
                            delivered.incrementAndGet();
                            hanging.countDown();
                            try {
                                release.await();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        }));
                var lively = subscribe(updates)) {
            issue();
            assertThat(hanging.await(8, TimeUnit.SECONDS)).isTrue();
            TicketId second = issue();
            TicketId third = issue();
            await().atMost(SOON).until(() -> shows(updates, second) && shows(updates, third));
            assertThat(delivered).hasValue(1);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aClosedSubscriptionGetsNothingMore() {
        List<QueueUpdate<QueueBoard>> gone = new CopyOnWriteArrayList<>();
        List<QueueUpdate<QueueBoard>> stays = new CopyOnWriteArrayList<>();
        var leaving = subscribe(gone);
        try (var staying = subscribe(stays)) {
            TicketId seen = issue();
            await().atMost(SOON).until(() -> shows(gone, seen));
            leaving.close();
            leaving.close();
            TicketId unseen = issue();
            await().atMost(SOON).until(() -> shows(stays, unseen));
            assertThat(shows(gone, unseen)).isFalse();
        }
    }

    @Test
    void aTopicRestsWhenTheLastLeavesAndWakesForTheNext() {
        AtomicInteger built = new AtomicInteger();
        FeedTopic<Integer> topic = new FeedTopic<>("test", built::incrementAndGet, clock);
        for (int round = 0; round < 50; round++) {
            List<QueueUpdate<Integer>> updates = new CopyOnWriteArrayList<>();
            var subscription = topic.subscribe(updates::add);
            await().atMost(SOON).pollInterval(Duration.ofMillis(1)).until(() -> !updates.isEmpty());
            subscription.close();
            int before = built.get();
            topic.refresh();
            assertThat(built).hasValue(before);
        }
        assertThat(topic.subscribe(update -> {}).current()).isPositive();
        topic.close();
    }

    @Test
    void whatHappensAsTheLastScreenLeavesReachesTheMallsScreens() {
        List<QueueUpdate<MallBoard>> mall = new CopyOnWriteArrayList<>();
        List<QueueUpdate<QueueBoard>> own = new CopyOnWriteArrayList<>();
        try (var head =
                hall.as(hall.staff(Role.MALL_HEAD, Optional.empty()), () -> feed.subscribeMallBoard(mall::add))) {
            await().atMost(SOON).until(() -> head.current().of(agency.id()).isPresent());
            var leaving = subscribe(own);
            await().atMost(SOON).until(() -> !own.isEmpty() && !mall.isEmpty());
            hall.open(agency, 0);
            hall.as(
                    agency.officer(),
                    () -> counters.takeBreak(BreakReason.PRAYER, clock.instant().plusSeconds(600)));
            leaving.close();
            await().atMost(SOON)
                    .until(() -> mall.getLast() instanceof QueueUpdate.Current<MallBoard>(MallBoard board)
                            && board.of(agency.id()).orElseThrow().shifts().stream()
                                    .anyMatch(OpenShift::onBreak));
        }
    }

    @Test
    void anEventOfAnotherNodeArrivesWithoutAWake() {
        TicketId ticket = issue();
        List<QueueUpdate<QueueBoard>> updates = new CopyOnWriteArrayList<>();
        try (var subscription = subscribe(updates)) {
            await().atMost(SOON).until(() -> shows(updates, ticket));
            updates.clear();
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> jdbc.sql(EVENT)
                            .params(agency.id().toString(), ticket.value().toString(), service(), command())
                            .update());
            await().atMost(SOON).until(() -> shows(updates, ticket));
        }
    }

    @Test
    void anEventThatCommitsAfterALaterOneIsNotLost() throws Exception {
        TicketId ticket = issue();
        EventTail tail = new EventTail(jdbc);
        tail.changed(AllAgencies.READ);
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            long early = insertEvent(slow, ticket);
            Hall.TestAgency other = hall.agency(1, 0);
            TicketId later = hall.issue(other).ticket().id();
            assertThat(tail.changed(AllAgencies.READ)).contains(other.id()).doesNotContain(agency.id());
            slow.commit();
            assertThat(early)
                    .isLessThan(jdbc.sql("select max(id) from ticket_event where ticket_id = ?")
                            .param(later.value().toString())
                            .query(Long.class)
                            .single());
        }
        assertThat(tail.changed(AllAgencies.READ)).contains(agency.id());
        assertThat(tail.changed(AllAgencies.READ)).doesNotContain(agency.id());
    }

    @Test
    void aDatabaseThatRestartsIsRecoveredFromAndNothingIsMissed() {
        TicketId before = issue();
        List<QueueUpdate<QueueBoard>> updates = new CopyOnWriteArrayList<>();
        try (var subscription = subscribe(updates)) {
            await().atMost(SOON).until(() -> shows(updates, before));
            keptByTheServer();
            outage.crash();
            AtomicReference<TicketId> after = new AtomicReference<>();
            await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> {
                after.set(issue());
                return true;
            });
            await().atMost(Duration.ofSeconds(30)).until(() -> shows(updates, after.get()));
            assertThat(subscription.current().tickets())
                    .extracting(TicketSnapshot::id)
                    .contains(before, after.get());
        }
    }

    @Test
    void aFrozenDatabaseIsToldOfAndRecoveredFromByItself() {
        TicketId before = issue();
        List<QueueUpdate<QueueBoard>> updates = new CopyOnWriteArrayList<>();
        try (var subscription = subscribe(updates)) {
            await().atMost(SOON).until(() -> shows(updates, before));
            try (var frozen = outage.freeze()) {
                await().atMost(Duration.ofSeconds(12))
                        .until(() -> updates.stream().anyMatch(QueueUpdate.Interrupted.class::isInstance));
            }
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> updates.getLast() instanceof QueueUpdate.Current<QueueBoard>);
            TicketId after = issue();
            await().atMost(Duration.ofSeconds(30)).until(() -> shows(updates, after));
        }
    }

    /** A server for tests writes to its disk once a second. */
    private void keptByTheServer() {
        long written = status("Innodb_lsn_current");
        await().atMost(SOON).until(() -> status("Innodb_lsn_flushed") >= written);
    }

    private long status(String name) {
        return jdbc.sql("select variable_value from information_schema.global_status where variable_name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static final String EVENT =
            "insert into ticket_event (agency_id, ticket_id, turn, type, occurred_at, service_id, command_id, details)"
                    + " values (?, ?, 1, 'RECALLED', utc_timestamp(6), ?, ?, '{}')";

    private long insertEvent(Connection connection, TicketId ticket) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(EVENT, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, agency.id().toString());
            insert.setString(2, ticket.value().toString());
            insert.setString(3, service());
            insert.setString(4, command());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static boolean shows(List<QueueUpdate<QueueBoard>> updates, TicketId ticket) {
        return updates.stream()
                .anyMatch(update -> update instanceof QueueUpdate.Current<QueueBoard>(QueueBoard board)
                        && board.tickets().stream().anyMatch(shown -> shown.id().equals(ticket)));
    }

    private QueueSubscription<QueueBoard> subscribe(List<QueueUpdate<QueueBoard>> updates) {
        return hall.as(agency.officer(), () -> feed.subscribe(updates::add));
    }

    private String service() {
        return agency.service().id().value().toString();
    }

    private static String command() {
        return UUID.randomUUID().toString();
    }

    private TicketId issue() {
        return hall.issue(agency).ticket().id();
    }
}
