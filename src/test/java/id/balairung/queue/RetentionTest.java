package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.CurrentMall;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What visitors told is replaced when its time is over; what happened stays. */
@BalairungTest
class RetentionTest {

    private static final Visitor TOLD = new Visitor(Optional.of("Wa Ode Samsiah"), Optional.of("081234567789"));
    private static final String REASON = "Ibu Samsiah melengkapi fotokopi KK";

    @Autowired
    Hall hall;

    @Autowired
    Retention retention;

    @Autowired
    RetentionJob job;

    @Autowired
    RetentionLock lock;

    @Autowired
    QueueDesk desk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Hall.TestAgency agency;
    StaffPrincipal mallAdmin;

    @AfterEach
    void thePeriodsAreTheInitialOnes() {
        set(RetentionKind.VISITOR_NAME, 30);
        set(RetentionKind.VISITOR_PHONE, 30);
        set(RetentionKind.REASON, 365);
    }

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 1);
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        hall.open(agency, 0);
    }

    @Test
    void namesAndNumbersGoAfterTheirPeriodAndEverythingElseStays() {
        TicketId old = servedWithAHold(REASON);
        clock.advance(Duration.ofDays(31));
        List<Object> before = counts();
        assertThat(value(old, "visitor_name")).isNotNull();
        run();
        assertThat(value(old, "visitor_name")).isNull();
        assertThat(value(old, "visitor_phone")).isNull();
        assertThat(events()).anySatisfy(details -> assertThat(details).contains(REASON));
        assertThat(counts()).isEqualTo(before);
        assertThat(replaced()).containsExactly("VISITOR_NAME 1", "VISITOR_PHONE 1");
        assertThat(retired()).containsExactlyInAnyOrder("VISITOR_NAME 1", "VISITOR_PHONE 1");
    }

    @Test
    void untilThePeriodIsOverNothingGoes() {
        TicketId recent = servedWithAHold(REASON);
        clock.advance(Duration.ofDays(30));
        run();
        assertThat(value(recent, "visitor_name")).isNotNull();
        clock.advance(Duration.ofDays(1));
        run();
        assertThat(value(recent, "visitor_name")).isNull();
    }

    @Test
    void wordsOfOfficersBecomeAMarkAndTheEventsStay() {
        servedWithAHold(REASON);
        transferred();
        TicketId held = heldOverNight();
        clock.advance(Duration.ofDays(366));
        List<Object> before = counts();
        assertThat(String.join("\n", events())).contains(REASON);
        run();
        assertThat(String.join("\n", events()))
                .doesNotContain("Samsiah")
                .doesNotContain("fotokopi")
                .contains("\"[dihapus]\"")
                .contains("CALLED");
        assertThat(value(held, "hold_reason")).isEqualTo("[dihapus]");
        assertThat(counts()).isEqualTo(before);
        // A held ticket that nobody settled can still be, whatever was taken from it.
        TicketSnapshot left = hall.as(agency.officer(), endOfDay::open).stream()
                .filter(open -> open.id().equals(held))
                .findAny()
                .orElseThrow();
        hall.as(agency.officer(), () -> endOfDay.abandon(CommandId.next(), held, left.version()));
        assertThat(value(held, "status")).isEqualTo("ABANDONED");
    }

    @Test
    void aSecondRunFindsNothingMore() {
        servedWithAHold(REASON);
        clock.advance(Duration.ofDays(400));
        run();
        int recorded = retired().size();
        run();
        assertThat(replaced()).isEmpty();
        assertThat(retired()).hasSize(recorded);
    }

    @Test
    void todaysRowsAreNotEvenLookedAt() {
        set(RetentionKind.VISITOR_NAME, 1);
        set(RetentionKind.VISITOR_PHONE, 1);
        set(RetentionKind.REASON, 30);
        servedWithAHold("Kemarin dulu");
        clock.advance(Duration.ofDays(1));
        TicketId today = servedWithAHold(REASON);
        Object version = value(today, "version");
        // Somebody holds every row of today and yesterday: the job waits for none of them.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select id from ticket where agency_id = ? for update")
                    .param(agency.id().toString())
                    .query()
                    .listOfRows();
            jdbc.sql("select id from ticket_event where agency_id = ? for update")
                    .param(agency.id().toString())
                    .query()
                    .listOfRows();
            Thread working = Thread.ofVirtual().start(this::run);
            assertThat(joined(working)).isTrue();
        });
        assertThat(value(today, "visitor_name")).isEqualTo("Wa Ode Samsiah");
        assertThat(value(today, "version")).isEqualTo(version);
        assertThat(String.join("\n", events())).contains(REASON);
        assertThat(failures()).isZero();
    }

    @Test
    void troubleInOneAgencyStopsNoOtherAndIsMadeUpForLater() {
        TicketId troubled = servedWithAHold(REASON);
        Hall.TestAgency other = hall.agency(1, 1);
        IssuedTicket there = hall.issue(other.service(), PriorityClass.GENERAL, TOLD);
        clock.advance(Duration.ofDays(31));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select id from ticket where id = ? for update")
                    .param(troubled.value().toString())
                    .query()
                    .listOfRows();
            Thread working = Thread.ofVirtual().start(this::run);
            assertThat(joined(working)).isTrue();
        });
        assertThat(value(troubled, "visitor_name")).isNotNull();
        assertThat(value(there.ticket().id(), "visitor_name")).isNull();
        assertThat(hall.as(mallAdmin, () -> retention.latest(1)).getFirst()).satisfies(run -> {
            assertThat(run.failedAgencies()).isEqualTo(1);
            assertThat(run.finishedAt()).isPresent();
        });
        run();
        assertThat(value(troubled, "visitor_name")).isNull();
    }

    @Test
    void anUndoingKeepsItsCode() {
        TicketId called = issue();
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
        hall.as(agency.officer(), () -> desk.undo(CommandId.next(), called));
        clock.advance(Duration.ofDays(400));
        run();
        assertThat(events()).anySatisfy(details -> assertThat(details).isEqualTo("{\"reason\":\"CALLED\"}"));
    }

    @Test
    void oneRunsAtATime() {
        AtomicInteger refused = new AtomicInteger();
        assertThat(lock.alone(AllAgencies.READ, () -> {
                    assertThatThrownBy(this::run).hasRootCauseMessage("queue.refused.retention-runs");
                    refused.incrementAndGet();
                }))
                .isTrue();
        assertThat(refused).hasValue(1);
        run();
    }

    @Test
    void theNightlyRunIsDoneOnceAndLaterWhenTheServerWasOff() {
        // No other test's run is on that day.
        clock.advance(Duration.ofDays(57));
        Instant midnight = mall.todayBegan();
        long before = runs();
        clock.set(midnight.plus(Duration.ofMinutes(90)));
        job.runWhenDue();
        assertThat(runs()).isEqualTo(before);
        clock.set(midnight.plus(Duration.ofHours(9)));
        job.runWhenDue();
        job.runWhenDue();
        assertThat(runs()).isEqualTo(before + 1);
        assertThat(hall.as(mallAdmin, () -> retention.latest(1)).getFirst().startedBy())
                .isEmpty();
    }

    @Test
    void aPeriodHasLimitsAndIsChangedByOneAtATime() {
        RetentionPeriod name = period(RetentionKind.VISITOR_NAME);
        for (int wrong : List.of(0, -1, 366)) {
            assertThatThrownBy(() -> change(RetentionKind.VISITOR_NAME, wrong, name.version()))
                    .hasMessage("queue.refused.retention-days");
        }
        change(RetentionKind.VISITOR_NAME, 60, name.version());
        assertThatThrownBy(() -> change(RetentionKind.VISITOR_NAME, 90, name.version()))
                .hasMessage("queue.refused.retention-changed");
        assertThat(period(RetentionKind.VISITOR_NAME)).satisfies(now -> {
            assertThat(now.days()).isEqualTo(60);
            assertThat(now.changedBy()).contains(mallAdmin.displayName());
        });
    }

    @Test
    void aPeriodIsSetAndARunIsStartedOnlyAfterAFreshProof() {
        RetentionPeriod name = period(RetentionKind.VISITOR_NAME);
        int runs = hall.as(mallAdmin, () -> retention.latest(100)).size();
        assertThatThrownBy(() -> hall.as(mallAdmin, () -> {
                    retention.change(RetentionKind.VISITOR_NAME, 60, name.version());
                    return name;
                }))
                .isInstanceOf(ReauthenticationRequired.class);
        assertThatThrownBy(() -> hall.as(mallAdmin, retention::run)).isInstanceOf(ReauthenticationRequired.class);
        assertThat(period(RetentionKind.VISITOR_NAME)).isEqualTo(name);
        assertThat(hall.as(mallAdmin, () -> retention.latest(100))).hasSize(runs);
    }

    @Test
    void onlyTheMallAdminLooksAndSets() {
        for (StaffPrincipal staff : List.of(
                agency.admin(), agency.officer(), hall.staff(Role.MALL_HEAD, Optional.empty()), hall.frontDesk())) {
            assertThatThrownBy(() -> hall.as(staff, retention::periods)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> retention.latest(1)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> {
                        retention.run();
                        return agency;
                    }))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> {
                        retention.change(RetentionKind.REASON, 40, 0);
                        return agency;
                    }))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private void run() {
        hall.asProven(mallAdmin, retention::run).join();
    }

    private void change(RetentionKind kind, int days, int version) {
        hall.asProven(mallAdmin, () -> {
            retention.change(kind, days, version);
            return agency;
        });
    }

    private void set(RetentionKind kind, int days) {
        change(kind, days, period(kind).version());
    }

    private RetentionPeriod period(RetentionKind kind) {
        return hall.as(mallAdmin, retention::periods).stream()
                .filter(period -> period.kind() == kind)
                .findAny()
                .orElseThrow();
    }

    private TicketId issue() {
        return hall.issue(agency.service(), PriorityClass.GENERAL, TOLD)
                .ticket()
                .id();
    }

    private TicketId called() {
        TicketId issued = issue();
        hall.as(agency.officer(), () -> desk.callChosen(CommandId.next(), issued, REASON));
        return issued;
    }

    private TicketId servedWithAHold(String reason) {
        TicketId ticket = called();
        Instant until = clock.instant().plus(Duration.ofMinutes(5));
        hall.as(agency.officer(), () -> desk.hold(CommandId.next(), ticket, reason, until));
        hall.as(agency.officer(), () -> desk.resume(CommandId.next(), ticket));
        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), ticket));
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
        return ticket;
    }

    private void transferred() {
        TicketId ticket = called();
        hall.as(
                agency.officer(),
                () -> desk.transfer(
                        CommandId.next(), ticket, agency.services().get(1).id(), REASON));
    }

    private TicketId heldOverNight() {
        TicketId ticket = called();
        Instant until = clock.instant().plus(Duration.ofHours(1));
        hall.as(agency.officer(), () -> desk.hold(CommandId.next(), ticket, REASON, until));
        return ticket;
    }

    /** How many tickets and events there are of each sort, and all that is told of a ticket but who it was for. */
    private List<Object> counts() {
        List<Object> counted = new ArrayList<>();
        counted.addAll(jdbc.sql("""
                        select status, outcome, calls, priority_class, issued_at, finished_at, service_id, count(*)
                        from ticket where agency_id = ? group by 1, 2, 3, 4, 5, 6, 7 order by issued_at""").param(agency.id().toString()).query().listOfRows());
        counted.addAll(jdbc.sql("""
                        select id, type, occurred_at, staff_id, turn, json_length(details) from ticket_event
                        where agency_id = ? order by id""").param(agency.id().toString()).query().listOfRows());
        return counted;
    }

    private List<String> events() {
        return jdbc.sql("select details from ticket_event where agency_id = ? order by id")
                .param(agency.id().toString())
                .query(String.class)
                .list();
    }

    private List<String> replaced() {
        return jdbc.sql("""
                        select concat(kind, ' ', replaced) from retention_count
                        where agency_id = ? and run_id = (select max(id) from retention_run) order by kind""").param(agency.id().toString()).query(String.class).list();
    }

    private long failures() {
        return jdbc.sql("""
                        select count(*) from retention_count
                        where failed and run_id = (select max(id) from retention_run)""").query(Long.class).single();
    }

    private List<String> retired() {
        return jdbc.sql("""
                        select concat(subject, ' ', json_value(became, '$.count')) from audit_event
                        where trail_id = ? and kind = 'RETIRED' order by id""").param(agency.id().toString()).query(String.class).list();
    }

    private long runs() {
        return jdbc.sql("select count(*) from retention_run").query(Long.class).single();
    }

    private Object value(TicketId ticket, String column) {
        Map<String, Object> row = jdbc.sql("select * from ticket where id = ?")
                .param(ticket.value().toString())
                .query()
                .singleRow();
        return row.get(column);
    }

    private static boolean joined(Thread working) {
        try {
            return working.join(Duration.ofSeconds(40));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
