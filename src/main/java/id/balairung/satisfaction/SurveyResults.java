package id.balairung.satisfaction;

import id.balairung.closing.ServedCounts;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the survey found, for reports that tell it among other figures; in their transaction, so that all is of one moment. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class SurveyResults {

    private final SatisfactionRows rows;
    private final ServedCounts served;
    private final Questionnaires questionnaires;

    SurveyResults(SatisfactionRows rows, ServedCounts served, Questionnaires questionnaires) {
        this.rows = rows;
        this.served = served;
        this.questionnaires = questionnaires;
    }

    /**
     * Of an agency.
     *
     * @param agency whose
     * @param period in which the services were given
     */
    public SurveyResult of(AgencyId agency, SurveyPeriod period) {
        Responses responses = rows.responses(agency, period.from(), period.to()).values().stream()
                .reduce(Responses.NONE, Responses::plus);
        long population = served.between(agency, period.from(), period.to()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new SurveyResult(
                questionnaires.until(period.to()), responses, new Sample(population, responses.count()));
    }

    /**
     * Of each agency that served anybody or was answered.
     *
     * @param everyAgency says so
     * @param period in which the services were given
     */
    public Map<AgencyId, SurveyResult> of(AllAgencies everyAgency, SurveyPeriod period) {
        List<Questionnaire> asked = questionnaires.until(period.to());
        Map<AgencyId, Responses> responses = new HashMap<>();
        rows.responses(everyAgency, period.from(), period.to())
                .forEach((place, said) -> responses.merge(place.agency(), said, Responses::plus));
        Map<AgencyId, Long> population = served.between(everyAgency, period.from(), period.to());
        Map<AgencyId, SurveyResult> results = new HashMap<>();
        Stream.concat(responses.keySet().stream(), population.keySet().stream())
                .distinct()
                .forEach(agency -> {
                    Responses said = responses.getOrDefault(agency, Responses.NONE);
                    results.put(
                            agency,
                            new SurveyResult(
                                    asked, said, new Sample(population.getOrDefault(agency, 0L), said.count())));
                });
        return results;
    }

    /** Of everybody together, when nobody answered: nothing. */
    public SurveyResult none(SurveyPeriod period) {
        return new SurveyResult(questionnaires.until(period.to()), Responses.NONE, new Sample(0, 0));
    }
}
