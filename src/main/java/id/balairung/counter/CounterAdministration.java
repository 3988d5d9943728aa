package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up counters. */
@Service
public class CounterAdministration {

    private final CounterRepository counters;
    private final TransactionTemplate transaction;

    CounterAdministration(CounterRepository counters, PlatformTransactionManager transactions) {
        this.counters = counters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Sets up a counter for an agency.
     *
     * @param agency the agency
     * @param number the counter's number, unique in the mall
     * @param services what can be served there, all of that agency
     * @return the new counter
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public CounterId add(AgencyId agency, int number, Collection<ServiceId> services) {
        CounterId id = CounterId.next();
        TenantScope.in(
                agency, () -> transaction.execute(status -> counters.save(new Counter(id, number, agency, services))));
        return id;
    }
}
