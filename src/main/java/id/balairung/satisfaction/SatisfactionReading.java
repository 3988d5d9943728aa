package id.balairung.satisfaction;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.closing.ServedCounts;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what was said in a period, in one transaction, so that all its figures are of one moment. */
@Component
class SatisfactionReading {

    static final int TREND = 6;
    private static final int SHOWN = 30;
    private static final FollowUpFilter PENDING =
            new FollowUpFilter(Optional.of(FollowUpFilter.Standing.PENDING), Optional.empty(), Optional.empty());

    private final SatisfactionRows rows;
    private final CommentRows comments;
    private final FollowUpRows followUps;
    private final StaffNames names;
    private final ServedCounts served;
    private final Questionnaires questionnaires;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate reading;

    SatisfactionReading(
            SatisfactionRows rows,
            CommentRows comments,
            FollowUpRows followUps,
            StaffNames names,
            ServedCounts served,
            Questionnaires questionnaires,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.comments = comments;
        this.followUps = followUps;
        this.names = names;
        this.served = served;
        this.questionnaires = questionnaires;
        this.catalogue = catalogue;
        this.mall = mall;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    AgencySatisfaction of(AgencyId agency, SurveyPeriod period) {
        List<Questionnaire> asked = questionnaires.until(period.to());
        LocalDate today = mall.today().date();
        return reading.execute(status -> {
            List<ServiceSatisfaction> services = services(agency, period);
            return new AgencySatisfaction(
                    agency,
                    period,
                    clock.instant(),
                    asked,
                    services,
                    rows.byHour(agency, period.from(), period.to()),
                    rows.byWait(agency, period.from(), period.to()),
                    rows.newest(agency, period.from(), period.to(), SHOWN),
                    pooled(rows.ratings(agency, today, today)),
                    trend(
                            period,
                            services.stream().map(ServiceSatisfaction::responses),
                            before -> rows.responses(agency, before.from(), before.to())),
                    comments.page(agency, CommentFilter.of(period), Optional.empty(), SHOWN),
                    named(followUps.page(agency, PENDING, today, Optional.empty(), SHOWN)),
                    followUps.counts(agency, today));
        });
    }

    private OverdueFollowUps overdue(AllAgencies everyAgency) {
        OverdueFollowUps found = followUps.overdue(everyAgency, mall.today().date(), SHOWN);
        Map<StaffId, String> known = owners(
                found.first().stream().map(OverdueFollowUps.OfAgency::followUp).toList());
        return new OverdueFollowUps(
                found.count(),
                found.first().stream()
                        .map(one -> new OverdueFollowUps.OfAgency(
                                one.agency(), one.followUp().named(known)))
                        .toList());
    }

    private List<FollowUpEntry> named(List<FollowUpEntry> found) {
        Map<StaffId, String> known = owners(found);
        return found.stream().map(entry -> entry.named(known)).toList();
    }

    private Map<StaffId, String> owners(List<FollowUpEntry> found) {
        return names.of(found.stream()
                .flatMap(entry -> entry.owner().stream())
                .map(FollowUpOwner::id)
                .distinct()
                .toList());
    }

    private List<ServiceSatisfaction> services(AgencyId agency, SurveyPeriod period) {
        Map<ServiceId, Responses> responses = byService(rows.responses(agency, period.from(), period.to()));
        Map<ServiceId, Tally> ratings = byService(rows.ratings(agency, period.from(), period.to()));
        Map<ServiceId, Long> population = served.between(agency, period.from(), period.to());
        Set<ServiceId> told = new HashSet<>(population.keySet());
        told.addAll(responses.keySet());
        told.addAll(ratings.keySet());
        return told.stream()
                .map(catalogue::service)
                .sorted(Comparator.comparing(ServiceSummary::prefix))
                .map(ServiceSummary::id)
                .map(service -> {
                    Responses said = responses.getOrDefault(service, Responses.NONE);
                    return new ServiceSatisfaction(
                            service,
                            said,
                            ratings.getOrDefault(service, Tally.NONE),
                            new Sample(population.getOrDefault(service, 0L), said.count()));
                })
                .toList();
    }

    MallSatisfaction mall(AllAgencies everyAgency, SurveyPeriod period) {
        List<Questionnaire> asked = questionnaires.until(period.to());
        List<AgencySummary> all = catalogue.agencies();
        return reading.execute(status -> {
            Map<AgencyId, Responses> responses =
                    byAgency(rows.responses(everyAgency, period.from(), period.to()), Responses::plus);
            Map<AgencyId, Tally> ratings = byAgency(rows.ratings(everyAgency, period.from(), period.to()), Tally::plus);
            Map<AgencyId, Long> population = served.between(everyAgency, period.from(), period.to());
            return new MallSatisfaction(
                    period,
                    clock.instant(),
                    asked,
                    all.stream()
                            .sorted(Comparator.comparing(AgencySummary::name, String.CASE_INSENSITIVE_ORDER))
                            .map(AgencySummary::id)
                            .map(agency -> {
                                Responses said = responses.getOrDefault(agency, Responses.NONE);
                                return new MallSatisfaction.OfAgency(
                                        agency,
                                        said,
                                        ratings.getOrDefault(agency, Tally.NONE),
                                        new Sample(population.getOrDefault(agency, 0L), said.count()));
                            })
                            .toList(),
                    trend(
                            period,
                            responses.values().stream(),
                            before -> rows.responses(everyAgency, before.from(), before.to())),
                    overdue(everyAgency));
        });
    }

    private interface Past {
        Map<SatisfactionRows.Place, Responses> read(SurveyPeriod period);
    }

    /** Ends with what is shown of the period itself, not with what a later statement finds. */
    private static List<TrendPoint> trend(SurveyPeriod period, Stream<Responses> present, Past past) {
        return Stream.concat(
                        IntStream.range(1, TREND)
                                .mapToObj(back -> period.minus(TREND - back))
                                .map(before -> point(before, past.read(before).values().stream())),
                        Stream.of(point(period, present)))
                .toList();
    }

    private static TrendPoint point(SurveyPeriod period, Stream<Responses> responses) {
        return new TrendPoint(period, responses.reduce(Responses.NONE, Responses::plus));
    }

    private static <T> Map<ServiceId, T> byService(Map<SatisfactionRows.Place, T> places) {
        Map<ServiceId, T> services = new HashMap<>();
        places.forEach((place, value) -> services.put(place.service(), value));
        return services;
    }

    private static <T> Map<AgencyId, T> byAgency(Map<SatisfactionRows.Place, T> places, BinaryOperator<T> both) {
        Map<AgencyId, T> agencies = new HashMap<>();
        places.forEach((place, value) -> agencies.merge(place.agency(), value, both));
        return agencies;
    }

    private static Tally pooled(Map<SatisfactionRows.Place, Tally> places) {
        return places.values().stream().reduce(Tally.NONE, Tally::plus);
    }
}
