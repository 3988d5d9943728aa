package id.balairung.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.closing.ClosingRound;
import id.balairung.closing.DayAtTheCounters;
import id.balairung.closing.DayBounds;
import id.balairung.queue.TicketId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Days, months and years that are built again and again, and while they are read. */
@BalairungTest
class RebuiltDaysTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final List<String> TABLES = List.of("rollup_agency", "rollup_service", "rollup_breakdown");

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    Rollups rollups;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    TransactionTemplate transaction;
    ClosingRound closing;
    SpanRound spans;
    Hall.TestAgency agency;
    DayAtTheCounters counters;
    LocalDate first;
    LocalDate next;

    /** A day at the end of a month and one of the next month, and it is the month after that. */
    @BeforeEach
    void openTheAgency() {
        transaction = new TransactionTemplate(transactions);
        closing = new ClosingRound(application);
        spans = new SpanRound(application);
        agency = hall.agency(3, 2);
        counters = new DayAtTheCounters(application, agency, hall.agency(1, 0), 5);
        hall.open(agency, 0);
        hall.open(agency, 1);
        first = LocalDate.ofInstant(clock.instant(), MALL).plusMonths(1).withDayOfMonth(28);
        next = first.plusMonths(1);
    }

    @Test
    void aDayThatIsBuiltAgainIsTheSame() {
        work();
        List<String> kept = rows();
        assertThat(kept).hasSizeGreaterThan(8);
        due(first);
        due(next);
        buildAll();
        assertThat(rows()).isEqualTo(kept);
    }

    @Test
    void nothingIsLeftOfAnImportThatWasUndone() {
        work();
        List<String> kept = rows();
        LocalDate past = first.minusDays(1);
        transaction.executeWithoutResult(status -> bringIn(past));
        due(past);
        buildAll();
        assertThat(rows()).hasSizeGreaterThan(kept.size());
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from history_turn where agency_id = ? and service_day = ?")
                        .params(agency.id().toString(), past)
                        .update());
        due(past);
        buildAll();
        assertThat(rows()).isEqualTo(kept);
    }

    @Test
    void aMonthThatCantBeBuiltIsPutOffAndHoldsUpNoOther() {
        work();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update rollup_agency set week_hours = x'ff' where agency_id = ? and span = 'D' and starts = ?")
                    .params(agency.id().toString(), next)
                    .update();
            jdbc.sql("update rollup_span set stale = true where span = 'M' and starts in (?, ?)")
                    .params(first.withDayOfMonth(1), next.withDayOfMonth(1))
                    .update();
        });
        spans.run();
        assertThat(stale()).containsExactly(next.withDayOfMonth(1).toString());
        spans.run();
        assertThat(stale()).hasSize(1);

        due(next);
        buildAll();
        assertThat(stale()).isEmpty();
        assertRight();
    }

    @Test
    void whoReadsWhileAllIsBuiltReadsWhatIsThere() throws Exception {
        List<TicketId> tickets = new ArrayList<>();
        clock.set(first.atTime(LocalTime.of(7, 0)).atZone(MALL).toInstant());
        for (int many = 0; many < 3; many++) {
            tickets.add(counters.serve(Duration.ofMinutes(3), Duration.ofMinutes(4)));
        }
        work();
        AtomicInteger atWork = new AtomicInteger(1);
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            running.add(people.submit(() -> {
                try {
                    for (int change = 0; change < 30; change++) {
                        counters.correct(tickets.get(change % tickets.size()));
                    }
                } finally {
                    atWork.decrementAndGet();
                }
            }));
            for (int builder = 0; builder < 2; builder++) {
                running.add(people.submit(() -> {
                    while (atWork.get() > 0) {
                        closing.closeNext();
                        spans.run();
                    }
                }));
            }
            int read = 0;
            while (atWork.get() > 0) {
                assertRight();
                read++;
            }
            for (Future<?> one : running) {
                one.get();
            }
            assertThat(read).isGreaterThan(3);
        }
        buildAll();
        assertRight();
    }

    /** Both within a transaction that sees nothing of what is committed after its first statement. */
    private void assertRight() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.executeWithoutResult(status -> {
            LocalDate from = first.minusDays(20);
            LocalDate to = next.plusDays(2);
            Instant now = clock.instant();
            Figures figures = WholePeriod.of(
                            rollups,
                            new Scope.OfAgency(agency.id()),
                            from,
                            to,
                            new DayBounds(LocalDate.ofInstant(now, MALL), MALL, now))
                    .total();
            String[] told = new RollupOracle(jdbc, clock.instant())
                    .figures(agency.id(), Optional.empty(), from, to)
                    .exact()
                    .split("\\|");
            assertThat(List.of(
                            figures.arrivals(),
                            figures.served(),
                            figures.waiting().sum(),
                            figures.service().n(),
                            figures.service().sum(),
                            figures.serviceWithin()))
                    .containsExactly(
                            Long.valueOf(told[0]),
                            Long.valueOf(told[1]),
                            Long.valueOf(told[9]),
                            Long.valueOf(told[10]),
                            Long.valueOf(told[11]),
                            Long.valueOf(told[12]));
        });
    }

    private void work() {
        for (LocalDate day : List.of(first, next)) {
            clock.set(day.atTime(LocalTime.of(8, 0)).atZone(MALL).toInstant());
            counters.act(60);
        }
        afterwards();
        buildAll();
    }

    private void afterwards() {
        clock.set(next.plusMonths(1).atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
    }

    private void buildAll() {
        closing.finish();
        spans.run();
    }

    private void due(LocalDate day) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("""
                        insert into daily_closing_due (agency_id, service_day, changed, since) values (?, ?, true, utc_timestamp(6))""").params(agency.id().toString(), day).update());
    }

    private void bringIn(LocalDate past) {
        jdbc.sql("""
                        insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence,
                          service_id, priority_class, status, outcome, calls, queued_at, last_called_at, serving_since, ended_at,
                          held_millis, target_wait_seconds, target_service_seconds)
                        select :agency, :day + interval '2:5' hour_minute, uuid(), 1, :day, 'ZZ', 1, :service, 'GENERAL',
                          'COMPLETED', 'FULFILLED', 1, :day + interval 2 hour, :day + interval '2:5' hour_minute,
                          :day + interval '2:6' hour_minute, :day + interval '2:16' hour_minute, 0, 1200, 900""")
                .param("agency", agency.id().toString())
                .param("day", past)
                .param("service", agency.service().id().value().toString())
                .update();
    }

    private List<String> rows() {
        return TABLES.stream()
                .flatMap(table -> jdbc
                        .sql("select * from " + table + " where agency_id = ? order by span, starts")
                        .param(agency.id().toString())
                        .query((row, number) -> {
                            StringBuilder told = new StringBuilder(table);
                            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                told.append(' ').append(row.getString(column));
                            }
                            return told.toString();
                        })
                        .list()
                        .stream()
                        .sorted())
                .toList();
    }

    private List<String> stale() {
        return jdbc.sql("select starts from rollup_span where stale and span = 'M' and starts in (?, ?)")
                .params(first.withDayOfMonth(1), next.withDayOfMonth(1))
                .query(String.class)
                .list();
    }
}
