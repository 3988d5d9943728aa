package id.balairung.satisfaction;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.audit.ReadingAcross;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterDesk;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Service;

/**
 * What was said of services, for those who answer for them: an agency's admin reads the own agency's, whatever is asked for; the head
 * any agency's and the mall's, which is a reading that the agencies find in their trail; an officer what was let out of the own
 * services. Nothing of it leads to a ticket.
 */
@Service
public class Satisfaction {

    private static final String DATA = "satisfaction";

    private final SatisfactionFeed feed;
    private final CounterDesk counters;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final ReadingAcross readings;

    Satisfaction(
            SatisfactionFeed feed,
            CounterDesk counters,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            ReadingAcross readings) {
        this.feed = feed;
        this.counters = counters;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.readings = readings;
    }

    /** The month that goes on, in the mall's zone. */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public SurveyPeriod thisMonth() {
        return SurveyPeriod.of(SurveyPeriod.Length.MONTH, mall.today().date());
    }

    /**
     * Follows what is said of an agency's services.
     *
     * @param agency whose; an agency's admin follows the own one, whatever stands here
     * @param period in which the services were given; from 2000 until today's
     * @param subscriber gets each newer reading, on a thread of the feed
     * @return the subscription with the present reading; to be closed on detach
     * @throws AccessDeniedException when there is no such agency
     * @throws IllegalArgumentException when the period lies too far back or ahead
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public QueueSubscription<AgencySatisfaction> subscribe(
            AgencyId agency, SurveyPeriod period, Consumer<QueueUpdate<AgencySatisfaction>> subscriber) {
        requireReadable(period);
        return currentStaff
                .require()
                .agency()
                .map(own -> feed.follow(own, period, subscriber))
                .orElseGet(() -> {
                    requireKnown(agency);
                    return feed.follow(agency, period, recorded(readings.following(List.of(agency), DATA), subscriber));
                });
    }

    /**
     * Follows what is said of the whole mall's services.
     *
     * @param period in which the services were given; from 2000 until today's
     * @param subscriber gets each newer reading, on a thread of the feed
     * @return the subscription with the present reading; to be closed on detach
     * @throws IllegalArgumentException when the period lies too far back or ahead
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public QueueSubscription<MallSatisfaction> subscribeMall(
            SurveyPeriod period, Consumer<QueueUpdate<MallSatisfaction>> subscriber) {
        requireReadable(period);
        List<AgencyId> all =
                catalogue.agencies().stream().map(AgencySummary::id).toList();
        return feed.follow(AllAgencies.READ, period, recorded(readings.following(all, DATA), subscriber));
    }

    /**
     * Follows what an officer may read: at each reading, the services of the counters that he or she may open by then.
     *
     * @param period in which the services were given; from 2000 until today's
     * @param subscriber gets each newer reading, on a thread of the feed
     * @return the subscription with the present reading; to be closed on detach
     * @throws IllegalArgumentException when the period lies too far back or ahead
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public QueueSubscription<OwnSatisfaction> subscribeOwn(
            SurveyPeriod period, Consumer<QueueUpdate<OwnSatisfaction>> subscriber) {
        requireReadable(period);
        SecurityContext officer = new SecurityContextImpl(
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
        QueueSubscription<OwnSatisfaction> all = feed.followOwn(
                currentStaff.requireAgency(),
                period,
                update -> subscriber.accept(
                        switch (update) {
                            case QueueUpdate.Current<OwnSatisfaction>(OwnSatisfaction reading) ->
                                new QueueUpdate.Current<>(reading.of(services(officer)));
                            case QueueUpdate.Interrupted<OwnSatisfaction> gone -> gone;
                        }));
        return new QueueSubscription<>() {
            @Override
            public OwnSatisfaction current() {
                return all.current().of(services(officer));
            }

            @Override
            public void close() {
                all.close();
            }
        };
    }

    /** A feed's thread is nobody's: the officer whose services they are is passed to it. */
    private Set<ServiceId> services(SecurityContext officer) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(officer);
        try {
            return counters.counters().stream()
                    .flatMap(counter -> counter.services().stream())
                    .collect(Collectors.toUnmodifiableSet());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** A screen that stays open goes on reading. */
    private static <T> Consumer<QueueUpdate<T>> recorded(Runnable reading, Consumer<QueueUpdate<T>> subscriber) {
        return update -> {
            reading.run();
            subscriber.accept(update);
        };
    }

    private void requireReadable(SurveyPeriod period) {
        if (period.from().isBefore(ServiceDay.FIRST)
                || period.from().isAfter(mall.today().date())) {
            throw new IllegalArgumentException("No such period: " + period);
        }
    }

    private void requireKnown(AgencyId agency) {
        if (catalogue.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new AccessDeniedException("No such agency");
        }
    }
}
