package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.queue.RateableTicket;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is done about what was said has an owner, a day and a result. */
@BalairungTest
class FollowUpsTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2034, 3, 1);

    @Autowired
    Hall hall;

    @Autowired
    FollowUps followUps;

    @Autowired
    Ratings ratings;

    @Autowired
    Questionnaires questionnaires;

    @Autowired
    LowUnsur lowUnsur;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TablesOwner owner;

    Opinions opinions;
    Hall.TestAgency agency;
    ServiceSummary service;

    @BeforeEach
    void anAgency() {
        opinions = new Opinions(hall, ratings, questionnaires, clock);
        agency = hall.agency(2, 2);
        service = agency.service();
        opinions.on(DAY);
    }

    @Test
    void aRatingOf1OpensATaskOnceHoweverManyTabsSayIt() throws Exception {
        RateableTicket ticket = opinions.served(service);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(
                    6, (Callable<Invitation>) () -> ratings.rate(ticket, Channel.LINK, 1, "Kasar")))) {
                done.get();
            }
        }
        opinions.rated(service, 3, 2);
        assertThat(all()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(FollowUpKind.RATING);
            assertThat(task.service()).contains(service.id());
            assertThat(task.comment()).contains("Kasar");
            assertThat(task.title()).isEmpty();
            assertThat(task.owner()).isEmpty();
            assertThat(task.state()).isEqualTo(FollowUpState.OPEN);
        });
    }

    /** Five working days after Wednesday are Wednesday; whoever knows that much knows the day of the rating. */
    @Test
    void aRatingsTaskIsDueAtAWeeksEndWhichDoesntTellItsDay() {
        opinions.rated(service, 1, 1);
        opinions.on(DAY.plusDays(2));
        opinions.rated(service, 1, 1);
        assertThat(all()).extracting(FollowUpEntry::due).containsOnly(LocalDate.of(2034, 3, 10));
        // Nor does the task's id, which may reach a browser.
        assertThat(all())
                .allSatisfy(task -> assertThat(task.id().value().version()).isEqualTo(4));
    }

    @Test
    void aTaskAndItsRatingAreKeptTogetherOrNotAtAll() {
        RateableTicket ticket = opinions.served(service);
        owner.jdbc()
                .sql("alter table follow_up add constraint no_task check (agency_id <> '%s')".formatted(agency.id()))
                .update();
        try {
            assertThatThrownBy(() -> ratings.rate(ticket, Channel.LINK, 1, "")).isNotNull();
        } finally {
            owner.jdbc().sql("alter table follow_up drop constraint no_task").update();
        }
        assertThat(ratings.invitation(ticket)).isInstanceOf(Invitation.ToRate.class);
    }

    @Test
    void anAdminGivesATaskToSomebodyWhoFinishesItWithAResult() {
        opinions.rated(service, 1, "Ditolak tanpa alasan");
        FollowUpEntry opened = all().getFirst();
        change(opened, plan("Jelaskan alasan penolakan", agency.officer(), FollowUpState.OPEN, ""));
        OwnFollowUp own = hall.as(agency.officer(), followUps::own).getFirst();
        assertThat(own.title()).isEqualTo("Jelaskan alasan penolakan");
        assertThat(own.toString())
                .doesNotContain("Ditolak", "RATING", service.id().value().toString());
        assertThatThrownBy(() -> move(agency.officer(), own.id(), own.version(), FollowUpState.DONE, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.faults().getFirst().field()).isEqualTo("result"));
        move(agency.officer(), own.id(), own.version(), FollowUpState.DONE, "Brosur syarat dipasang");
        assertThat(all()).singleElement().satisfies(task -> {
            assertThat(task.state()).isEqualTo(FollowUpState.DONE);
            assertThat(task.result()).isEqualTo("Brosur syarat dipasang");
            assertThat(task.owner().orElseThrow().name())
                    .isEqualTo(agency.officer().displayName());
        });
        FollowUpEntry done = all().getFirst();
        move(agency.admin(), done.id(), done.version(), FollowUpState.RUNNING, done.result());
        assertThat(all().getFirst().state()).isEqualTo(FollowUpState.RUNNING);
        assertThat(jdbc.sql("select concat(subject, was, became) from audit_event where trail_id = ? and kind = ?")
                        .params(agency.id().toString(), "FOLLOW_UP_CHANGED")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).doesNotContain("Jelaskan", "Brosur"))
                .first()
                .satisfies(row ->
                        assertThat(row).contains("RATING", agency.officer().displayName()));
    }

    /** That there is a task at all would tell an officer that somebody gave a 1. */
    @Test
    void aTaskThatOpenedByItselfGoesToNoOfficerWithoutTheAdminsWords() {
        opinions.rated(service, 1, 1);
        opinions.filledIn(service, 10, 1);
        lowUnsur.round();
        assertThat(all()).hasSize(10);
        for (FollowUpEntry opened : all()) {
            assertThatThrownBy(() -> change(opened, plan(" ", agency.officer(), FollowUpState.OPEN, "")))
                    .isInstanceOfSatisfying(InvalidInput.class, wrong -> {
                        assertThat(wrong.faults().getFirst().field()).isEqualTo("title");
                        assertThat(wrong.key()).isEqualTo("satisfaction.refused.title-missing");
                    });
            change(opened, plan("", agency.admin(), FollowUpState.RUNNING, ""));
            assertThat(find(opened.id()).title()).isEmpty();
        }
        assertThat(hall.as(agency.admin(), followUps::own)).hasSize(10);
        owner.jdbc()
                .sql("update follow_up set owner_id = ? where agency_id = ?")
                .params(agency.officer().id().value().toString(), agency.id().toString())
                .update();
        assertThat(hall.as(agency.officer(), followUps::own)).isEmpty();
    }

    @Test
    void whoSavesTooLateIsToldAndSoIsWhoActsOnAnothersTask() {
        opinions.rated(service, 1, 1);
        FollowUpEntry opened = all().getFirst();
        change(opened, plan("Rapat", agency.officer(), FollowUpState.OPEN, ""));
        assertThatThrownBy(() -> change(opened, plan("Rapat lagi", agency.officer(), FollowUpState.OPEN, "")))
                .isInstanceOfSatisfying(
                        ChangedMeanwhile.class,
                        late -> assertThat(late.who()).isEqualTo(agency.admin().displayName()));
        int version = all().getFirst().version();
        StaffPrincipal second = agency.officers().get(1);
        assertThat(hall.as(second, followUps::own)).isEmpty();
        Hall.TestAgency other = hall.agency(1, 1);
        for (StaffPrincipal stranger : List.of(second, other.officer(), other.admin())) {
            assertThatThrownBy(() -> move(stranger, opened.id(), version, FollowUpState.RUNNING, ""))
                    .isInstanceOf(BusinessRuleViolation.class)
                    .hasMessage("satisfaction.refused.no-such-follow-up");
        }
        assertThatThrownBy(() -> change(all().getFirst(), plan("Rapat", other.officer(), FollowUpState.OPEN, "")))
                .hasMessage("satisfaction.refused.no-such-owner");
        assertThat(hall.as(agency.admin(), followUps::owners))
                .extracting(FollowUpOwner::id)
                .containsExactlyInAnyOrder(
                        agency.officer().id(), second.id(), agency.admin().id());
    }

    @Test
    void ofTwoWhoSaveAtTheSameMomentOneIsTold() throws Exception {
        opinions.rated(service, 1, 1);
        FollowUpEntry opened = all().getFirst();
        List<Object> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads
                    .invokeAll(Collections.nCopies(2, (Callable<Object>) () -> {
                        try {
                            change(opened, plan("Rapat", agency.officer(), FollowUpState.OPEN, ""));
                            return "saved";
                        } catch (ChangedMeanwhile late) {
                            return "told";
                        }
                    }))
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(outcomes).containsExactlyInAnyOrder("saved", "told");
    }

    @Test
    void theListIsInTheOrderOfTheDaysAndTellsWhatIsOverdue() {
        clock.advance(Duration.ofDays(-30));
        FollowUpId late = add("Lama", DAY.minusDays(1), FollowUpState.RUNNING, "");
        FollowUpId soon = add("Segera", DAY, FollowUpState.OPEN, "");
        FollowUpId then = add("Nanti", DAY.plusDays(9), FollowUpState.OPEN, "");
        FollowUpId done = add("Sudah", DAY.minusDays(9), FollowUpState.DONE, "Beres");
        FollowUpId earlier = add("Sudah lama", DAY.minusDays(20), FollowUpState.DONE, "Beres");
        clock.advance(Duration.ofDays(30));
        assertThat(ids(Optional.of(FollowUpFilter.Standing.OPEN))).containsExactly(soon, then);
        assertThat(ids(Optional.of(FollowUpFilter.Standing.RUNNING))).containsExactly(late);
        assertThat(ids(Optional.of(FollowUpFilter.Standing.OVERDUE))).containsExactly(late);
        assertThat(ids(Optional.of(FollowUpFilter.Standing.DONE))).containsExactly(done, earlier);
        assertThat(ids(Optional.empty())).containsExactly(earlier, done, late, soon, then);
        assertThat(hall.as(agency.admin(), () -> followUps.counts(agency.id())))
                .isEqualTo(new FollowUpCounts(2, 1, 2, 1));
        FollowUpKey after = page(agency.admin(), FollowUpFilter.ALL, Optional.empty(), 2)
                .getLast()
                .key();
        assertThat(page(agency.admin(), FollowUpFilter.ALL, Optional.of(after), 2))
                .extracting(FollowUpEntry::id)
                .containsExactly(late, soon);
        assertThat(page(
                        agency.admin(),
                        new FollowUpFilter(Optional.empty(), Optional.of(FollowUpKind.COMPLAINT), Optional.empty()),
                        Optional.empty(),
                        9))
                .isEmpty();
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThat(page(head, FollowUpFilter.ALL, Optional.empty(), 9)).hasSize(5);
        assertThat(jdbc.sql("select count(*) from audit_event where trail_id = ? and kind = 'READ_ACROSS'")
                        .param(agency.id().toString())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(page(hall.agency(1, 1).admin(), FollowUpFilter.ALL, Optional.empty(), 9))
                .isEmpty();
        assertThatThrownBy(() -> page(agency.officer(), FollowUpFilter.ALL, Optional.empty(), 9))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aComplaintKeepsTheLawsClockWhateverIsTyped() {
        ComplaintDraft received = new ComplaintDraft(ComplaintClass.SERVICE, DAY, new TypedText(""));
        FollowUpId complaint = hall.as(
                agency.admin(),
                () -> followUps.add(new FollowUpDraft(
                        new TypedText("Uang kembali"),
                        new TypedText(""),
                        Optional.empty(),
                        DAY.plusYears(1),
                        FollowUpState.OPEN,
                        new TypedText(""),
                        Optional.of(received),
                        Optional.empty())));
        assertThat(find(complaint).due())
                .isEqualTo(LocalDate.of(2034, 3, 21))
                .isEqualTo(hall.as(agency.admin(), () -> followUps.due(ComplaintClass.SERVICE, DAY)));
        change(
                find(complaint),
                new FollowUpDraft(
                        new TypedText("Uang kembali"),
                        new TypedText(""),
                        Optional.empty(),
                        null,
                        FollowUpState.RUNNING,
                        new TypedText(""),
                        Optional.of(new ComplaintDraft(ComplaintClass.OVERSIGHT, DAY, new TypedText("LPR-77"))),
                        Optional.empty()));
        assertThat(find(complaint)).satisfies(now -> {
            assertThat(now.due()).isEqualTo(LocalDate.of(2034, 5, 24));
            assertThat(now.complaint().orElseThrow().laporReference()).contains("LPR-77");
        });
        assertThat(jdbc.sql("select concat_ws(' ', subject, was, became) from audit_event where trail_id = ?")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("LPR-77"));
        assertThatThrownBy(() ->
                        change(find(complaint), plan("Bukan pengaduan", agency.officer(), FollowUpState.OPEN, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAdminPlansForAnUnsurHoweverHighItIs() {
        FollowUpId plan = hall.as(agency.admin(), () -> followUps.add(planOf("Loket cepat", "TIME", Optional.empty())));
        assertThat(find(plan)).satisfies(task -> {
            assertThat(task.kind()).isEqualTo(FollowUpKind.OWN);
            assertThat(task.unsur()).contains(new UnsurCode("TIME"));
            assertThat(task.month()).contains(YearMonth.from(DAY));
        });
        FollowUpDraft again = planOf("Loket cepat", "TIME", Optional.empty());
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> followUps.add(again)))
                .hasMessage("satisfaction.refused.unsur-planned");
        FollowUpId other = hall.as(agency.admin(), () -> followUps.add(planOf("Tarif", "PRODUCT", Optional.empty())));
        assertThatThrownBy(() -> change(find(other), again)).hasMessage("satisfaction.refused.unsur-planned");
        change(find(plan), planOf("Loket cepat", "COST", Optional.empty()));
        assertThat(find(plan).unsur()).contains(new UnsurCode("COST"));
        assertThat(jdbc.sql("select became from audit_event where trail_id = ? and kind = 'FOLLOW_UP_OPENED'")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .anySatisfy(fact -> assertThat(fact).contains("TIME"))
                .allSatisfy(fact -> assertThat(fact).doesNotContain("Loket"));
        change(find(plan), plan("Loket cepat", agency.officer(), FollowUpState.OPEN, ""));
        assertThat(find(plan).unsur()).isEmpty();
    }

    @Test
    void anUnsurThatNobodyIsAskedAboutIsRefusedAtItsField() {
        YearMonth next = YearMonth.from(DAY).plusMonths(1);
        for (FollowUpDraft draft :
                List.of(planOf("Parkir", "PARKING", Optional.empty()), planOf("Nanti", "TIME", Optional.of(next)))) {
            assertThatThrownBy(() -> hall.as(agency.admin(), () -> followUps.add(draft)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            wrong -> assertThat(wrong.faults())
                                    .extracting(fault -> fault.field() + " " + fault.key())
                                    .containsExactly("unsur satisfaction.refused.no-such-unsur"));
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void aPastMonthHasOnePlanForAnUnsurAndItStaysThatMonths() {
        YearMonth past = YearMonth.from(DAY).minusMonths(1);
        FollowUpDraft draft = planOf("Loket cepat", "TIME", Optional.of(past));
        FollowUpId plan = hall.as(agency.admin(), () -> followUps.add(draft));
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> followUps.add(draft)))
                .isInstanceOf(BusinessRuleViolation.class)
                .hasMessage("satisfaction.refused.unsur-planned");
        change(find(plan), planOf("Loket lebih cepat", "TIME", Optional.empty()));
        assertThat(find(plan).month()).contains(past);
        change(find(plan), planOf("Loket lebih cepat", "COST", Optional.empty()));
        assertThat(find(plan).month()).contains(YearMonth.from(DAY));
    }

    @Test
    void aNewOneIsNotLateAlready() {
        assertThatThrownBy(() -> add("Kemarin", DAY.minusDays(1), FollowUpState.OPEN, ""))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.field() + " " + fault.key())
                                .containsExactly("due satisfaction.refused.due-over"));
        FollowUpId today = add("Hari ini", DAY, FollowUpState.OPEN, "");
        clock.advance(Duration.ofDays(3));
        change(
                find(today),
                new FollowUpDraft(
                        new TypedText("Masih hari itu"),
                        new TypedText(""),
                        Optional.empty(),
                        DAY,
                        FollowUpState.RUNNING,
                        new TypedText(""),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(find(today).overdue(DAY.plusDays(3))).isTrue();
    }

    @Test
    void ofADayTheOneThatWasOpenedFirstComesFirstAndPagesGoOn() {
        List<FollowUpId> opened = new ArrayList<>();
        for (String title : List.of("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam")) {
            opened.add(add(title, DAY.plusDays(3), FollowUpState.OPEN, ""));
            clock.advance(Duration.ofMinutes(1));
        }
        FollowUpFilter pending =
                new FollowUpFilter(Optional.of(FollowUpFilter.Standing.PENDING), Optional.empty(), Optional.empty());
        List<FollowUpEntry> first = page(agency.admin(), pending, Optional.empty(), 4);
        List<FollowUpEntry> rest =
                page(agency.admin(), pending, Optional.of(first.getLast().key()), 4);
        assertThat(Stream.concat(first.stream(), rest.stream()).map(FollowUpEntry::id))
                .containsExactlyElementsOf(opened);
    }

    @Test
    void theListIsNarrowedToAnOwnerAndToThoseWithoutOne() {
        FollowUpId alone = add("Belum ada yang diminta", DAY, FollowUpState.OPEN, "");
        FollowUpId given =
                hall.as(agency.admin(), () -> followUps.add(plan("Ada", agency.officer(), FollowUpState.OPEN, "")));
        assertThat(of(Optional.of(agency.officer().id()))).containsExactly(given);
        assertThat(of(Optional.of(agency.officers().get(1).id()))).isEmpty();
        assertThat(of(Optional.empty())).containsExactly(alone);
        assertThat(hall.as(agency.admin(), () -> followUps.asked(agency.id())))
                .containsExactly(new FollowUpOwner(
                        agency.officer().id(), agency.officer().displayName()));
        assertThat(hall.as(hall.agency(1, 1).admin(), () -> followUps.asked(agency.id())))
                .isEmpty();
    }

    private List<FollowUpId> of(Optional<StaffId> owner) {
        FollowUpFilter filter = new FollowUpFilter(
                Optional.of(FollowUpFilter.Standing.PENDING),
                Optional.of(FollowUpKind.OWN),
                Optional.of(new FollowUpFilter.Owner(owner)));
        return page(agency.admin(), filter, Optional.empty(), 9).stream()
                .map(FollowUpEntry::id)
                .toList();
    }

    private static FollowUpDraft planOf(String title, String unsur, Optional<YearMonth> month) {
        return new FollowUpDraft(
                new TypedText(title),
                new TypedText(""),
                Optional.empty(),
                DAY.plusDays(9),
                FollowUpState.OPEN,
                new TypedText(""),
                Optional.empty(),
                Optional.of(new FollowUpDraft.OfUnsur(new UnsurCode(unsur), month)));
    }

    @Test
    void aLowUnsurOpensOneTaskAMonthWhicheverNodeIsFirst() throws Exception {
        opinions.filledIn(service, 5, 3);
        opinions.filledIn(agency.services().get(1), 4, 3);
        lowUnsur.round();
        assertThat(all()).isEmpty();
        opinions.filledIn(service, 1, 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(6, (Callable<Boolean>) () -> {
                lowUnsur.round();
                return true;
            }))) {
                done.get();
            }
        }
        List<FollowUpEntry> opened = all();
        assertThat(opened).hasSize(9).allSatisfy(task -> {
            assertThat(task.kind()).isEqualTo(FollowUpKind.UNSUR);
            assertThat(task.month()).contains(java.time.YearMonth.of(2034, 3));
            assertThat(task.due()).isEqualTo(LocalDate.of(2034, 3, 21));
        });
        assertThat(opened).extracting(task -> task.unsur().orElseThrow()).doesNotHaveDuplicates();
    }

    @Test
    void forWhatIsPlannedByHandNoTaskOpensByItself() {
        hall.as(agency.admin(), () -> followUps.add(planOf("Loket cepat", "TIME", Optional.empty())));
        opinions.filledIn(service, 10, 3);
        lowUnsur.round();
        assertThat(all())
                .hasSize(9)
                .extracting(task -> task.unsur().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void theMonthBeforeIsLookedAtWhileItCanStillBeAnsweredFor() {
        opinions.on(LocalDate.of(2034, 3, 31));
        opinions.filledIn(service, 10, 1);
        opinions.on(LocalDate.of(2034, 4, 8));
        lowUnsur.round();
        assertThat(all()).isEmpty();
        opinions.on(LocalDate.of(2034, 4, 7));
        lowUnsur.round();
        assertThat(all()).hasSize(9);
    }

    private List<FollowUpEntry> all() {
        return page(agency.admin(), FollowUpFilter.ALL, Optional.empty(), 50);
    }

    private List<FollowUpEntry> page(
            StaffPrincipal reader, FollowUpFilter filter, Optional<FollowUpKey> after, int limit) {
        return hall.as(reader, () -> followUps.page(agency.id(), filter, after, limit));
    }

    private List<FollowUpId> ids(Optional<FollowUpFilter.Standing> standing) {
        return page(
                        agency.admin(),
                        new FollowUpFilter(standing, Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        50)
                .stream()
                .map(FollowUpEntry::id)
                .toList();
    }

    private FollowUpEntry find(FollowUpId id) {
        return hall.as(agency.admin(), () -> followUps.find(id));
    }

    private FollowUpId add(String title, LocalDate due, FollowUpState state, String result) {
        return hall.as(
                agency.admin(),
                () -> followUps.add(new FollowUpDraft(
                        new TypedText(title),
                        new TypedText(""),
                        Optional.empty(),
                        due,
                        state,
                        new TypedText(result),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static FollowUpDraft plan(String title, StaffPrincipal owner, FollowUpState state, String result) {
        return new FollowUpDraft(
                new TypedText(title),
                new TypedText(""),
                Optional.<StaffId>of(owner.id()),
                DAY.plusDays(9),
                state,
                new TypedText(result),
                Optional.empty(),
                Optional.empty());
    }

    private void change(FollowUpEntry before, FollowUpDraft draft) {
        hall.as(agency.admin(), () -> {
            followUps.change(before.id(), before.version(), draft);
            return before;
        });
    }

    private void move(StaffPrincipal who, FollowUpId id, int version, FollowUpState state, String result) {
        hall.as(who, () -> {
            followUps.move(id, version, state, new TypedText(result));
            return id;
        });
    }
}
