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

    /** The one before the last of a trend; empty when nobody answered then. */
    static Optional<TrendPoint> before(List<TrendPoint> trend) {
        return trend.size() < 2
                ? Optional.empty()
                : Optional.of(trend.get(trend.size() - 2))
                        .filter(point -> point.responses().count() > 0);
    }

    /** Its IKM; empty where it can't be told. */
    public Optional<Ikm> ikm(List<Questionnaire> asked) {
        return responses.ikm(asked);
    }
}
