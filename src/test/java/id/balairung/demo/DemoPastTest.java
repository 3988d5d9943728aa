package id.balairung.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.ServiceSummary;
import id.balairung.closing.ClosingRound;
import id.balairung.counter.DemoShifts;
import id.balairung.history.DemoImport;
import id.balairung.intake.FrontDesk;
import id.balairung.intake.Wish;
import id.balairung.intake.WishAnswer;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.rollup.CounterFigures;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.sheet.SheetFile;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demonstration mall's past at its first start, in a context, a database and a time of its own: it is Wednesday, 11 March 2026,
 * and a past of at least a week goes back to the first, a Sunday.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"balairung.demo.past-weeks=1", "balairung.database.dir=target/past-db", "balairung.rollup.pace=1d"
        })
@ActiveProfiles({"embedded-db", "demo", "test"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoPastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = TODAY.minusDays(1);

    private static SecurityContextHolderStrategy ofTheSuite;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DemoPast past;

    @Autowired
    private Cast cast;

    @Autowired
    private DemoImport door;

    @Autowired
    private DemoShifts shifts;

    @Autowired
    private FrontDesk frontDesk;

    @Autowired
    private Stage stage;

    @Autowired
    private Rollups rollups;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Tables tables;

    /** A context replaces the holder that is one for the whole machine; the suite's own context goes on with the old one. */
    @BeforeAll
    static void rememberWhoHoldsTheSuitesSecurity() {
        ofTheSuite = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveItBack() {
        SecurityContextHolder.setContextHolderStrategy(ofTheSuite);
    }

    @BeforeEach
    void waitForIt() throws InterruptedException {
        tables = new Tables(jdbc);
        past.join();
    }

    @Test
    @Order(1)
    void eachAgencyHasTurnsOfTheDaysOnWhichItOpens() {
        for (DemoAgency agency : DemoAgency.all()) {
            assertThat(days(agency))
                    .as(agency.code())
                    .isEqualTo(FIRST.datesUntil(TODAY)
                            .filter(day -> agency.days().contains(day.getDayOfWeek()))
                            .toList());
        }
        assertThat(count("history_turn")).isBetween(5_500L, 8_500L);
        assertThat(count("history_turn where service_day = '" + LAST + "'")).isBetween(700L, 1_200L);
        for (String happens : List.of("COMPLETED", "NO_SHOW", "ABANDONED", "TRANSFERRED")) {
            assertThat(count("history_turn where status = '" + happens + "'"))
                    .as(happens)
                    .isPositive();
        }
        assertThat(count("history_turn where rating is not null")).isGreaterThan(count("history_turn") / 5);
        assertThat(count("history_turn where counter_number is not null and officer_id is null"))
                .isZero();
        assertThat(count("history_turn where over_target")).isGreaterThan(count("history_turn") / 50);
    }

    @Test
    @Order(2)
    void noneOfItIsLiveAndTheTrailTellsOfTheFilesOnly() {
        for (String live : List.of("ticket", "ticket_event", "ticket_number", "visit", "waiting", "rating", "alert")) {
            assertThat(count(live)).as(live).isZero();
        }
        assertThat(count("counter_shift where closed_at is null or open_counter_id is not null"))
                .isZero();
        assertThat(count("audit_event where kind = 'IMPORTED'"))
                .isEqualTo(count("history_import"))
                .isEqualTo(DemoAgency.all().size());
        assertThat(count("audit_event e join staff_account s on s.id = e.actor_id where e.kind <> 'IMPORTED'"))
                .isZero();
    }

    @Test
    @Order(3)
    void countersWereOpenWhenTheyServed() {
        assertThat(count("""
                history_turn t where t.last_called_at is not null and not exists (
                  select 1 from counter_shift s join counter c on c.id = s.counter_id
                  where s.agency_id = t.agency_id and c.number = t.counter_number and s.officer_id = t.officer_id
                    and t.last_called_at between s.opened_at and s.closed_at and t.ended_at <= s.closed_at)""")).isZero();
        assertThat(count("counter_break where reason = 'LUNCH'")).isGreaterThan(200);
    }

    @Test
    @Order(4)
    void reportsAndRollupsFollowFromItAndAgree() {
        ClosingRound closing = new ClosingRound(application);
        closing.finish();
        while (closing.closeNextOfMall()) {
            // Until there is none.
        }

        assertThat(count("daily_closing_due")).isZero();
        assertThat(count("daily_closing"))
                .isEqualTo(count("(select distinct agency_id, service_day from history_turn) days"));
        assertThat(count("daily_closing_mall where not stale")).isEqualTo(10);
        Map<String, Long> turns = new TreeMap<>();
        turns.put("arrivals", count("history_turn"));
        turns.put("served", count("history_turn where status = 'COMPLETED'"));
        turns.put("no_shows", count("history_turn where status = 'NO_SHOW'"));
        turns.put("abandoned", count("history_turn where status = 'ABANDONED'"));
        turns.put("transferred", count("history_turn where status = 'TRANSFERRED'"));
        turns.forEach((what, many) -> {
            assertThat(sum(what, "daily_closing")).as(what).isEqualTo(many);
            assertThat(sum(what, "daily_closing_service")).as(what).isEqualTo(many);
            assertThat(sum(what, "rollup_agency where span = 'D'")).as(what).isEqualTo(many);
        });

        PeriodFigures figures = figures();
        assertThat(figures.pending()).isZero();
        Figures all = figures.total();
        assertThat(all.arrivals()).isEqualTo(turns.get("arrivals"));
        assertThat(all.served()).isEqualTo(turns.get("served"));
        CounterFigures counters = figures.counterTotal();
        assertThat(counters.openMillis())
                .isEqualTo(jdbc.sql("""
                        select (select sum(timestampdiff(microsecond, opened_at, closed_at)) from counter_shift) div 1000
                          - (select sum(timestampdiff(microsecond, started_at, ended_at)) from counter_break) div 1000""").query(Long.class).single());
        assertThat((double) counters.servingMillis() / counters.openMillis()).isBetween(0.4, 0.8);
    }

    @Test
    @Order(5)
    void itIsBusyInTheMorningAndQuietAtTheWeekend() {
        assertThat(arrivalsAt(8) + arrivalsAt(9)).isGreaterThan(2 * (arrivalsAt(12) + arrivalsAt(13)));
        long monday = count("history_turn where service_day = '2026-03-09'");
        long sunday = count("history_turn where service_day = '2026-03-08'");
        assertThat(sunday).isPositive().isLessThan(monday / 4);
    }

    @Test
    @Order(6)
    void anotherStartAddsNothing() throws InterruptedException {
        Map<String, Long> before = tables.sums();
        past.begin();
        past.join();
        assertThat(tables.sums()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void aStartThatWasBrokenOffIsMadeUpFor() throws InterruptedException {
        long turns = count("history_turn");
        long open = count("counter_shift");
        for (String table : List.of("history_import_turn", "history_turn", "history_import")) {
            remove(table, "POS");
            remove(table, "PLN");
        }
        remove("counter_break", "PLN");
        remove("counter_shift_service", "PLN");
        remove("counter_shift", "PLN");
        assertThat(count("history_turn")).isLessThan(turns);

        past.begin();
        past.join();

        assertThat(count("history_turn")).isEqualTo(turns);
        assertThat(count("counter_shift")).isEqualTo(open);
    }

    @Test
    @Order(8)
    void onlyAnAgencysAdminMayBringInAPast() {
        for (String name : List.of("pos1", "kepala", "admin", "penerimaan")) {
            assertThatThrownBy(() -> cast.as(
                            cast.find(name).orElseThrow(), () -> door.bringIn(new SheetFile(new byte[0]), "lama.csv")))
                    .as(name)
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> cast.as(
                            cast.find(name).orElseThrow(), () -> shifts.keep(Instant.EPOCH, Instant.EPOCH, List.of())))
                    .as(name)
                    .isInstanceOf(AccessDeniedException.class);
        }
        Instant tomorrow = stage.clock().instant().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> cast.as(
                        cast.find("pos.admin").orElseThrow(),
                        () -> shifts.keep(tomorrow.minus(Duration.ofDays(2)), tomorrow, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Order(9)
    void todaysNumbersBeginAtOne() {
        ServiceSummary service = stage.service("DA").orElseThrow();
        List<WishAnswer> answers = cast.as(
                cast.find("penerimaan").orElseThrow(),
                () -> frontDesk.issue(
                        VisitId.next(),
                        false,
                        List.of(Wish.of(service.id())),
                        PriorityClass.GENERAL,
                        Visitor.unnamed()));
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        WishAnswer.Issued.class,
                        issued -> assertThat(issued.issued().ticket().number().toString())
                                .isEqualTo("DA-001"));
    }

    private PeriodFigures figures() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return reading.execute(status -> rollups.past(new Scope.Mall(AllAgencies.READ), FIRST, LAST));
    }

    private List<LocalDate> days(DemoAgency agency) {
        return jdbc.sql("""
                        select distinct t.service_day from history_turn t join agency a on a.id = t.agency_id
                        where a.code = ? order by t.service_day""").param(agency.code()).query(LocalDate.class).list();
    }

    private void remove(String table, String code) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql(
                                "delete from " + table + " where agency_id = (select id from agency where code = ?)")
                        .param(code)
                        .update());
    }

    private long arrivalsAt(int hour) {
        return count("history_turn where hour(queued_at + interval 8 hour) = " + hour);
    }

    private long sum(String what, String rows) {
        return jdbc.sql("select sum(" + what + ") from " + rows)
                .query(Long.class)
                .single();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class AnotherTime {

        @Bean
        @Primary
        Clock wednesday() {
            Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
            return Clock.offset(real, Duration.between(real.instant(), Instant.parse("2026-03-11T02:00:00Z")));
        }

        @Bean
        @Primary
        FlywayMigrationStrategy migrateFromNothing() {
            return flyway -> {
                flyway.clean();
                flyway.migrate();
            };
        }
    }
}
