package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.ServiceSummary;
import id.balairung.audit.AuditKind;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.queue.Retention;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** An agency's admin and the head read what people wrote, unsigned; the admin says what it is and what is done about it. */
@BalairungTest
class CommentsTest {

    @Autowired
    Hall hall;

    @Autowired
    Comments comments;

    @Autowired
    FollowUps followUps;

    @Autowired
    Ratings ratings;

    @Autowired
    Questionnaires questionnaires;

    @Autowired
    Retention retention;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    Opinions opinions;
    Hall.TestAgency agency;
    ServiceSummary service;
    SurveyPeriod period;

    @BeforeEach
    void anAgency() {
        opinions = new Opinions(hall, ratings, questionnaires, clock);
        agency = hall.agency(2, 1);
        service = agency.service();
        period = SurveyPeriod.of(SurveyPeriod.Length.MONTH, today());
    }

    @Test
    void theNewestDayComesFirstAndPagesGoOnWithoutGaps() {
        opinions.on(LocalDate.of(2031, 3, 3));
        opinions.rated(service, 4, "Pertama");
        opinions.rated(service, 4, "");
        opinions.rated(service, 2, "Kedua");
        opinions.on(LocalDate.of(2031, 3, 5));
        opinions.rated(agency.services().get(1), 3, "Ketiga");
        CommentFilter march = CommentFilter.of(period("2031-03"));
        List<CommentEntry> first = page(agency.admin(), march, Optional.empty(), 2);
        assertThat(first).extracting(CommentEntry::text).containsExactly("Ketiga", "Kedua");
        assertThat(first.getFirst()).satisfies(comment -> {
            assertThat(comment.service()).isEqualTo(agency.services().get(1).id());
            assertThat(comment.day()).isEqualTo(LocalDate.of(2031, 3, 5));
            assertThat(comment.score()).isEqualTo(3);
            assertThat(comment.tag()).isEqualTo(CommentTag.UNREVIEWED);
            assertThat(comment.followUps()).isEmpty();
        });
        assertThat(page(agency.admin(), march, Optional.of(first.getLast().key()), 2))
                .extracting(CommentEntry::text)
                .containsExactly("Pertama");
        assertThat(page(agency.admin(), CommentFilter.of(period("2031-04")), Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    void wordsServiceScoreAndTagAreLookedFor() {
        opinions.rated(service, 1, "Diskon 100% katanya");
        opinions.rated(service, 4, "Cepat sekali");
        opinions.rated(agency.services().get(1), 4, "Cepat juga");
        assertThat(texts(with("0%", Set.of(), Optional.empty(), Optional.empty())))
                .containsExactly("Diskon 100% katanya");
        assertThat(texts(with("CEPAT", Set.of(), Optional.empty(), Optional.empty())))
                .containsExactly("Cepat juga", "Cepat sekali");
        assertThat(texts(with("cepat", Set.of(), Optional.of(service), Optional.empty())))
                .containsExactly("Cepat sekali");
        assertThat(texts(with("", Set.of(), Optional.empty(), Optional.of(1)))).containsExactly("Diskon 100% katanya");
        tag(comment("Cepat sekali"), CommentTag.PRAISE);
        assertThat(texts(with("", Set.of(CommentTag.PRAISE), Optional.empty(), Optional.empty())))
                .containsExactly("Cepat sekali");
        assertThat(texts(with(
                        "", Set.of(CommentTag.UNREVIEWED, CommentTag.COMPLAINT), Optional.empty(), Optional.empty())))
                .containsExactly("Cepat juga", "Diskon 100% katanya");
        assertThat(hall.as(agency.admin(), () -> comments.counts(agency.id(), CommentFilter.of(period))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(CommentTag.PRAISE, 1L, CommentTag.UNREVIEWED, 2L));
        tag(comment("Cepat sekali"), CommentTag.UNREVIEWED);
        assertThat(comment("Cepat sekali").tag()).isEqualTo(CommentTag.UNREVIEWED);
    }

    @Test
    void nobodyReadsAnotherAgencysAndTheHeadLeavesATrace() {
        opinions.rated(service, 4, "Rahasia kami");
        Hall.TestAgency other = hall.agency(1, 1);
        assertThat(page(other.admin(), CommentFilter.of(period), Optional.empty(), 9))
                .isEmpty();
        CommentEntry own = comment("Rahasia kami");
        assertThatThrownBy(() -> hall.as(other.admin(), () -> {
                    comments.tag(own.id(), CommentTag.PRAISE);
                    return own;
                }))
                .hasMessage("satisfaction.refused.no-such-comment");
        assertThatThrownBy(() ->
                        hall.as(other.admin(), () -> comments.followUp(own.id(), draft("Cari", Optional.empty()))))
                .hasMessage("satisfaction.refused.no-such-comment");
        for (StaffPrincipal staff : List.of(agency.officer(), hall.frontDesk())) {
            assertThatThrownBy(() -> page(staff, CommentFilter.of(period), Optional.empty(), 9))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(trail("READ_ACROSS")).isEmpty();
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThat(page(head, CommentFilter.of(period), Optional.empty(), 9))
                .extracting(CommentEntry::text)
                .containsExactly("Rahasia kami");
        assertThat(trail("READ_ACROSS")).containsExactly("satisfaction");
        assertThatThrownBy(() -> hall.as(head, () -> {
                    comments.tag(own.id(), CommentTag.PRAISE);
                    return own;
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void taggingIsRecordedWithoutTheWords() {
        opinions.rated(service, 4, "Terima kasih Bu Rahmawati");
        tag(comment("Terima kasih Bu Rahmawati"), CommentTag.PRAISE);
        tag(comment("Terima kasih Bu Rahmawati"), CommentTag.PRAISE);
        List<String> recorded = jdbc.sql(
                        "select concat(subject, ' ', was, ' ', became) from audit_event where trail_id = ? and kind = ?")
                .params(agency.id().toString(), AuditKind.COMMENT_TAGGED.name())
                .query(String.class)
                .list();
        assertThat(recorded)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(service.prefix(), today().toString(), "UNREVIEWED", "PRAISE")
                        .doesNotContain("Rahmawati"));
    }

    @Test
    void aComplaintHasTheLawsClockAndGoesBackToItsComment() {
        // A Monday; the day of receipt isn't counted.
        opinions.on(LocalDate.of(2031, 3, 3));
        opinions.rated(service, 1, "Disuruh bayar tanpa kuitansi");
        period = period("2031-03");
        CommentEntry comment = comment("Disuruh bayar tanpa kuitansi");
        assertThat(comment.followUps()).containsExactly(FollowUpKind.RATING);
        FollowUpDraft complaint = draft(
                "Periksa penerimaan di loket",
                Optional.of(new ComplaintDraft(
                        ComplaintClass.INFORMATION, LocalDate.of(2031, 3, 3), new TypedText(" 1234567 "))));
        FollowUpId opened = hall.as(agency.admin(), () -> comments.followUp(comment.id(), complaint));
        assertThat(hall.as(agency.admin(), () -> followUps.find(opened))).satisfies(task -> {
            assertThat(task.kind()).isEqualTo(FollowUpKind.COMPLAINT);
            assertThat(task.due()).isEqualTo(LocalDate.of(2031, 3, 10));
            assertThat(task.service()).contains(service.id());
            assertThat(task.comment()).contains("Disuruh bayar tanpa kuitansi");
            assertThat(task.complaint().orElseThrow().laporReference()).contains("1234567");
        });
        assertThat(comment("Disuruh bayar tanpa kuitansi")).satisfies(now -> {
            assertThat(now.tag()).isEqualTo(CommentTag.COMPLAINT);
            assertThat(now.followUps()).containsExactlyInAnyOrder(FollowUpKind.RATING, FollowUpKind.COMPLAINT);
        });
        assertThatThrownBy(() -> hall.as(
                        agency.admin(),
                        () -> comments.followUp(
                                comment.id(),
                                draft(
                                        "Periksa",
                                        Optional.of(new ComplaintDraft(
                                                null, LocalDate.of(2031, 3, 4), new TypedText("")))))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.field() + " " + fault.key())
                                .containsExactly(
                                        "complaintClass common.refused.missing",
                                        "receivedOn satisfaction.refused.received-on"));
    }

    @Test
    void ofTwoWhoFollowACommentUpAtOnceOneIsTold() throws Exception {
        opinions.rated(service, 2, "Antre terlalu lama");
        CommentEntry comment = comment("Antre terlalu lama");
        Callable<Object> act = () ->
                hall.as(agency.admin(), () -> comments.followUp(comment.id(), draft("Tambah loket", Optional.empty())));
        List<Throwable> refused = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(act, act))) {
                try {
                    done.get();
                } catch (java.util.concurrent.ExecutionException failed) {
                    refused.add(failed.getCause());
                }
            }
        }
        assertThat(refused)
                .singleElement()
                .isInstanceOf(BusinessRuleViolation.class)
                .hasToString(new BusinessRuleViolation("satisfaction.refused.followed-up").toString());
        assertThat(comment("Antre terlalu lama").tag()).isEqualTo(CommentTag.FOLLOW_UP);
        assertThat(hall.as(agency.admin(), () -> followUps.page(agency.id(), FollowUpFilter.ALL, Optional.empty(), 9)))
                .extracting(FollowUpEntry::title)
                .containsExactly("Tambah loket");
    }

    @Test
    void aCommentsWordsEndAndItsScoreStays() {
        opinions.rated(service, 1, "Telepon saya 0812");
        opinions.rated(service, 4, "");
        CommentEntry comment = comment("Telepon saya 0812");
        FollowUpId opened = hall.as(
                agency.admin(),
                () -> comments.followUp(
                        comment.id(),
                        new FollowUpDraft(
                                new TypedText("Hubungi"),
                                new TypedText("Ia menunggu kabar"),
                                Optional.empty(),
                                today().plusDays(7),
                                FollowUpState.OPEN,
                                new TypedText(""),
                                Optional.empty(),
                                Optional.empty())));
        FollowUpId done = hall.as(
                agency.admin(),
                () -> comments.followUp(
                        comment.id(),
                        new FollowUpDraft(
                                new TypedText("Periksa"),
                                new TypedText("Ia menulis 0812"),
                                Optional.empty(),
                                null,
                                FollowUpState.DONE,
                                new TypedText("Ditelepon di 0812"),
                                Optional.of(
                                        new ComplaintDraft(ComplaintClass.SERVICE, today(), new TypedText("LPR-0812"))),
                                Optional.empty())));
        int shown = hall.as(agency.admin(), () -> followUps.find(done)).version();
        clock.advance(Duration.ofDays(365));
        run();
        assertThat(texts(CommentFilter.of(period))).containsExactly("Telepon saya 0812");
        clock.advance(Duration.ofDays(1));
        run();
        assertThat(texts(CommentFilter.of(period))).isEmpty();
        assertThat(jdbc.sql("select group_concat(concat(score, coalesce(comment, 'none')) order by id) from rating"
                                + " where agency_id = ?")
                        .param(agency.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("1,4none");
        assertThat(hall.as(agency.admin(), () -> followUps.find(opened))).satisfies(task -> {
            assertThat(task.comment()).isEmpty();
            assertThat(task.title()).isEqualTo("Hubungi");
            assertThat(task.details()).as("it isn't done").isEqualTo("Ia menunggu kabar");
        });
        assertThat(hall.as(agency.admin(), () -> followUps.find(done))).satisfies(task -> {
            assertThat(task.title()).isEqualTo("Periksa");
            assertThat(task.state()).isEqualTo(FollowUpState.DONE);
            assertThat(task.details() + task.result()).isEmpty();
            assertThat(task.complaint().orElseThrow().laporReference()).isEmpty();
        });
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> {
                    followUps.move(done, shown, FollowUpState.DONE, new TypedText("Ditelepon di 0812"));
                    return done;
                }))
                .as("a screen that shows it still")
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(trail("RETIRED")).contains("COMMENT");
        assertThatThrownBy(() -> tag(comment, CommentTag.PRAISE)).hasMessage("satisfaction.refused.no-such-comment");
    }

    /** What is written after the comment's time is about it, too. */
    @Test
    void aFollowUpThatIsDoneAfterItsCommentEndedKeepsItsWordsAsLongAsACommentAfterThat() {
        opinions.rated(service, 2, "Telepon saya 0812");
        CommentEntry comment = comment("Telepon saya 0812");
        FollowUpId opened =
                hall.as(agency.admin(), () -> comments.followUp(comment.id(), draft("Hubungi", Optional.empty())));
        clock.advance(Duration.ofDays(366));
        run();
        FollowUpEntry late = hall.as(agency.admin(), () -> followUps.find(opened));
        assertThat(late.comment()).isEmpty();
        hall.as(agency.admin(), () -> {
            followUps.move(opened, late.version(), FollowUpState.DONE, new TypedText("Ditelepon di 0812"));
            return opened;
        });
        clock.advance(Duration.ofDays(1));
        opinions.rated(service, 3, "Lain");
        clock.advance(Duration.ofDays(364));
        run();
        FollowUpEntry kept = hall.as(agency.admin(), () -> followUps.find(opened));
        assertThat(kept.result()).isEqualTo("Ditelepon di 0812");
        clock.advance(Duration.ofDays(1));
        run();
        assertThat(hall.as(agency.admin(), () -> followUps.find(opened))).satisfies(task -> {
            assertThat(task.state()).isEqualTo(FollowUpState.DONE);
            assertThat(task.title()).isEqualTo("Hubungi");
            assertThat(task.result()).isEmpty();
            assertThat(task.version())
                    .as("so that a screen can't write it back")
                    .isGreaterThan(kept.version());
        });
        clock.advance(Duration.ofDays(1));
        run();
        int emptied = hall.as(agency.admin(), () -> followUps.find(opened)).version();
        hall.as(agency.admin(), () -> {
            followUps.move(opened, emptied, FollowUpState.DONE, new TypedText("Ditelepon lagi di 0812"));
            return opened;
        });
        clock.advance(Duration.ofDays(366));
        run();
        assertThat(hall.as(agency.admin(), () -> followUps.find(opened)).result())
                .as("written once more")
                .isEmpty();
    }

    private void run() {
        hall.asProven(hall.staff(Role.MALL_ADMIN, Optional.empty()), retention::run)
                .join();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Opinions.ZONE);
    }

    private static SurveyPeriod period(String code) {
        return SurveyPeriod.read(code).orElseThrow();
    }

    private CommentFilter with(
            String words, Set<CommentTag> tags, Optional<ServiceSummary> of, Optional<Integer> score) {
        return new CommentFilter(period, words, tags, of.map(ServiceSummary::id), score);
    }

    private List<String> texts(CommentFilter filter) {
        return page(agency.admin(), filter, Optional.empty(), 50).stream()
                .map(CommentEntry::text)
                .toList();
    }

    private List<CommentEntry> page(
            StaffPrincipal reader, CommentFilter filter, Optional<CommentKey> after, int limit) {
        return hall.as(reader, () -> comments.page(agency.id(), filter, after, limit));
    }

    private CommentEntry comment(String text) {
        return page(agency.admin(), CommentFilter.of(period), Optional.empty(), 50).stream()
                .filter(comment -> comment.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private void tag(CommentEntry comment, CommentTag tag) {
        hall.as(agency.admin(), () -> {
            comments.tag(comment.id(), tag);
            return comment;
        });
    }

    private FollowUpDraft draft(String title, Optional<ComplaintDraft> complaint) {
        return new FollowUpDraft(
                new TypedText(title),
                new TypedText(""),
                Optional.empty(),
                today().plusDays(7),
                FollowUpState.OPEN,
                new TypedText(""),
                complaint,
                Optional.empty());
    }

    private List<String> trail(String kind) {
        return jdbc.sql("select subject from audit_event where trail_id = ? and kind = ?")
                .params(agency.id().toString(), kind)
                .query(String.class)
                .list();
    }
}
