package id.balairung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.alert.Alerts;
import id.balairung.counter.CounterSupervision;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueSupervision;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.InitialPassword;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Sign-ins, refusals, readings across agencies and overrides leave a trace. */
@BalairungTest
class RecordingTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    QueueFeed feed;

    @Autowired
    Alerts alerts;

    @Autowired
    QueueDesk desk;

    @Autowired
    QueueSupervision supervision;

    @Autowired
    CounterSupervision counters;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Hall.TestAgency agency;
    Wire browser;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 1);
        browser = new Wire(port);
    }

    @Test
    void whoSignsInIsRecordedInTheTrailOfTheirAgencyWithTheAddress() {
        browser.signIn(agency.admin().getUsername(), Hall.PASSWORD);
        Map<String, Object> row = awaitRow(agency.id(), AuditKind.SIGNED_IN);
        assertThat(row.get("actor_name").toString()).contains(agency.admin().getUsername());
        assertThat(row.get("address")).asString().isNotBlank();
    }

    @Test
    void whoSignsOutIsRecorded() {
        browser.signIn(agency.admin().getUsername(), Hall.PASSWORD);
        browser.signOut();
        assertThat(awaitRow(agency.id(), AuditKind.SIGNED_OUT).get("subject"))
                .isEqualTo(agency.admin().getUsername());
    }

    @Test
    void theSessionsThatASignOutEndsElsewhereAreRecorded() {
        Wire elsewhere = new Wire(port);
        elsewhere.signIn(agency.admin().getUsername(), Hall.PASSWORD);
        elsewhere.screen();
        browser.signIn(agency.admin().getUsername(), Hall.PASSWORD);
        browser.screen();
        browser.signOut();
        Map<String, Object> row = awaitRow(agency.id(), AuditKind.SESSION_ENDED);
        assertThat(row.get("subject")).isEqualTo(agency.admin().getUsername());
        assertThat(row.get("became").toString()).contains("keluar");
        assertThat(rows(agency.id(), AuditKind.SESSION_ENDED)).hasSize(1);
    }

    @Test
    void aWrongPasswordIsRecordedInTheAccountsTrailAndBelongsToNobody() {
        browser.signIn(agency.admin().getUsername(), "salah");
        Map<String, Object> row = awaitRow(agency.id(), AuditKind.SIGN_IN_FAILED);
        assertThat(row.get("subject")).isEqualTo(agency.admin().getUsername());
        assertThat(row.get("actor_id")).isNull();
        assertThat(row.get("became").toString()).contains("credentials").doesNotContain("salah");
    }

    @Test
    void aRightPasswordLeavesATraceAlsoWhenTheNextStepIsLeft() {
        StaffPrincipal newcomer = hall.newcomer(InitialPassword.toBeChanged("kata-sandi-awal-uji"), false);
        browser.signIn(newcomer.getUsername(), "kata-sandi-awal-uji");
        await().untilAsserted(() -> assertThat(rows(AuditTrail.MALL, AuditKind.PASSWORD_ACCEPTED))
                .extracting(row -> row.get("subject"))
                .contains(newcomer.getUsername()));
    }

    @Test
    void whatWasTypedForAnAccountThatThereIsNotIsKeptNowhere() {
        int before = rows(AuditTrail.MALL, AuditKind.SIGN_IN_FAILED).size();
        browser.signIn("rahasia-di-kolom-yang-salah", "x");
        await().untilAsserted(() ->
                assertThat(rows(AuditTrail.MALL, AuditKind.SIGN_IN_FAILED)).hasSizeGreaterThan(before));
        assertThat(jdbc.sql("""
                                select count(*) from audit_event
                                where concat_ws('|', subject, actor_name, was, became) like '%rahasia-di-kolom%'""").query(Integer.class).single()).isZero();
    }

    @Test
    void aRefusalByAServicesAnnotationIsRecordedAndAFloodOfThemIsCounted() {
        StaffPrincipal officer = agency.officer();
        for (int time = 0; time < 3 * Refusals.MOST; time++) {
            assertThatThrownBy(() -> hall.as(officer, () -> feed.subscribe(agency.id(), board -> {})))
                    .isInstanceOf(AccessDeniedException.class);
        }
        await().untilAsserted(() ->
                assertThat(rows(agency.id(), AuditKind.REFUSED)).hasSizeGreaterThanOrEqualTo(Refusals.MOST));
        assertThat(rows(agency.id(), AuditKind.REFUSED).getFirst().get("subject"))
                .isEqualTo("QueueFeed.subscribe");
        // Were they not bounded, a row for each would have come at the same time. A minute may have turned.
        assertThat(rows(agency.id(), AuditKind.REFUSED)).hasSizeLessThan(3 * Refusals.MOST);
    }

    @Test
    void aPageThatTheRoleMayNotOpenIsRecorded() {
        BrowserlessUIContext window = screens.of(agency.officer());
        window.activate();
        UI.getCurrent().navigate("penerimaan");
        assertThat(awaitRow(agency.id(), AuditKind.REFUSED).get("subject")).isEqualTo("/penerimaan");
    }

    @Test
    void theHeadsLookAtAnAgencyIsRecordedThereOnceInTenMinutes() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        Hall.TestAgency other = hall.agency(1, 0);
        look(head);
        look(head);
        List<Map<String, Object>> seen = rows(agency.id(), AuditKind.READ_ACROSS);
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().get("actor_name").toString()).contains(head.getUsername());
        assertThat(rows(other.id(), AuditKind.READ_ACROSS)).isEmpty();
        clock.advance(Duration.ofMinutes(ReadingAcross.ONCE_IN_MINUTES));
        look(head);
        assertThat(rows(agency.id(), AuditKind.READ_ACROSS)).hasSize(2);
    }

    @Test
    void aScreenOfTheHeadsThatStaysOpenIsRecordedEveryHour() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        try (QueueSubscription<?> open = hall.as(head, () -> feed.subscribe(agency.id(), board -> {}))) {
            clock.advance(Duration.ofMinutes(ReadingAcross.FOLLOWED_MINUTES - 1));
            hall.issue(agency);
            assertThat(open.current()).isNotNull();
            assertThat(rows(agency.id(), AuditKind.READ_ACROSS)).hasSize(1);
            clock.advance(Duration.ofMinutes(1));
            hall.issue(agency);
            await().untilAsserted(() ->
                    assertThat(rows(agency.id(), AuditKind.READ_ACROSS)).hasSize(2));
        }
        assertThat(rows(agency.id(), AuditKind.READ_ACROSS).getLast().get("actor_name"))
                .asString()
                .contains(head.getUsername());
    }

    @Test
    void theHeadsOverviewIsRecordedInEveryAgencysTrailAndTheAlertsByThemselves() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        Hall.TestAgency other = hall.agency(1, 0);
        hall.as(head, () -> feed.subscribeMallBoard(board -> {})).close();
        assertThat(rows(agency.id(), AuditKind.READ_ACROSS)).hasSize(1);
        assertThat(rows(other.id(), AuditKind.READ_ACROSS)).hasSize(1);
        hall.as(head, () -> alerts.raisedBetween(agency.id(), clock.instant(), clock.instant()));
        assertThat(rows(agency.id(), AuditKind.READ_ACROSS))
                .extracting(row -> row.get("subject"))
                .containsExactly("queue", "alerts");
    }

    @Test
    void anAgencysOwnStaffReadWithoutATrace() {
        hall.as(agency.admin(), () -> feed.subscribe(board -> {})).close();
        assertThat(rows(agency.id(), AuditKind.READ_ACROSS)).isEmpty();
    }

    @Test
    void callingOutOfTurnIsRecordedWithoutTheReason() {
        hall.open(agency, 0);
        IssuedTicket ticket = hall.issue(agency);
        hall.as(
                agency.officer(),
                () -> desk.callChosen(CommandId.next(), ticket.ticket().id(), "Ibu Sari terburu-buru"));
        Map<String, Object> row = awaitRow(agency.id(), AuditKind.OVERRIDDEN);
        assertThat(row.get("subject")).isEqualTo(ticket.ticket().number().toString());
        assertThat(row.get("became").toString()).contains("called-out-of-turn").doesNotContain("Sari");
    }

    @Test
    void anAdminsActsOnTicketsAndCountersAreRecorded() {
        hall.open(agency, 0);
        IssuedTicket ticket = hall.issue(agency);
        hall.as(
                agency.admin(),
                () -> supervision.reassign(
                        CommandId.next(),
                        ticket.ticket().id(),
                        agency.services().getLast().id(),
                        "Salah layanan"));
        Map<String, Object> row = awaitRow(agency.id(), AuditKind.OVERRIDDEN);
        assertThat(row.get("was").toString()).contains(agency.service().prefix());
        assertThat(row.get("became").toString())
                .contains(agency.services().getLast().prefix());
        hall.as(
                agency.admin(),
                () -> endOfDay.abandon(
                        CommandId.next(),
                        ticket.ticket().id(),
                        hall.as(agency.admin(), endOfDay::open).getFirst().version()));
        assertThat(rows(agency.id(), AuditKind.OVERRIDDEN).getLast().get("became"))
                .asString()
                .contains("abandoned");
        hall.as(agency.admin(), () -> {
            counters.close(agency.counters().getFirst());
            return agency;
        });
        assertThat(awaitRow(agency.id(), AuditKind.COUNTER_CLOSED)
                        .get("subject")
                        .toString())
                .startsWith("Loket ");
    }

    @Test
    void theMallsRulesAreRecordedWithWhatChanged() {
        var rules = mall.rules();
        StaffPrincipal admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        var other = new MallRules(
                rules.name(),
                rules.zone(),
                rules.recallsBeforeNoShow() + 1,
                rules.recallCooldown(),
                rules.lateReturnTolerance(),
                rules.priorityRatePercent(),
                rules.vulnerableMaximumWait());
        establish(admin, other);
        establish(admin, rules);
        List<Map<String, Object>> changes = rows(AuditTrail.MALL, AuditKind.MALL_CHANGED);
        assertThat(changes.getLast().get("was")).isEqualTo("{\"recallsBeforeNoShow\":\"3\"}");
        assertThat(changes.getLast().get("became")).isEqualTo("{\"recallsBeforeNoShow\":\"2\"}");
    }

    private void establish(StaffPrincipal admin, MallRules rules) {
        hall.as(admin, () -> {
            mall.establish(rules);
            return rules;
        });
    }

    private void look(StaffPrincipal head) {
        hall.as(head, () -> feed.subscribe(agency.id(), board -> {})).close();
    }

    private Map<String, Object> awaitRow(AgencyId trail, AuditKind kind) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(rows(trail, kind)).isNotEmpty());
        return rows(trail, kind).getLast();
    }

    private List<Map<String, Object>> rows(AgencyId trail, AuditKind kind) {
        return jdbc.sql("select * from audit_event where trail_id = ? and kind = ? order by id")
                .params(trail.toString(), kind.name())
                .query()
                .listOfRows();
    }
}
