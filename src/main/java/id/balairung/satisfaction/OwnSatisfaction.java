package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an officer may read of what was said of the services of the counters that he or she may open: totals and unsigned comments, by
 * whole batches. Nothing smaller than five can be told apart in it, nor by comparing two of them.
 *
 * @param period when; the services were given in it
 * @param asked all versions of the questionnaire, the first one first
 * @param services each of the officer's services, by prefix
 */
public record OwnSatisfaction(SurveyPeriod period, List<Questionnaire> asked, List<OwnService> services) {

    /** How many ratings or responses are let out at once, at least. */
    public static final int FEWEST = Releases.FEWEST;

    /** Keeps the lists. */
    public OwnSatisfaction {
        asked = List.copyOf(asked);
        services = List.copyOf(services);
    }

    /** All responses that were let out, pooled. */
    public Responses responses() {
        return services.stream().map(OwnService::responses).reduce(Responses.NONE, Responses::plus);
    }

    /** All quick ratings that were let out. */
    public Tally ratings() {
        return services.stream().map(OwnService::ratings).reduce(Tally.NONE, Tally::plus);
    }

    /** The IKM of what was let out; empty while it can't be told. */
    public Optional<Ikm> ikm() {
        return responses().ikm(asked);
    }

    /** Whether anything was let out. */
    public boolean isEmpty() {
        return ratings().count() == 0 && responses().count() == 0;
    }

    OwnSatisfaction of(Set<ServiceId> own) {
        return new OwnSatisfaction(
                period,
                asked,
                services.stream().filter(each -> own.contains(each.service())).toList());
    }
}
