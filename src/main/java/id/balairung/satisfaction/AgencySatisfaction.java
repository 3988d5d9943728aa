package id.balairung.satisfaction;

import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said of an agency's services in a period.
 *
 * @param agency which
 * @param period when; the services were given in it
 * @param asOf when this was read, UTC
 * @param asked the versions of the questionnaire up to the period, the first one first
 * @param services each service that was given or rated
 * @param byHour quick ratings by the hour in which the service was finished, 0 to 23 in the mall's zone
 * @param byWait quick ratings by how long the visitor had waited
 * @param newest the newest quick ratings, the newest first
 * @param today quick ratings of services that were given today
 * @param trend the periods up to this one, the earliest first
 * @param comments the newest comments, the newest service day first
 * @param followUps what is being done, of any period, by the day until which it is to be done
 * @param tasks how many follow-ups stand where, of any period
 */
public record AgencySatisfaction(
        AgencyId agency,
        SurveyPeriod period,
        Instant asOf,
        List<Questionnaire> asked,
        List<ServiceSatisfaction> services,
        Map<Integer, Tally> byHour,
        Map<WaitStep, Tally> byWait,
        List<NewRating> newest,
        Tally today,
        List<TrendPoint> trend,
        List<CommentEntry> comments,
        List<FollowUpEntry> followUps,
        FollowUpCounts tasks) {

    /** All responses, pooled. */
    public Responses responses() {
        return services.stream().map(ServiceSatisfaction::responses).reduce(Responses.NONE, Responses::plus);
    }

    /** All quick ratings. */
    public Tally ratings() {
        return services.stream().map(ServiceSatisfaction::ratings).reduce(Tally.NONE, Tally::plus);
    }

    /** The agency's sample. */
    public Sample sample() {
        return services.stream().map(ServiceSatisfaction::sample).reduce(new Sample(0, 0), Sample::plus);
    }

    /** The IKM; empty while it can't be told. */
    public Optional<Ikm> ikm() {
        return responses().ikm(asked);
    }

    /** The period before this one; empty when nobody answered then. */
    public Optional<TrendPoint> before() {
        return TrendPoint.before(trend);
    }
}
