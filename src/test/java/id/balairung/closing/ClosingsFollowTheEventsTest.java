package id.balairung.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The reports against the events, whatever happened on the day and afterwards. */
@BalairungTest
class ClosingsFollowTheEventsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    DayCloser closer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    EventOracle oracle;
    LocalDate day;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(3, 2);
        other = hall.agency(1, 0);
        hall.open(agency, 0);
        hall.open(agency, 1);
        oracle = new EventOracle(jdbc);
        day = LocalDate.ofInstant(clock.instant(), MALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everyFigureFollowsFromTheEvents(long seed) {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, seed);
        counters.act(330);
        afterMidnight(day);
        close();
        assertThat(oracle.keptTotal(agency.id(), day)).hasSize(1);
        assertAllEqual(day);
        assertThat(figure("unsettled")).isPositive();
        assertThat(figure("transferred")).isPositive();
        assertThat(figure("no_shows")).isPositive();
        assertThat(figure("judged")).isGreaterThan(figure("within_target"));

        counters.putRight(40);
        close();
        assertThat(version(day)).isEqualTo(2);
        assertAllEqual(day);

        counters.act(60);
        close();
        assertAllEqual(day);
    }

    @Test
    void aDayEndsAtMidnightInTheMallWhereverTheServerIs() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        try {
            clock.set(day.atTime(LocalTime.of(15, 59, 59)).toInstant(ZoneOffset.UTC));
            hall.issue(agency);
            clock.set(day.atTime(LocalTime.of(16, 0)).toInstant(ZoneOffset.UTC));
            hall.issue(agency);
            hall.issue(agency);
            afterMidnight(day.plusDays(1));
            close();
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(oracle.keptHours(agency.id(), day))
                .singleElement()
                .asString()
                .startsWith("23|1|0|0|0|1|1|");
        assertThat(oracle.keptHours(agency.id(), day.plusDays(1)))
                .singleElement()
                .asString()
                .startsWith("0|2|0|0|0|2|2|");
        assertAllEqual(day);
        assertAllEqual(day.plusDays(1));
    }

    @Test
    void aTicketThatIsMovedOnAfterMidnightStaysWithItsDay() {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 1);
        clock.set(day.atTime(LocalTime.of(15, 50)).toInstant(ZoneOffset.UTC));
        counters.transfer(Duration.ofMinutes(5), Duration.ofMinutes(7));
        clock.advance(Duration.ofMinutes(10));
        close();
        assertThat(oracle.keptHours(agency.id(), day))
                .singleElement()
                .asString()
                .startsWith("23|1|1|0|0|1|0|1|");
        assertThat(oracle.keptTotal(agency.id(), day.plusDays(1))).isEmpty();
        assertAllEqual(day);
    }

    @Test
    void whoComesBackLateArrivedWhenTheTicketWasIssued() {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 1);
        clock.set(day.atTime(LocalTime.of(10, 50)).atZone(MALL).toInstant());
        counters.comeLate(Duration.ofMinutes(10));
        afterMidnight(day);
        close();
        List<String> hours = oracle.keptHours(agency.id(), day);
        assertThat(hours).hasSize(2);
        assertThat(hours.getFirst()).startsWith("10|1|0|0|0|0|0|0|");
        assertThat(hours.getLast()).startsWith("11|0|1|1|0|0|0|0|");
        assertAllEqual(day);
    }

    @Test
    void nothingIsClosedBeforeItsDayIsOver() {
        hall.issue(agency);
        clock.set(day.plusDays(1).atStartOfDay(MALL).toInstant().plusSeconds(200));
        close();
        assertThat(oracle.keptTotal(agency.id(), day)).isEmpty();
        clock.advance(DayCloser.SETTLING);
        close();
        assertThat(oracle.keptTotal(agency.id(), day)).hasSize(1);
    }

    @Test
    void aCorrectionRebuildsItsDayAndNoOther() {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 2);
        TicketId first = counters.serve(Duration.ofMinutes(3), Duration.ofMinutes(7));
        clock.set(day.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
        counters.serve(Duration.ofMinutes(4), Duration.ofMinutes(8));
        afterMidnight(day.plusDays(1));
        close();
        List<String> next = oracle.keptTotal(agency.id(), day.plusDays(1));
        List<String> total = oracle.keptTotal(agency.id(), day);
        clock.advance(Duration.ofHours(9));

        counters.correct(first);
        assertThat(due()).containsExactly(day.toString());
        close();

        assertThat(version(day)).isEqualTo(2);
        assertThat(version(day.plusDays(1))).isEqualTo(1);
        assertThat(oracle.keptTotal(agency.id(), day)).isNotEqualTo(total);
        assertThat(oracle.keptTotal(agency.id(), day.plusDays(1))).isEqualTo(next);
        assertAllEqual(day);
        assertThat(due()).isEmpty();
    }

    @Test
    void aDayThatIsBuiltByManyAtOnceIsBuiltOnce() throws Exception {
        new DayAtTheCounters(application, agency, other, 3).act(60);
        afterMidnight(day);
        closer.search();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> builders = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                builders.add(nodes.submit(() -> {
                    begin.await();
                    close();
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> builder : builders) {
                builder.get();
            }
        }
        assertThat(version(day)).isEqualTo(1);
        assertThat(due()).isEmpty();
        assertAllEqual(day);
    }

    @Test
    void whoCorrectsWhileItsDayIsBuiltIsNotForgotten() throws Exception {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 4);
        TicketId ticket = counters.serve(Duration.ofMinutes(3), Duration.ofMinutes(7));
        afterMidnight(day);
        closer.search();
        try (ExecutorService admin = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> correcting = transaction.execute(status -> {
                // What the builder does first; it would read the turns next.
                jdbc.sql("select * from daily_closing_due where agency_id = ? for update")
                        .param(agency.id().toString())
                        .query()
                        .listOfRows();
                Future<?> begun = admin.submit(() -> counters.correct(ticket));
                jdbc.sql("delete from daily_closing_due where agency_id = ?")
                        .param(agency.id().toString())
                        .update();
                return begun;
            });
            correcting.get();
        }
        close();
        assertThat(version(day)).isEqualTo(1);
        assertAllEqual(day);
    }

    @Test
    void yearsWithoutReportsAreBuiltNewestFirst() {
        clock.set(day.plusDays(1).atTime(LocalTime.of(10, 0)).atZone(MALL).toInstant());
        hall.issue(agency);
        List<LocalDate> old = List.of(day.minusDays(2), day.minusDays(40), day.minusYears(7));
        old.forEach(this::bringIn);
        clock.set(day.plusDays(2).atTime(LocalTime.of(10, 0)).atZone(MALL).toInstant());

        closer.search();
        // A month is looked through at once; on the day itself counters were open.
        assertThat(due())
                .containsExactly(
                        day.minusDays(2).toString(),
                        day.toString(),
                        day.plusDays(1).toString());
        for (LocalDate next : old.subList(1, 3)) {
            build();
            assertThat(due()).isEmpty();
            closer.search();
            assertThat(due()).containsExactly(next.toString());
        }
        close();
        closer.search();
        assertThat(due()).isEmpty();
        assertThat(oracle.keptTotal(agency.id(), day.minusYears(7)))
                .singleElement()
                .asString()
                .startsWith("all|1|1|1|0|0|0|0|1|1|1|300000|300000|300000|1|600000|");
    }

    /** A turn as an older system would have kept it: five minutes of wait, ten of service. */
    private void bringIn(LocalDate past) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence,
                          service_id, priority_class, status, outcome, calls, queued_at, last_called_at, serving_since, ended_at,
                          held_millis, target_wait_seconds, target_service_seconds)
                        select :agency, :day + interval '2:5' hour_minute, uuid(), 1, :day, 'ZZ', 1, :service, 'GENERAL',
                          'COMPLETED', 'FULFILLED', 1, :day + interval 2 hour, :day + interval '2:5' hour_minute,
                          :day + interval '2:6' hour_minute, :day + interval '2:16' hour_minute, 0, 1200, 900""")
                .param("agency", agency.id().toString())
                .param("day", past)
                .param("service", agency.service().id().value().toString())
                .update());
    }

    private void assertAllEqual(LocalDate of) {
        assertThat(oracle.keptTotal(agency.id(), of)).as("total").isEqualTo(oracle.total(agency.id(), of));
        assertThat(oracle.keptServices(agency.id(), of)).as("services").isEqualTo(oracle.services(agency.id(), of));
        assertThat(oracle.keptHours(agency.id(), of)).as("hours").isEqualTo(oracle.hours(agency.id(), of));
    }

    private void afterMidnight(LocalDate of) {
        clock.set(of.plusDays(1)
                .atStartOfDay(MALL)
                .toInstant()
                .plus(DayCloser.SETTLING)
                .plusSeconds(1));
    }

    /** All that is due, whosever it is. */
    private void close() {
        closer.search();
        build();
    }

    private void build() {
        boolean more = true;
        while (more) {
            more = closer.closeNext();
        }
    }

    private List<String> due() {
        return jdbc.sql("select service_day from daily_closing_due where agency_id = ? order by service_day")
                .param(agency.id().toString())
                .query(String.class)
                .list();
    }

    private int version(LocalDate of) {
        return jdbc.sql("select version from daily_closing where agency_id = ? and service_day = ?")
                .param(agency.id().toString())
                .param(of)
                .query(Integer.class)
                .single();
    }

    private int figure(String column) {
        return jdbc.sql("select " + column + " from daily_closing where agency_id = ? and service_day = ?")
                .param(agency.id().toString())
                .param(day)
                .query(Integer.class)
                .single();
    }
}
