package id.balairung.satisfaction;

import java.util.List;
import java.util.Optional;

/**
 * What the survey found in a period.
 *
 * @param asked the versions of the questionnaire up to the period, the first one first
 * @param responses what was answered
 * @param sample how many answered, of how many services
 */
public record SurveyResult(List<Questionnaire> asked, Responses responses, Sample sample) {

    /** The IKM; empty while it can't be told. */
    public Optional<Ikm> ikm() {
        return responses.ikm(asked);
    }

    /** Of both together: responses are pooled. */
    public SurveyResult plus(SurveyResult other) {
        return new SurveyResult(asked, responses.plus(other.responses), sample.plus(other.sample));
    }
}
