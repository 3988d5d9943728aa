package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.agency.ServiceId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people act at the same moment on a real MariaDB, and each person is called once. */
@BalairungTest
class QueueConcurrencyTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Autowired
    Hall hall;

    @Autowired
    TicketDesk tickets;

    @Autowired
    QueueDesk desk;

    @Autowired
    CounterDesk counters;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    StaffPrincipal frontDesk;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(1, 8);
        frontDesk = hall.frontDesk();
    }

    @Test
    void twoThousandTicketsIssuedAndCalledAtOnceHaveTheirOwnNumberAndAreCalledOnce() throws Exception {
        int all = 2_000;
        IntStream.range(0, 8).forEach(counter -> hall.open(agency, counter));
        AtomicInteger toIssue = new AtomicInteger(all);
        AtomicInteger toCall = new AtomicInteger(all);
        Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
        Queue<TicketId> called = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> people = new ArrayList<>();
        for (int issuing = 0; issuing < 24; issuing++) {
            people.add(() -> {
                while (toIssue.getAndDecrement() > 0) {
                    numbers.add(hall.issue(agency).ticket().number().sequence());
                }
                return null;
            });
        }
        for (StaffPrincipal officer : agency.officers()) {
            people.add(() -> {
                while (toCall.get() > 0) {
                    switch (hall.as(officer, () -> desk.callNext(CommandId.next()))) {
                        case CallResult.Called(Act act) -> {
                            TicketId ticket = act.ticket().id();
                            called.add(ticket);
                            toCall.decrementAndGet();
                            hall.as(officer, () -> desk.serve(CommandId.next(), ticket));
                            hall.as(officer, () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
                        }
                        case CallResult.NobodyWaiting nobody -> Thread.yield();
                    }
                }
                return null;
            });
        }

        together(people);

        assertThat(numbers.stream().sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
        assertThat(called).hasSize(all).doesNotHaveDuplicates();
        assertThat(count("select count(*) from waiting where agency_id = ?")).isZero();
        assertThat(count("select count(distinct ticket_id) from ticket_event where type = 'CALLED' and agency_id = ?"))
                .isEqualTo(all);
        assertThat(count("select count(*) from ticket_event where agency_id = ?"))
                .isEqualTo(4 * all);
        assertThat(count("select last_number from ticket_number where agency_id = ?"))
                .isEqualTo(all);
    }

    /** Goes red without SKIP LOCKED: the second counter would wait for the first. */
    @Test
    void aCounterCallsTheSecondInLineAtOnceWhileAnotherIsTakingTheFirst() throws Exception {
        hall.open(agency, 0);
        TicketId first = hall.issue(agency).ticket().id();
        TicketId second = hall.issue(agency).ticket().id();
        try (Connection other = begin()) {
            lock(other, "select ticket_id from waiting where ticket_id = ? for update", first);
            long started = System.nanoTime();
            CallResult called = hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);
            assertThat(((CallResult.Called) called).act().ticket().id()).isEqualTo(second);
            other.rollback();
        }
    }

    @Test
    void nobodyIsCalledWhileTheOnlyOneWaitingIsBeingTaken() throws Exception {
        hall.open(agency, 0);
        TicketId only = hall.issue(agency).ticket().id();
        try (Connection other = begin()) {
            lock(other, "select ticket_id from waiting where ticket_id = ? for update", only);
            assertThat(hall.as(agency.officer(), () -> desk.callNext(CommandId.next())))
                    .isInstanceOf(CallResult.NobodyWaiting.class);
            other.rollback();
        }
        assertThat(hall.as(agency.officer(), () -> desk.callNext(CommandId.next())))
                .isInstanceOf(CallResult.Called.class);
    }

    /** Goes red without the unique key on the command: nothing else of a known visit's ticket collides. */
    @Test
    void oneCommandSentManyTimesAtOnceIssuesOneTicket() throws Exception {
        VisitId visit = VisitId.next();
        hall.as(
                frontDesk,
                () -> tickets.issue(
                        CommandId.next(), visit, true, service(), PriorityClass.GENERAL, Visitor.unnamed()));
        CommandId click = CommandId.next();
        Set<TicketId> answers = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> clicks = new ArrayList<>();
        for (int one = 0; one < 8; one++) {
            clicks.add(() -> {
                answers.add(hall.as(
                                frontDesk,
                                () -> tickets.issue(
                                        click, visit, false, service(), PriorityClass.GENERAL, Visitor.unnamed()))
                        .ticket()
                        .id());
                return null;
            });
        }
        together(clicks);
        assertThat(answers).hasSize(1);
        assertThat(count("select count(*) from ticket where agency_id = ?")).isEqualTo(2);
        assertThat(hall.issue(agency).ticket().number().sequence()).isEqualTo(3);
    }

    /** Goes red without the unique key on the active counter. */
    @Test
    void oneOfficerClickingOnSeveralScreensAtOnceCallsOnePerson() throws Exception {
        hall.open(agency, 0);
        IntStream.range(0, 6).forEach(one -> hall.issue(agency));
        Queue<CallResult> called = new ConcurrentLinkedQueue<>();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> screens = new ArrayList<>();
        for (int screen = 0; screen < 6; screen++) {
            screens.add(() -> {
                try {
                    called.add(hall.as(agency.officer(), () -> desk.callNext(CommandId.next())));
                } catch (BusinessRuleViolation refusal) {
                    refused.add(refusal.key());
                }
                return null;
            });
        }
        together(screens);
        assertThat(called).hasSize(1);
        assertThat(refused).hasSize(5).containsOnly("queue.refused.counter-busy");
        assertThat(count("select count(*) from waiting where agency_id = ?")).isEqualTo(5);
    }

    @Test
    void aDeadlockIsTriedAgain() throws Exception {
        hall.open(agency, 0);
        IntStream.range(0, 40).forEach(one -> hall.issue(agency));
        TicketId called = ((CallResult.Called) hall.as(agency.officer(), () -> desk.callNext(CommandId.next())))
                .act()
                .ticket()
                .id();
        int deadlocks = status("Innodb_deadlocks");
        try (Connection other = begin();
                ExecutorService officer = Executors.newSingleThreadExecutor()) {
            // The other transaction has changed more, so the engine gives up the officer's.
            lock(other, "update ticket set held_millis = held_millis + 1 where agency_id = ?", agency.id());
            Future<Act> served =
                    officer.submit(() -> hall.as(agency.officer(), () -> desk.serve(CommandId.next(), called)));
            String shift = "select id from counter_shift where open_officer_id = ? for update";
            await().atMost(AT_ONCE).until(() -> {
                try (Connection probe = begin()) {
                    boolean free = lock(
                            probe, shift + " skip locked", agency.officer().id().value());
                    probe.rollback();
                    return !free;
                }
            });
            lock(other, shift, agency.officer().id().value());
            other.rollback();
            assertThat(served.get(10, TimeUnit.SECONDS).ticket().status()).isEqualTo(TicketStatus.SERVING);
        }
        assertThat(status("Innodb_deadlocks")).isGreaterThan(deadlocks);
    }

    @Test
    void aLockThatWasWaitedForInVainIsTriedAgain() throws Exception {
        hall.issue(agency);
        int waits = status("Innodb_row_lock_waits");
        try (Connection other = begin();
                ExecutorService people = Executors.newSingleThreadExecutor()) {
            lock(
                    other,
                    "select service_id from ticket_number where service_id = ? for update",
                    service().value());
            Future<IssuedTicket> issued = people.submit(() -> hall.issue(agency));
            await().atMost(Duration.ofSeconds(10)).until(() -> status("Innodb_row_lock_waits") >= waits + 2);
            other.rollback();
            assertThat(issued.get(10, TimeUnit.SECONDS).ticket().number().sequence())
                    .isEqualTo(2);
        }
    }

    @Test
    void aCounterThatClosesOrPausesWhileItCallsNeverKeepsATicket() throws Exception {
        for (int round = 0; round < 20; round++) {
            boolean closing = round % 2 == 0;
            hall.open(agency, 0);
            hall.issue(agency);
            Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
            together(List.of(
                    () -> outcomes.add(outcome(() -> desk.callNext(CommandId.next()))),
                    () -> outcomes.add(outcome(() -> {
                        if (closing) {
                            counters.close();
                        } else {
                            counters.takeBreak(
                                    BreakReason.PRAYER, clock.instant().plus(Duration.ofMinutes(10)));
                        }
                        return "paused";
                    }))));
            boolean called = outcomes.stream().anyMatch(CallResult.Called.class::isInstance);
            assertThat(outcomes.contains("paused")).isNotEqualTo(called);
            assertThat(outcomes.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .filter(text -> text.contains("refused")))
                    .allMatch(key -> called
                            ? key.equals("counter.refused.occupied")
                            : Set.of("counter.refused.not-open", "queue.refused.on-break")
                                    .contains(key));
            assertThat(count("""
                            select count(*) from ticket t where t.agency_id = ? and t.active_counter_id is not null
                            and not exists (select 1 from counter_shift s where s.open_counter_id = t.active_counter_id
                                            and s.break_reason is null)""")).isZero();
            cleanUp(called, closing);
        }
    }

    @Test
    void ofTwoOfficersWhoOpenOneCounterAtOnceOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
            CounterId wanted = agency.counters().get(round);
            together(List.of(
                    () -> outcomes.add(open(agency.officers().get(0), wanted)),
                    () -> outcomes.add(open(agency.officers().get(1), wanted))));
            assertThat(outcomes).containsExactlyInAnyOrder("opened", "counter.refused.taken");
            agency.officers().subList(0, 2).forEach(this::closeIfOpen);
        }
    }

    @Test
    void oneOfficerWhoOpensTwoCountersAtOnceGetsOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
            together(List.of(
                    () -> outcomes.add(open(agency.officer(), agency.counters().get(0))),
                    () -> outcomes.add(open(agency.officer(), agency.counters().get(1)))));
            assertThat(outcomes).containsExactlyInAnyOrder("opened", "counter.refused.other-open");
            closeIfOpen(agency.officer());
        }
    }

    private void cleanUp(boolean called, boolean closing) {
        hall.as(agency.officer(), endOfDay::open)
                .forEach(left ->
                        hall.as(agency.officer(), () -> endOfDay.abandon(CommandId.next(), left.id(), left.version())));
        if (called || !closing) {
            closeIfOpen(agency.officer());
        }
    }

    private Object outcome(Callable<?> act) {
        try {
            return hall.as(agency.officer(), act);
        } catch (BusinessRuleViolation refusal) {
            return refusal.key();
        }
    }

    private Object open(StaffPrincipal officer, CounterId counter) {
        try {
            hall.as(officer, () -> counters.open(counter, List.of(service())));
            return "opened";
        } catch (BusinessRuleViolation refusal) {
            return refusal.key();
        }
    }

    private void closeIfOpen(StaffPrincipal officer) {
        if (hall.as(officer, counters::current).isPresent()) {
            hall.as(officer, () -> {
                counters.close();
                return officer;
            });
        }
    }

    private ServiceId service() {
        return agency.service().id();
    }

    /** All begin at the same moment; whatever any of them throws fails the test. */
    private static void together(List<? extends Callable<?>> people) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            List<Future<Object>> futures = people.stream()
                    .map(person -> threads.submit((Callable<Object>) () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return person.call();
                    }))
                    .toList();
            try {
                for (Future<Object> future : futures) {
                    future.get(120, TimeUnit.SECONDS);
                }
            } catch (ExecutionException fault) {
                threads.shutdownNow();
                throw fault;
            }
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static boolean lock(Connection connection, String sql, Object id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(
                    1, id instanceof TicketId ticket ? ticket.value().toString() : id.toString());
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    return rows.next();
                }
            }
            return statement.getUpdateCount() > 0;
        }
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(agency.id().toString()).query(Integer.class).single();
    }

    private int status(String name) {
        return jdbc.sql("show global status like '" + name + "'")
                .query((row, index) -> row.getInt("Value"))
                .single();
    }
}
