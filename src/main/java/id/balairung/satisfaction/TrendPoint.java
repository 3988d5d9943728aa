package id.balairung.satisfaction;

import java.util.List;
import java.util.Optional;

/**
 * A period of a trend.
 *
 * @param period which
 * @param responses its responses
 */
public record TrendPoint(SurveyPeriod period, Responses responses) {

    /** Its IKM; empty where it can't be told. */
    public Optional<Ikm> ikm(List<Questionnaire> asked) {
        return responses.ikm(asked);
    }
}
