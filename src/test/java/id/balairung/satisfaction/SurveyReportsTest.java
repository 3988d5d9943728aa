package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.ServiceSummary;
import id.balairung.audit.AuditKind;
import id.balairung.common.TimeOrderedId;
import id.balairung.common.TypedText;
import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports of what was really said, their readers, and the trail of them. */
@BalairungTest
class SurveyReportsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    Hall hall;

    @Autowired
    QueueDesk desk;

    @Autowired
    Ratings ratings;

    @Autowired
    Satisfaction satisfaction;

    @Autowired
    SurveyReports reports;

    @Autowired
    FollowUps followUps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    StaffPrincipal head;
    SurveyPeriod month;

    @BeforeEach
    void somebodySaidSomething() {
        agency = hall.agency(2, 1);
        other = hall.agency(1, 1);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        hall.open(agency, 0);
        hall.open(other, 0);
        month = hall.as(head, satisfaction::thisMonth);
        survey(agency, 0, 4, Optional.of(Respondent.Sex.FEMALE));
        survey(agency, 0, 2, Optional.empty());
        survey(agency, 1, 3, Optional.of(Respondent.Sex.MALE));
        survey(other, 0, 1, Optional.empty());
    }

    @Test
    void theFiguresAreThoseOfTheScreen() {
        SurveyReport report = hall.as(agency.admin(), () -> reports.report(Optional.empty(), month));
        AgencySatisfaction screen = screen(agency);
        assertThat(report.whole().responses()).isEqualTo(screen.responses());
        assertThat(report.whole().sample()).isEqualTo(screen.sample()).isEqualTo(new Sample(3, 3));
        assertThat(report.ikm()).isEqualTo(screen.ikm());
        // All unsur alike: (4 + 2 + 3) / 3 x 25.
        assertThat(report.ikm().orElseThrow().value()).isEqualByComparingTo("75.00");
        assertThat(report.whole().parts())
                .extracting(
                        part -> part.ikm(report.asked()).orElseThrow().value().toPlainString())
                .containsExactly("75.00", "75.00");
        assertThat(report.trend())
                .isEqualTo(screen.trend())
                .last()
                .satisfies(now -> assertThat(now.responses().count()).isEqualTo(3));
        assertThat(report.respondents().total()).isEqualTo(3);
        assertThat(report.respondents().sex()).isEqualTo(Map.of(Respondent.Sex.FEMALE, 1L, Respondent.Sex.MALE, 1L));
        assertThat(report.lowest()).hasSize(3);
        assertThat(report.provisional()).isTrue();
        assertThat(report.until()).isEqualTo(LocalDate.ofInstant(clock.instant(), MALL));
    }

    @Test
    void theSameIsReportedAsLongAsNothingElseIsSaid() {
        SurveyReport first = hall.as(agency.admin(), () -> reports.report(Optional.empty(), month));
        clock.advance(Duration.ofSeconds(30));
        assertThat(hall.as(agency.admin(), () -> reports.report(Optional.empty(), month)))
                .isEqualTo(first);
        survey(agency, 0, 4, Optional.empty());
        assertThat(hall.as(agency.admin(), () -> reports.report(Optional.empty(), month)))
                .isNotEqualTo(first);
    }

    @Test
    void whatIsDoneAboutALowUnsurStandsBesideIt() {
        UnsurCode low = screen(agency)
                .responses()
                .lowest(screen(agency).asked(), 1)
                .getFirst()
                .unsur()
                .code();
        plan(agency, low, "Tambah loket", agency.officer(), month.from());
        plan(agency, low, "Bulan lain", agency.officer(), month.minus(1).from());
        plan(other, low, "Instansi lain", other.officer(), month.from());
        SurveyReport report = hall.as(agency.admin(), () -> reports.report(Optional.empty(), month));
        assertThat(report.lowest().getFirst().plans())
                .singleElement()
                .satisfies(plan -> assertThat(
                                List.of(plan.action(), plan.owner().orElse("")))
                        .containsExactly("Tambah loket", agency.officer().displayName()));
        SurveyReport ofMall = hall.as(head, () -> reports.report(Optional.empty(), month));
        assertThat(ofMall.lowest().stream()
                        .filter(unsur -> unsur.found().unsur().code().equals(low))
                        .flatMap(unsur -> unsur.plans().stream())
                        .map(plan -> plan.agency().id() + plan.action()))
                .contains(agency.id() + "Tambah loket", other.id() + "Instansi lain");
    }

    @Test
    void aPlanMadeByHandStandsInItsMonthsReport() {
        List<UnsurCode> lowest = screen(agency)
                .responses()
                .lowest(screen(agency).asked(), 2)
                .stream()
                .map(found -> found.unsur().code())
                .toList();
        UnsurCode low = lowest.getFirst();
        planByHand("Dibuat bulan ini", lowest.getLast(), Optional.empty());
        planByHand("Untuk bulan lalu", low, Optional.of(month.first().minusMonths(1)));
        clock.advance(Duration.ofDays(31));
        planByHand("Dibuat sesudahnya", low, Optional.empty());
        planByHand("Dibuat sesudahnya untuk bulan itu", low, Optional.of(month.first()));
        assertThat(hall.as(agency.admin(), () -> reports.report(Optional.empty(), month)).lowest().stream()
                        .limit(2)
                        .map(one -> one.plans().stream()
                                .map(SurveyReport.Plan::action)
                                .toList()))
                .containsExactly(List.of("Dibuat sesudahnya untuk bulan itu"), List.of("Dibuat bulan ini"));
    }

    private void planByHand(String title, UnsurCode unsur, Optional<YearMonth> ofMonth) {
        hall.as(
                agency.admin(),
                () -> followUps.add(new FollowUpDraft(
                        new TypedText(title),
                        new TypedText(""),
                        Optional.empty(),
                        LocalDate.ofInstant(clock.instant(), Opinions.ZONE).plusDays(9),
                        FollowUpState.OPEN,
                        new TypedText(""),
                        Optional.empty(),
                        Optional.of(new FollowUpDraft.OfUnsur(unsur, ofMonth)))));
    }

    @Test
    void theMallsReportPoolsAndHoldsEveryAgencyWithItsServices() {
        SurveyReport report = hall.as(head, () -> reports.report(Optional.empty(), month));
        assertThat(report.agency()).isEmpty();
        Surveyed ours = report.whole().parts().stream()
                .filter(part -> part.name().equals(agency.name()))
                .findAny()
                .orElseThrow();
        assertThat(ours.responses()).isEqualTo(screen(agency).responses());
        assertThat(ours.parts())
                .extracting(Surveyed::name)
                .containsExactlyElementsOf(agency.services().stream()
                        .map(ServiceSummary::nameIndonesian)
                        .toList());
        assertThat(report.whole().responses())
                .isEqualTo(report.whole().parts().stream()
                        .map(Surveyed::responses)
                        .reduce(Responses.NONE, Responses::plus));
    }

    @Test
    void anAdminGetsTheOwnAgencysWhateverIsAskedForAndTheTrailKnows() {
        SurveyReport asked = hall.as(agency.admin(), () -> reports.report(Optional.of(other.id()), month));
        assertThat(asked.agency().orElseThrow().id()).isEqualTo(agency.id());
        assertThat(exports(agency)).isEqualTo(1);
        assertThat(exports(other)).isZero();
        hall.as(head, () -> reports.report(Optional.of(other.id()), month));
        assertThat(exports(other)).isEqualTo(1);
    }

    @Test
    void nobodyElseGetsOne() {
        for (StaffPrincipal stranger :
                List.of(agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_ADMIN, Optional.empty()))) {
            assertThatThrownBy(() -> hall.as(stranger, () -> reports.report(Optional.of(agency.id()), month)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() ->
                        hall.as(head, () -> reports.report(Optional.of(new AgencyId(TimeOrderedId.next())), month)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hall.as(head, () -> reports.report(Optional.empty(), month.minus(-1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hall.as(
                        head,
                        () -> reports.report(
                                Optional.empty(), new SurveyPeriod(SurveyPeriod.Length.MONTH, YearMonth.of(1999, 12)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AgencySatisfaction screen(Hall.TestAgency whose) {
        return hall.as(whose.admin(), () -> {
            try (var followed = satisfaction.subscribe(whose.id(), month, update -> {})) {
                return followed.current();
            }
        });
    }

    /** Somebody is served, rates it and fills in the form with the same answer throughout. */
    private void survey(Hall.TestAgency whose, int service, int answer, Optional<Respondent.Sex> sex) {
        IssuedTicket slip = hall.issue(whose.services().get(service), PriorityClass.GENERAL, Visitor.unnamed());
        hall.as(
                whose.officer(),
                () -> desk.callChosen(CommandId.next(), slip.ticket().id(), "Uji"));
        hall.as(
                whose.officer(),
                () -> desk.serve(CommandId.next(), slip.ticket().id()));
        hall.as(
                whose.officer(),
                () -> desk.complete(CommandId.next(), slip.ticket().id(), Outcome.FULFILLED));
        String token = slip.token().value();
        ratings.rate(token, answer, "");
        Invitation.ToFillIn open = (Invitation.ToFillIn) ratings.invitation(token);
        Map<UnsurCode, Integer> answers = new HashMap<>();
        open.form().unsur().forEach(unsur -> answers.put(unsur.code(), answer));
        ratings.fillIn(
                token, new SkmForm(answers, new Respondent(sex, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private void plan(Hall.TestAgency whose, UnsurCode unsur, String action, StaffPrincipal owner, LocalDate ofMonth) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql("""
                        insert into follow_up (id, agency_id, kind, unsur, month, title, owner_id, due, state, opened_at, changed_at,
                          version)
                        values (?, ?, 'UNSUR', ?, ?, ?, ?, ?, 'OPEN', ?, ?, 0)""")
                        .params(
                                TimeOrderedId.next().toString(),
                                whose.id().toString(),
                                unsur.value(),
                                ofMonth,
                                action,
                                owner.id().value().toString(),
                                ofMonth.plusDays(20),
                                now,
                                now)
                        .update());
    }

    private long exports(Hall.TestAgency whose) {
        return jdbc.sql("select count(*) from audit_event where trail_id = ? and kind = ? and subject = 'satisfaction'")
                .params(whose.id().toString(), AuditKind.EXPORTED.name())
                .query(Long.class)
                .single();
    }
}
