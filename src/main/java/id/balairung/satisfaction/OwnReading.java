package id.balairung.satisfaction;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.queue.RetainedDays;
import id.balairung.queue.RetentionKind;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what officers of an agency may read, of all its services; each officer is told of some. */
@Component
class OwnReading {

    private final ReleasedRows rows;
    private final Questionnaires questionnaires;
    private final ServiceCatalogue catalogue;
    private final RetainedDays retained;
    private final TransactionTemplate reading;

    OwnReading(
            ReleasedRows rows,
            Questionnaires questionnaires,
            ServiceCatalogue catalogue,
            RetainedDays retained,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.questionnaires = questionnaires;
        this.catalogue = catalogue;
        this.retained = retained;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    OwnSatisfaction of(AgencyId agency, SurveyPeriod period) {
        List<Questionnaire> asked = questionnaires.until(period.to());
        List<ServiceId> services =
                catalogue.servicesOf(agency).stream().map(ServiceSummary::id).toList();
        return reading.execute(status -> {
            Map<ServiceId, Tally> ratings = rows.ratings(agency, period.from(), period.to());
            Map<ServiceId, Responses> responses = rows.responses(agency, period.from(), period.to());
            Map<ServiceId, List<String>> comments =
                    rows.comments(agency, period.from(), period.to(), retained.firstKept(RetentionKind.COMMENT));
            return new OwnSatisfaction(
                    period,
                    asked,
                    services.stream()
                            .map(service -> new OwnService(
                                    service,
                                    ratings.getOrDefault(service, Tally.NONE),
                                    responses.getOrDefault(service, Responses.NONE),
                                    comments.getOrDefault(service, List.of())))
                            .toList());
        });
    }
}
