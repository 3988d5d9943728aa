package id.balairung.satisfaction;

import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was said of the whole mall's services in a period. The mall's IKM pools the responses; it is not the mean of the agencies'.
 *
 * @param period when
 * @param asOf when this was read, UTC
 * @param asked the versions of the questionnaire up to the period, the first one first
 * @param agencies each agency, by its name
 * @param trend the periods up to this one, the earliest first
 * @param overdue the follow-ups that should be done by now
 */
public record MallSatisfaction(
        SurveyPeriod period,
        Instant asOf,
        List<Questionnaire> asked,
        List<OfAgency> agencies,
        List<TrendPoint> trend,
        OverdueFollowUps overdue) {

    /**
     * One agency.
     *
     * @param agency which
     * @param responses its responses, pooled over its services
     * @param ratings its quick ratings
     * @param sample how many responses of how many services
     */
    public record OfAgency(AgencyId agency, Responses responses, Tally ratings, Sample sample) {}

    /** All responses, pooled. */
    public Responses responses() {
        return agencies.stream().map(OfAgency::responses).reduce(Responses.NONE, Responses::plus);
    }

    /** The mall's sample. */
    public Sample sample() {
        return agencies.stream().map(OfAgency::sample).reduce(new Sample(0, 0), Sample::plus);
    }

    /** All quick ratings. */
    public Tally ratings() {
        return agencies.stream().map(OfAgency::ratings).reduce(Tally.NONE, Tally::plus);
    }

    /** The period before this one; empty when nobody answered then. */
    public Optional<TrendPoint> before() {
        return TrendPoint.before(trend);
    }

    /** The mall's IKM; empty while it can't be told. */
    public Optional<Ikm> ikm() {
        return responses().ikm(asked);
    }
}
