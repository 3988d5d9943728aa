package id.balairung.dashboard;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.audit.ReadingAcross;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * The dashboards: an agency's admin follows the own agency's, whatever is asked for; the head the mall's and any agency's, which is a
 * reading that the agencies find in their trail.
 */
@Service
public class Dashboards {

    private static final String DATA = "dashboard";

    private final DashboardFeed feed;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final ReadingAcross readings;

    Dashboards(
            DashboardFeed feed,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            ReadingAcross readings) {
        this.feed = feed;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.readings = readings;
    }

    /**
     * Follows a dashboard.
     *
     * @param query which; an agency's admin follows the own agency's, whatever stands there
     * @param subscriber gets each newer reading, on a thread of the feed
     * @return the subscription with the present reading; to be closed on detach
     * @throws AccessDeniedException when there is no such agency, or it has no such service
     * @throws IllegalArgumentException when the days lie too far back or ahead
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public QueueSubscription<DashboardReading> subscribe(
            DashboardQuery query, Consumer<QueueUpdate<DashboardReading>> subscriber) {
        requireReadable(query.period());
        Optional<AgencyId> own = currentStaff.require().agency();
        DashboardQuery readable = new DashboardQuery(own.or(query::agency), query.service(), query.period());
        readable.agency().ifPresent(this::requireKnown);
        readable.service().ifPresent(service -> requireOf(readable.agency().orElseThrow(), service));
        if (own.isPresent()) {
            return feed.follow(readable, subscriber);
        }
        List<AgencyId> read = readable.agency()
                .map(List::of)
                .orElseGet(() ->
                        catalogue.agencies().stream().map(AgencySummary::id).toList());
        Runnable recorded = readings.following(read, DATA);
        return feed.follow(readable, update -> {
            recorded.run();
            subscriber.accept(update);
        });
    }

    private void requireReadable(DashboardPeriod period) {
        if (!period.readable(mall.today().date())) {
            throw new IllegalArgumentException("No such period: " + period);
        }
    }

    private void requireKnown(AgencyId agency) {
        if (catalogue.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new AccessDeniedException("No such agency");
        }
    }

    private void requireOf(AgencyId agency, ServiceId service) {
        if (catalogue.servicesOf(agency).stream().noneMatch(known -> known.id().equals(service))) {
            throw new AccessDeniedException("No such service");
        }
    }
}
