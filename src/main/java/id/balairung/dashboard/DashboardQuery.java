package id.balairung.dashboard;

import id.balairung.agency.ServiceId;
import id.balairung.rollup.Scope;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.util.Optional;

/**
 * What a dashboard is asked for.
 *
 * @param agency whose; empty for the whole mall
 * @param service only one of the agency's services; empty for all
 * @param period of which days
 */
public record DashboardQuery(Optional<AgencyId> agency, Optional<ServiceId> service, DashboardPeriod period) {

    /** A query; a service is asked for with its agency. */
    public DashboardQuery {
        if (service.isPresent() && agency.isEmpty()) {
            throw new IllegalArgumentException("A service without its agency");
        }
    }

    Scope scope() {
        return agency.<Scope>map(own -> service.<Scope>map(one -> new Scope.OfService(own, one))
                        .orElseGet(() -> new Scope.OfAgency(own)))
                .orElseGet(() -> new Scope.Mall(AllAgencies.READ));
    }
}
