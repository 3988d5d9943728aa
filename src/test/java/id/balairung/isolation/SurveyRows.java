package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.TOPIC;
import static id.balairung.isolation.EntryPoint.Kind.TRANSFER;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.Row.standing;
import static id.balairung.isolation.State.ANY;
import static id.balairung.isolation.State.QUESTIONNAIRE_PLANNED;
import static id.balairung.isolation.State.RATED;

import id.balairung.agency.CurrentMall;
import id.balairung.closing.ServedCounts;
import id.balairung.common.TypedText;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.RetainedDays;
import id.balairung.queue.RetainedElsewhere;
import id.balairung.queue.RetentionKind;
import id.balairung.satisfaction.CommentFilter;
import id.balairung.satisfaction.CommentId;
import id.balairung.satisfaction.CommentTag;
import id.balairung.satisfaction.Comments;
import id.balairung.satisfaction.ComplaintClass;
import id.balairung.satisfaction.FollowUpDraft;
import id.balairung.satisfaction.FollowUpFilter;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.FollowUps;
import id.balairung.satisfaction.QuestionnaireAdministration;
import id.balairung.satisfaction.QuestionnaireDraft;
import id.balairung.satisfaction.QuestionnaireVersion;
import id.balairung.satisfaction.Questionnaires;
import id.balairung.satisfaction.Satisfaction;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyReports;
import id.balairung.satisfaction.UnsurDraft;
import id.balairung.security.Role;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AllAgencies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what was said: who reads it, who does something about it, and who says what is asked. */
final class SurveyRows {

    private static final String OWN = "an agency's admin reads the own agency's, whatever agency is named: ";
    private static final String TRACE = "a reading that the agency finds in its trail";

    private SurveyRows() {}

    static Stream<Row> rows() {
        return Stream.of(readings(), comments(), followUps(), acts(), questionnaires(), retention(), topics())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> readings() {
        return Stream.of(
                service(
                                "Satisfaction.thisMonth()",
                                ANY,
                                cell -> cell.the(Satisfaction.class).thisMonth())
                        .officer(DONE)
                        .agencyAdmin(DONE)
                        .head(DONE),
                service("Satisfaction.subscribe(AgencyId, SurveyPeriod, Consumer)", RATED, cell -> {
                            try (QueueSubscription<?> followed =
                                    cell.the(Satisfaction.class).subscribe(cell.agency(), month(cell), update -> {})) {
                                return followed.current();
                            }
                        })
                        .agencyAdmin(DONE, DONE)
                        .head(DONE)
                        .because(OWN + "SatisfactionReadingTest"),
                service("Satisfaction.subscribeMall(SurveyPeriod, Consumer)", ANY, cell -> {
                            try (QueueSubscription<?> followed =
                                    cell.the(Satisfaction.class).subscribeMall(month(cell), update -> {})) {
                                return followed.current();
                            }
                        })
                        .head(DONE)
                        .because(TRACE),
                service("Satisfaction.subscribeOwn(SurveyPeriod, Consumer)", ANY, cell -> {
                            try (QueueSubscription<?> followed =
                                    cell.the(Satisfaction.class).subscribeOwn(month(cell), update -> {})) {
                                return followed.current();
                            }
                        })
                        .officer(DONE)
                        .because("whole batches of the own counters' services: OfficerReadingTest"));
    }

    private static Stream<Row> comments() {
        return Stream.of(
                service(
                                "Comments.page(AgencyId, CommentFilter, Optional, int)",
                                RATED,
                                cell -> !cell
                                        .the(Comments.class)
                                        .page(cell.agency(), CommentFilter.of(month(cell)), Optional.empty(), 9)
                                        .stream()
                                        .filter(comment -> comment.id().equals(comment(cell)))
                                        .toList()
                                        .isEmpty())
                        .agencyAdmin(DONE, EMPTY)
                        .head(DONE)
                        .because(TRACE),
                service(
                                "Comments.counts(AgencyId, CommentFilter)",
                                RATED,
                                cell -> cell.the(Comments.class)
                                        .counts(
                                                cell.agency(),
                                                new CommentFilter(
                                                        month(cell),
                                                        "",
                                                        java.util.Set.of(),
                                                        Optional.of(cell.service()),
                                                        Optional.empty())))
                        .agencyAdmin(DONE, EMPTY)
                        .head(DONE)
                        .because(TRACE),
                service("Comments.tag(CommentId, CommentTag)", RATED, cell -> {
                            cell.the(Comments.class).tag(comment(cell), CommentTag.PRAISE);
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "Comments.followUp(CommentId, FollowUpDraft)",
                                RATED,
                                cell -> cell.the(Comments.class).followUp(comment(cell), draft(cell)))
                        .agencyAdmin(DONE, RULE));
    }

    private static Stream<Row> followUps() {
        return Stream.of(
                service(
                                "FollowUps.page(AgencyId, FollowUpFilter, Optional, int)",
                                RATED,
                                cell -> cell
                                        .the(FollowUps.class)
                                        .page(cell.agency(), FollowUpFilter.ALL, Optional.empty(), 200)
                                        .stream()
                                        .anyMatch(task -> task.id().equals(followUp(cell))))
                        .agencyAdmin(DONE, EMPTY)
                        .head(DONE)
                        .because(TRACE),
                service(
                                "FollowUps.counts(AgencyId)",
                                RATED,
                                cell -> cell.the(FollowUps.class).counts(cell.agency()))
                        .agencyAdmin(DONE, DONE)
                        .head(DONE)
                        .because(OWN + "FollowUpsTest"),
                service(
                                "FollowUps.asked(AgencyId)",
                                RATED,
                                cell -> cell.the(FollowUps.class).asked(cell.agency()))
                        .agencyAdmin(EMPTY, EMPTY)
                        .head(EMPTY)
                        .because(OWN + "FollowUpsTest"),
                service(
                                "FollowUps.find(FollowUpId)",
                                RATED,
                                cell -> cell.the(FollowUps.class).find(followUp(cell)))
                        .agencyAdmin(DONE, RULE),
                service(
                                "FollowUps.own()",
                                ANY,
                                cell -> cell.the(FollowUps.class).own())
                        .officer(EMPTY)
                        .agencyAdmin(EMPTY),
                service(
                                "FollowUps.owners()",
                                ANY,
                                cell -> cell.the(FollowUps.class).owners())
                        .agencyAdmin(DONE),
                service(
                                "FollowUps.due(ComplaintClass, LocalDate)",
                                ANY,
                                cell -> cell.the(FollowUps.class).due(ComplaintClass.SERVICE, today(cell)))
                        .agencyAdmin(DONE),
                service(
                                "SurveyReports.report(Optional, SurveyPeriod)",
                                RATED,
                                cell -> cell.the(SurveyReports.class).report(Optional.of(cell.agency()), month(cell)))
                        .agencyAdmin(DONE, DONE)
                        .head(DONE)
                        .because(OWN + "SurveyReportsTest"),
                service(
                                "ServedCounts.between(AgencyId, LocalDate, LocalDate)",
                                ANY,
                                cell -> cell.the(ServedCounts.class).between(cell.agency(), today(cell), today(cell)))
                        .everybody(INSIDE),
                service(
                                "ServedCounts.between(AllAgencies, LocalDate, LocalDate)",
                                ANY,
                                cell -> cell.the(ServedCounts.class)
                                        .between(AllAgencies.READ, today(cell), today(cell)))
                        .everybody(INSIDE),
                standing(TRANSFER, "DownloadMenu", "hands out what the screen that has it makes"),
                standing(
                        TRANSFER,
                        "SurveyReportMenu",
                        "a link of the screen's own, read with the person's rights: SurveyReportInBrowserTest"),
                service(
                                "StaffNames.working(AgencyId)",
                                ANY,
                                cell -> cell.the(StaffNames.class).working(cell.agency()))
                        .everybody(INSIDE),
                service(
                                "StaffNames.officers(AgencyId)",
                                ANY,
                                cell -> cell.the(StaffNames.class).officers(cell.agency()))
                        .everybody(INSIDE));
    }

    private static Stream<Row> acts() {
        return Stream.of(
                service(
                                "FollowUps.add(FollowUpDraft)",
                                ANY,
                                cell -> cell.the(FollowUps.class).add(draft(cell)))
                        .agencyAdmin(DONE),
                service("FollowUps.change(FollowUpId, int, FollowUpDraft)", RATED, cell -> {
                            cell.the(FollowUps.class).change(followUp(cell), version(cell), draft(cell));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("FollowUps.move(FollowUpId, int, FollowUpState, TypedText)", RATED, cell -> {
                            cell.the(FollowUps.class)
                                    .move(followUp(cell), version(cell), FollowUpState.RUNNING, new TypedText(""));
                            return null;
                        })
                        .officer(RULE, RULE)
                        .agencyAdmin(DONE, RULE)
                        .because("an officer moves the own ones: FollowUpsTest"));
    }

    private static Stream<Row> questionnaires() {
        return Stream.of(
                screen("/kelola/kuesioner QuestionnairesView").opensFor(Role.MALL_ADMIN),
                service(
                                "Questionnaires.all()",
                                ANY,
                                cell -> cell.the(Questionnaires.class).all())
                        .everybody(DONE)
                        .because("every form asks it aloud"),
                service(
                                "Questionnaires.of(LocalDate)",
                                ANY,
                                cell -> cell.the(Questionnaires.class).of(today(cell)))
                        .everybody(DONE)
                        .because("every form asks it aloud"),
                service(
                                "QuestionnaireAdministration.versions()",
                                ANY,
                                cell -> cell.the(QuestionnaireAdministration.class)
                                        .versions())
                        .mallAdmin(DONE),
                service(
                                "QuestionnaireAdministration.add(QuestionnaireDraft)",
                                QUESTIONNAIRE_PLANNED,
                                cell -> cell.the(QuestionnaireAdministration.class)
                                        .add(planned(cell, planned(cell).getMonthValue() == 12 ? -1 : 1)))
                        .mallAdmin(DONE),
                service(
                                "QuestionnaireAdministration.change(int, Instant, QuestionnaireDraft)",
                                QUESTIONNAIRE_PLANNED,
                                cell -> {
                                    QuestionnaireVersion last = last(cell);
                                    cell.the(QuestionnaireAdministration.class)
                                            .change(last.questionnaire().version(), last.madeAt(), planned(cell, 0));
                                    return null;
                                })
                        .mallAdmin(DONE),
                service("QuestionnaireAdministration.delete(int, Instant)", QUESTIONNAIRE_PLANNED, cell -> {
                            QuestionnaireVersion last = last(cell);
                            cell.the(QuestionnaireAdministration.class)
                                    .delete(last.questionnaire().version(), last.madeAt());
                            return null;
                        })
                        .mallAdmin(DONE));
    }

    private static Stream<Row> retention() {
        return Stream.of(
                service(
                                "RetainedDays.firstKept(RetentionKind)",
                                ANY,
                                cell -> cell.the(RetainedDays.class).firstKept(RetentionKind.COMMENT))
                        .everybody(INSIDE),
                service(
                                "RetainedElsewhere.kind()",
                                ANY,
                                cell -> cell.the(RetainedElsewhere.class).kind())
                        .everybody(INSIDE),
                service(
                                "RetainedElsewhere.nextDay(AgencyId, LocalDate, LocalDate)",
                                ANY,
                                cell -> cell.the(RetainedElsewhere.class)
                                        .nextDay(cell.agency(), today(cell), today(cell)))
                        .everybody(INSIDE),
                service(
                                "RetainedElsewhere.replace(AgencyId, LocalDate, LocalDate)",
                                ANY,
                                cell -> cell.the(RetainedElsewhere.class)
                                        .replace(cell.agency(), today(cell), today(cell)))
                        .everybody(INSIDE));
    }

    private static Stream<Row> topics() {
        return Stream.of(
                standing(
                        TOPIC,
                        "SatisfactionFeed.agencies",
                        "followed by Satisfaction.subscribe only, of one's own agency or as the head"),
                standing(TOPIC, "SatisfactionFeed.malls", "followed by Satisfaction.subscribeMall only"),
                standing(
                        TOPIC,
                        "SatisfactionFeed.officers",
                        "followed by Satisfaction.subscribeOwn only, which tells each officer of the own services"));
    }

    private static YearMonth planned(Cell cell) {
        return YearMonth.from(last(cell).questionnaire().validFrom());
    }

    /** The last version again, some months later. */
    private static QuestionnaireDraft planned(Cell cell, int months) {
        return new QuestionnaireDraft(
                planned(cell).plusMonths(months),
                last(cell).questionnaire().unsur().stream().map(UnsurDraft::of).toList());
    }

    private static QuestionnaireVersion last(Cell cell) {
        return cell.lastQuestionnaire();
    }

    private static LocalDate today(Cell cell) {
        return cell.the(CurrentMall.class).today().date();
    }

    private static SurveyPeriod month(Cell cell) {
        return SurveyPeriod.of(SurveyPeriod.Length.MONTH, today(cell));
    }

    private static CommentId comment(Cell cell) {
        return new CommentId(one(cell, "select id from rating where ticket_id = ?", Long.class));
    }

    private static FollowUpId followUp(Cell cell) {
        return new FollowUpId(UUID.fromString(one(
                cell,
                "select follow_up.id from follow_up join rating on rating.id = rating_id where ticket_id = ? and kind = 'RATING'",
                String.class)));
    }

    private static int version(Cell cell) {
        return one(
                cell,
                "select version from follow_up join rating on rating.id = rating_id where ticket_id = ? and kind = 'RATING'",
                Integer.class);
    }

    private static <T> T one(Cell cell, String sql, Class<T> type) {
        return cell.the(JdbcClient.class)
                .sql(sql)
                .param(cell.ticket().value().toString())
                .query(type)
                .single();
    }

    private static FollowUpDraft draft(Cell cell) {
        return new FollowUpDraft(
                new TypedText("Tugas uji"),
                new TypedText(""),
                Optional.empty(),
                today(cell),
                FollowUpState.OPEN,
                new TypedText(""),
                Optional.empty(),
                Optional.empty());
    }
}
