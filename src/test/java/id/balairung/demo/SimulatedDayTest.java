package id.balairung.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.agency.CurrentMall;
import id.balairung.common.ScaledClock;
import id.balairung.counter.CounterDesk;
import id.balairung.queue.Act;
import id.balairung.queue.CommandId;
import id.balairung.queue.MallDays;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * One whole day of the demonstration mall in less than a minute, through the application as it is started for it. It has a
 * clock of its own and so a context and a database of its own.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "balairung.simulation.enabled=true",
            "balairung.simulation.speed=600",
            "balairung.simulation.seed=7",
            "balairung.database.dir=target/simulated-db"
        })
@ActiveProfiles({"embedded-db", "demo", "test"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatedDayTest {

    private static SecurityContextHolderStrategy ofTheSuite;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private CurrentMall mall;

    @Autowired
    private MallDays days;

    @Autowired
    private Cast cast;

    @Autowired
    private CounterDesk counters;

    @Autowired
    private QueueDesk desk;

    @LocalServerPort
    private int port;

    /** A context replaces the holder that is one for the whole machine; the suite's own context goes on with the old one. */
    @BeforeAll
    static void rememberWhoHoldsTheSuitesSecurity() {
        ofTheSuite = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveItBack() {
        SecurityContextHolder.setContextHolderStrategy(ofTheSuite);
    }

    @Test
    @Order(1)
    void theDayBeginsBeforeTheDoorsOpenAndPagesKnowItsPace() {
        assertThat(ScaledClock.speedOf(clock)).isEqualTo(600);
        assertThat(localTime()).isBetween(LocalTime.of(7, 55), LocalTime.of(9, 30));
        assertThat(new Wire(port).get("/masuk").body()).contains("data-pace=\"600\"");
    }

    @Test
    @Order(2)
    void whereAPersonClosesTheOnlyCounterNobodyOpensIt() {
        new Wire(port).signIn("pegadaian1", "balairung-demo");
        StaffPrincipal person = cast.find("pegadaian1").orElseThrow();
        await().until(() -> cast.isAPerson(person));
        Instant taken = clock.instant();
        await().until(() -> clock.instant().isAfter(taken.plus(Duration.ofMinutes(3))));
        cast.as(person, () -> {
            desk.atMyCounter().map(Act::ticket).ifPresent(this::finish);
            counters.current().ifPresent(open -> counters.close());
            return person;
        });
        // Its visitors wait in vain; the end of the day finds them.
    }

    @Test
    @Order(3)
    void aPersonTakesACounterOverAndItPlaysOnWhenTheyAreGone() {
        await().atMost(Duration.ofSeconds(40)).until(() -> acts("banksultra1") > 6);
        Wire person = new Wire(port);
        person.signIn("banksultra1", "balairung-demo");
        person.screen();
        Instant taken = clock.instant();
        await().until(() -> clock.instant().isAfter(taken.plus(Duration.ofMinutes(3))));
        long mine = acts("banksultra1");
        long others = acts("banksultra2");
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(5)).until(() -> acts("banksultra1") == mine);
        assertThat(acts("banksultra2")).isGreaterThan(others);

        signOut(person);
        await().atMost(Duration.ofSeconds(10)).until(() -> acts("banksultra1") > mine + 2);
    }

    @Test
    @Order(4)
    void everyTicketEndsAndTheSumsEqualTheEvents() {
        await().atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !localTime().isBefore(LocalTime.of(16, 0))
                        && count("counter_shift where closed_at is null") == 0
                        && count("ticket where finished_at is null") == 0);

        assertThat(count("ticket where finished_at is null or active_counter_id is not null"
                        + " or status in ('WAITING', 'CALLED', 'SERVING', 'HELD')"))
                .isZero();
        assertThat(count("waiting")).isZero();
        assertThat(count("ticket")).isBetween(800L, 1150L);
        assertThat(sums())
                .isNotEmpty()
                .allSatisfy(
                        agency -> assertThat(agency.events()).as(agency.code()).isEqualTo(agency.tickets()));
        assertThat(count("ticket_event where type = 'HANDED_OFF'"))
                .isPositive()
                .isEqualTo(count("ticket_event where type = 'ISSUED' and staff_id is null"));
        for (String seldom : List.of("RECALLED", "NO_SHOW", "RETURNED", "HELD", "RESUMED", "TRANSFERRED")) {
            assertThat(count("ticket_event where type = '" + seldom + "'"))
                    .as(seldom)
                    .isPositive();
        }
        assertThat(count("ticket where status = 'COMPLETED'")).isGreaterThan(count("ticket") * 7 / 10);
        assertThat(count("rating")).isGreaterThan(count("ticket where status = 'COMPLETED'") / 4);
        assertThat(count("rating where comment is not null")).isPositive();
        assertThat(count("skm_response")).isGreaterThan(count("rating") / 3);
        assertThat(count("(select distinct score from rating) scores")).isEqualTo(4);
        assertThat(
                        count(
                                "ticket t join agency a on a.id = t.agency_id where a.code = 'PEGADAIAN' and t.status = 'ABANDONED'"))
                .isGreaterThan(10);
        assertThat(count("counter_shift s join staff_account p on p.id = s.officer_id where p.username = 'pegadaian1'"))
                .isLessThanOrEqualTo(1);
        assertThat(days.latest()).contains(mall.today());
        assertThat(days.tally(mall.today()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(count("ticket"));
        assertThat(count("counter_break where reason = 'LUNCH' and ended_at < planned_end"))
                .isZero();
        assertThat(count("counter_break")).isGreaterThan(20);
        assertThat(count("ticket where service_day <> '" + mall.today() + "'")).isZero();
        // Nobody asked for a past.
        assertThat(count("history_import")).isZero();
        assertThat(count("history_turn where service_day <> '" + mall.today() + "'"))
                .isZero();
    }

    /** By agency: the tickets that ended in each way, and the events that brought them there. */
    private List<Sums> sums() {
        return jdbc.sql("""
                        select a.code,
                          concat_ws(' ', count(*), sum(t.status = 'COMPLETED'), sum(t.status = 'NO_SHOW'),
                            sum(t.status = 'ABANDONED'), sum(t.status = 'TRANSFERRED')) as tickets,
                          (select concat_ws(' ', sum(e.type = 'ISSUED'), sum(e.type = 'COMPLETED'),
                              sum(e.type = 'NO_SHOW') - sum(e.type = 'RETURNED'), sum(e.type = 'ABANDONED'),
                              sum(e.type = 'HANDED_OFF'))
                            from ticket_event e where e.agency_id = a.id) as events
                        from agency a join ticket t on t.agency_id = a.id
                        group by a.id""").query(Sums.class).list();
    }

    private record Sums(String code, String tickets, String events) {}

    private long acts(String officer) {
        return jdbc.sql(
                        "select count(*) from ticket_event e join staff_account s on s.id = e.staff_id"
                                + " where s.username = ? and e.type in ('CALLED', 'SERVED', 'COMPLETED', 'RECALLED', 'NO_SHOW')")
                .param(officer)
                .query(Long.class)
                .single();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private LocalTime localTime() {
        return LocalTime.ofInstant(clock.instant(), mall.rules().zone());
    }

    private void finish(TicketSnapshot ticket) {
        if (ticket.status() == TicketStatus.CALLED) {
            desk.serve(CommandId.next(), ticket.id());
        }
        desk.complete(CommandId.next(), ticket.id(), Outcome.FULFILLED);
    }

    private static void signOut(Wire person) {
        Matcher token = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"")
                .matcher(person.get("/").body());
        assertThat(token.find()).isTrue();
        person.post("/logout", "application/x-www-form-urlencoded", "_csrf=" + token.group(1));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FromNothing {

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
