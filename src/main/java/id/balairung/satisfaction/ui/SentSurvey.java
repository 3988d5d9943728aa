package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.Respondent;
import id.balairung.satisfaction.SkmForm;
import id.balairung.satisfaction.UnsurCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a browser sent of a survey. What no form offers counts as left out. */
final class SentSurvey {

    private SentSurvey() {}

    /** Empty when nothing was answered. */
    static Optional<SkmForm> of(Questionnaire form, Map<String, String> given) {
        Map<UnsurCode, Integer> answers = new LinkedHashMap<>();
        form.unsur().forEach(unsur -> {
            String answer = given.getOrDefault(unsur.code().value(), "");
            if (answer.matches("[1-4]")) {
                answers.put(unsur.code(), Integer.valueOf(answer));
            }
        });
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new SkmForm(
                        answers,
                        new Respondent(
                                told(Respondent.Sex.values(), given.get("sex")),
                                told(Respondent.Age.values(), given.get("age")),
                                told(Respondent.Education.values(), given.get("education")),
                                told(Respondent.Occupation.values(), given.get("occupation")))));
    }

    private static <E extends Enum<E>> Optional<E> told(E[] values, @org.jspecify.annotations.Nullable String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
