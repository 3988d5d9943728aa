package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The mall's admin plans the next version of the questionnaire; what was asked in old periods stays. */
@BalairungTest
class QuestionnaireAdministrationTest {

    /** Of no other test. */
    private static final LocalDate TODAY = LocalDate.of(2041, 8, 15);

    private static final YearMonth NEXT = YearMonth.of(2041, 9);

    @Autowired
    Hall hall;

    @Autowired
    QuestionnaireAdministration administration;

    @Autowired
    Questionnaires questionnaires;

    @Autowired
    Ratings ratings;

    @Autowired
    SatisfactionReading reading;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    StaffPrincipal mallAdmin;
    Opinions opinions;

    @BeforeEach
    void aMall() {
        hall.establish();
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        opinions = new Opinions(hall, ratings, questionnaires, clock);
        opinions.on(TODAY);
    }

    @AfterEach
    void theVersionsOfOtherTestsStay() {
        opinions.on(TODAY);
        versions().stream().filter(QuestionnaireVersion::changeable).forEach(this::delete);
    }

    @Test
    void aVersionIsAskedFromItsMonthOnAndNotBefore() {
        int added = add(withOwn(NEXT, "1/10", "ANTREAN"));
        assertThat(questionnaires.of(LocalDate.of(2041, 8, 31)).version()).isOne();
        Questionnaire then = questionnaires.of(LocalDate.of(2041, 9, 1));
        assertThat(then.version()).isEqualTo(added);
        assertThat(then.unsur()).hasSize(10);
        assertThat(then.unsur().getLast().code()).isEqualTo(new UnsurCode("ANTREAN"));
        assertThat(then.weights().get(new UnsurCode("ANTREAN"))).isEqualTo(new Weight(1, 10));
        assertThat(then.unsur().getLast().answers().get(3).in(java.util.Locale.ENGLISH))
                .isEqualTo("Answer 4");
        QuestionnaireVersion version = versions().getFirst();
        assertThat(version.questionnaire().version()).isEqualTo(added);
        assertThat(version.changeable()).isTrue();
        assertThat(version.madeBy()).contains(mallAdmin.displayName());
        assertThat(versions().getLast().changeable()).isFalse();
        assertThat(recorded().getLast()).contains("2041-09-01", "ANTREAN 1/10", "TIME 1/10");
    }

    @Test
    void whatWasAskedInAnOldPeriodStaysAndIsReckonedSo() {
        Hall.TestAgency agency = hall.agency(1, 1);
        opinions.filledIn(agency.service(), 2, 3);
        SurveyPeriod august = SurveyPeriod.read("2041-08").orElseThrow();
        Ikm before = reading.of(agency.id(), august).ikm().orElseThrow();
        add(withOwn(NEXT, "0,1", "ANTREAN"));
        AgencySatisfaction after = reading.of(agency.id(), august);
        assertThat(after.ikm()).contains(before);
        assertThat(after.responses().unsur(after.asked())).hasSize(9);
        assertThat(before.value()).isEqualByComparingTo("75.00");
        AgencySatisfaction unanswered =
                reading.of(agency.id(), SurveyPeriod.read("2041-07").orElseThrow());
        assertThat(unanswered.responses().unsur(unanswered.asked()))
                .as("nor where nobody answered")
                .hasSize(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "1/9; 1/9; 2/9, under by 7/9",
                "0,15; 0.85; 1",
                "1/3; 0,6; 14/15, under by 1/15",
                "187/360; 187/360; 187/180, over by 7/180",
                "1; 1; 2, over by 1",
                "3/2; 1/9; -",
                "1/9; x; -",
                "0; 1; -"
            })
    void theSumIsShownAsItIsTyped(String one, String other, String told) {
        assertThat(WeightTotal.of(List.of(one, other)).map(QuestionnaireAdministrationTest::told))
                .isEqualTo(Optional.ofNullable(told));
    }

    private static String told(WeightTotal sum) {
        return sum.isOne() ? sum.toString() : sum + (sum.isOver() ? ", over by " : ", under by ") + sum.apart();
    }

    @Test
    void everyFaultIsToldAtItsField() {
        List<UnsurDraft> wrong = new ArrayList<>(nine("1/9"));
        wrong.remove(1);
        wrong.set(0, unsur("REQUIREMENTS", "banyak"));
        wrong.add(unsur("kecil", "1/9"));
        wrong.add(unsur("TIME", "1/9"));
        UnsurDraft last = wrong.getLast();
        wrong.set(
                2,
                new UnsurDraft(
                        "COST",
                        "1/9",
                        new TypedText(" "),
                        last.englishName(),
                        new TypedText("x".repeat(201)),
                        last.englishQuestion(),
                        Stream.of("a", "b", "", "d").map(TypedText::new).toList(),
                        last.englishAnswers()));
        assertThat(faults(new QuestionnaireDraft(null, wrong)))
                .containsExactlyInAnyOrder(
                        "from common.refused.missing",
                        "unsur satisfaction.refused.compulsory",
                        "unsur.0.weight satisfaction.refused.weight",
                        "unsur.2.name common.refused.missing",
                        "unsur.2.question common.refused.too-long",
                        "unsur.2.answer.3 common.refused.missing",
                        "unsur.8.code satisfaction.refused.code",
                        "unsur.9.code satisfaction.refused.code-twice");
        assertThat(faults(new QuestionnaireDraft(NEXT, nine("0,11"))))
                .containsExactly("weights satisfaction.refused.weights-under");
        assertThat(faults(new QuestionnaireDraft(YearMonth.of(2041, 8), nine("1/9"))))
                .containsExactly("from satisfaction.refused.from");
        assertThat(faults(new QuestionnaireDraft(YearMonth.of(2047, 1), nine("1/9"))))
                .containsExactly("from satisfaction.refused.from");
        add(new QuestionnaireDraft(NEXT, nine("1/9")));
        assertThat(faults(new QuestionnaireDraft(NEXT, nine("1/9"))))
                .containsExactly("from satisfaction.refused.from-taken");
    }

    @Test
    void aVersionIsChangedOrTakenOutUntilItsMonthBegins() {
        int added = add(new QuestionnaireDraft(NEXT, nine("1/9")));
        QuestionnaireVersion seen = versions().getFirst();
        change(seen, withOwn(NEXT.plusMonths(1), "1/10", "ANTREAN"));
        assertThatThrownBy(() -> change(seen, new QuestionnaireDraft(NEXT, nine("1/9"))))
                .isInstanceOfSatisfying(
                        ChangedMeanwhile.class, late -> assertThat(late.who()).isEqualTo(mallAdmin.displayName()));
        assertThatThrownBy(() -> delete(seen)).isInstanceOf(ChangedMeanwhile.class);
        QuestionnaireVersion now = versions().getFirst();
        assertThat(now.questionnaire().version()).isEqualTo(added);
        assertThat(now.questionnaire().unsur()).hasSize(10);
        assertThat(questionnaires.of(LocalDate.of(2041, 9, 30)).version()).isOne();
        clock.set(LocalDate.of(2041, 10, 1).atTime(0, 1).atZone(Opinions.ZONE).toInstant());
        assertThatThrownBy(() -> change(now, new QuestionnaireDraft(NEXT.plusMonths(9), nine("1/9"))))
                .hasMessage("satisfaction.refused.version-begun");
        assertThatThrownBy(() -> delete(now)).hasMessage("satisfaction.refused.version-begun");
        opinions.on(TODAY);
        delete(now);
        assertThat(versions())
                .extracting(each -> each.questionnaire().version())
                .doesNotContain(added);
        assertThat(questionnaires.of(LocalDate.of(2041, 12, 1)).version()).isOne();
        assertThatThrownBy(() -> delete(now)).hasMessage("satisfaction.refused.no-such-version");
        assertThat(recorded()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void ofTwoWhoPlanTheSameMonthAtOnceOneIsTold() throws Exception {
        List<Object> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads
                    .invokeAll(Collections.nCopies(2, (Callable<Object>) () -> {
                        try {
                            return "added " + (add(new QuestionnaireDraft(NEXT, nine("1/9"))) > 1);
                        } catch (InvalidInput taken) {
                            return taken.key();
                        }
                    }))
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(outcomes).containsExactlyInAnyOrder("added true", "satisfaction.refused.from-taken");
    }

    @Test
    void onlyTheMallAdminPlansAndOnlyAfterAFreshProof() {
        Hall.TestAgency agency = hall.agency(1, 1);
        QuestionnaireDraft draft = new QuestionnaireDraft(NEXT, nine("1/9"));
        assertThatThrownBy(() -> hall.as(mallAdmin, () -> administration.add(draft)))
                .isInstanceOf(ReauthenticationRequired.class);
        for (StaffPrincipal staff : List.of(
                agency.admin(), agency.officer(), hall.staff(Role.MALL_HEAD, Optional.empty()), hall.frontDesk())) {
            assertThatThrownBy(() -> hall.asProven(staff, () -> administration.add(draft)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, administration::versions))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(versions()).noneMatch(QuestionnaireVersion::changeable);
    }

    private List<QuestionnaireVersion> versions() {
        return hall.as(mallAdmin, administration::versions);
    }

    private int add(QuestionnaireDraft draft) {
        return hall.asProven(mallAdmin, () -> administration.add(draft));
    }

    private void change(QuestionnaireVersion seen, QuestionnaireDraft draft) {
        hall.asProven(mallAdmin, () -> {
            administration.change(seen.questionnaire().version(), seen.madeAt(), draft);
            return seen;
        });
    }

    private void delete(QuestionnaireVersion seen) {
        hall.asProven(mallAdmin, () -> {
            administration.delete(seen.questionnaire().version(), seen.madeAt());
            return seen;
        });
    }

    private List<String> faults(QuestionnaireDraft draft) {
        try {
            add(draft);
            return List.of();
        } catch (InvalidInput wrong) {
            return wrong.faults().stream()
                    .map((InputFault fault) -> fault.field() + " " + fault.key())
                    .toList();
        }
    }

    private List<String> recorded() {
        return jdbc.sql("select concat(coalesce(was, ''), coalesce(became, '')) from audit_event where actor_id = ?"
                        + " and kind = 'QUESTIONNAIRE_CHANGED' order by id")
                .param(mallAdmin.id().value().toString())
                .query(String.class)
                .list();
    }

    private static QuestionnaireDraft withOwn(YearMonth from, String weight, String code) {
        return new QuestionnaireDraft(
                from,
                Stream.concat(nine(weight).stream(), Stream.of(unsur(code, weight)))
                        .toList());
    }

    private static List<UnsurDraft> nine(String weight) {
        return Stream.of(
                        "REQUIREMENTS",
                        "PROCEDURE",
                        "TIME",
                        "COST",
                        "PRODUCT",
                        "COMPETENCE",
                        "CONDUCT",
                        "FACILITIES",
                        "COMPLAINTS")
                .map(code -> unsur(code, weight))
                .toList();
    }

    private static UnsurDraft unsur(String code, String weight) {
        return new UnsurDraft(
                code,
                weight,
                new TypedText("Nama " + code),
                new TypedText("Name " + code),
                new TypedText("Bagaimana?"),
                new TypedText("How?"),
                answers("Jawaban "),
                answers("Answer "));
    }

    private static List<TypedText> answers(String word) {
        return Stream.of(1, 2, 3, 4).map(number -> new TypedText(word + number)).toList();
    }
}
