package id.balairung.satisfaction;

import id.balairung.common.InputCheck;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A version of the questionnaire as it was filled in. A fault is told at a field by the name {@code from}, {@code unsur}, {@code weights}
 * or, of the unsur at a place from 0, {@code unsur.0.weight} and so on; its answers are {@code unsur.0.answer.1} to 4, and in English
 * {@code unsur.0.englishAnswer.1} to 4.
 *
 * @param from the first month in which it is asked; null when none was chosen
 * @param unsur what is asked, in the order of the form
 */
public record QuestionnaireDraft(@Nullable YearMonth from, List<UnsurDraft> unsur) {

    /** So many unsur at most: nobody fills in more. */
    public static final int MOST = 20;

    /** The nine elements of Permenpan RB 14/2017, which are always asked about. */
    public static final Set<UnsurCode> COMPULSORY = Arrays.stream(
                    "REQUIREMENTS PROCEDURE TIME COST PRODUCT COMPETENCE CONDUCT COMPLAINTS FACILITIES".split(" "))
            .map(UnsurCode::new)
            .collect(Collectors.toUnmodifiableSet());

    /** Keeps the order. */
    public QuestionnaireDraft {
        unsur = List.copyOf(unsur);
    }

    InputCheck check(LocalDate today) {
        Optional<WeightTotal> sum =
                WeightTotal.of(unsur.stream().map(UnsurDraft::weight).toList());
        Set<String> codes = unsur.stream().map(UnsurDraft::code).collect(Collectors.toSet());
        InputCheck faults = new InputCheck()
                .that(from != null, "from", "common.refused.missing")
                .that(
                        from == null || from.atDay(1).isAfter(today) && from.getYear() <= today.getYear() + 5,
                        "from",
                        "satisfaction.refused.from")
                .that(
                        COMPULSORY.stream().map(UnsurCode::value).allMatch(codes::contains),
                        "unsur",
                        "satisfaction.refused.compulsory")
                .that(unsur.size() <= MOST, "unsur", "satisfaction.refused.unsur-many", MOST);
        for (int place = 0; place < unsur.size(); place++) {
            check(faults, place);
        }
        sum.ifPresent(known -> faults.that(
                known.isOne(),
                "weights",
                known.isOver() ? "satisfaction.refused.weights-over" : "satisfaction.refused.weights-under",
                known.toString(),
                known.apart()));
        return faults;
    }

    private void check(InputCheck faults, int place) {
        UnsurDraft each = unsur.get(place);
        String field = "unsur." + place + ".";
        boolean known = unsur.subList(0, place).stream().map(UnsurDraft::code).anyMatch(each.code()::equals);
        faults.that(UnsurCode.isOne(each.code()), field + "code", "satisfaction.refused.code")
                .that(!known, field + "code", "satisfaction.refused.code-twice")
                .that(Weight.typed(each.weight()).isPresent(), field + "weight", "satisfaction.refused.weight")
                .words(each.name(), UnsurDraft.LONGEST_NAME, field + "name")
                .words(each.englishName(), UnsurDraft.LONGEST_NAME, field + "englishName")
                .words(each.question(), UnsurDraft.LONGEST_QUESTION, field + "question")
                .words(each.englishQuestion(), UnsurDraft.LONGEST_QUESTION, field + "englishQuestion");
        for (int answer = 0; answer < Unsur.ANSWERS; answer++) {
            faults.words(each.answers().get(answer), UnsurDraft.LONGEST_ANSWER, field + "answer." + (answer + 1))
                    .words(
                            each.englishAnswers().get(answer),
                            UnsurDraft.LONGEST_ANSWER,
                            field + "englishAnswer." + (answer + 1));
        }
    }

    /** What was filled in and checked, as this version. */
    Questionnaire questionnaire(int version) {
        if (from == null) {
            throw new IllegalStateException("Not checked");
        }
        return new Questionnaire(
                version,
                from.atDay(1),
                unsur.stream()
                        .map(each -> new Unsur(
                                new UnsurCode(each.code()),
                                Weight.typed(each.weight()).orElseThrow(),
                                new Unsur.Words(
                                        each.name().text(), each.englishName().text()),
                                new Unsur.Words(
                                        each.question().text(),
                                        each.englishQuestion().text()),
                                IntStream.range(0, Unsur.ANSWERS)
                                        .mapToObj(answer -> new Unsur.Words(
                                                each.answers().get(answer).text(),
                                                each.englishAnswers()
                                                        .get(answer)
                                                        .text()))
                                        .toList()))
                        .toList());
    }
}
