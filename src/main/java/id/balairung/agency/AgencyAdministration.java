package id.balairung.agency;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers agencies with what they offer, and pauses and reopens services. */
@Service
public class AgencyAdministration {

    private final AgencyRepository agencies;
    private final ServiceOfferingRepository services;
    private final OpeningHoursRepository hours;
    private final ServiceCatalogue catalogue;
    private final TransactionTemplate transaction;

    AgencyAdministration(
            AgencyRepository agencies,
            ServiceOfferingRepository services,
            OpeningHoursRepository hours,
            ServiceCatalogue catalogue,
            PlatformTransactionManager transactions) {
        this.agencies = agencies;
        this.services = services;
        this.hours = hours;
        this.catalogue = catalogue;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Registers an agency.
     *
     * @param code its short code, e.g. DUKCAPIL
     * @param letters its one or two letters, unique in the mall
     * @param name its name
     * @param offered its services
     * @param week when it opens; a day that is missing is closed
     * @return the new agency
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public AgencyId register(
            String code, String letters, String name, List<NewService> offered, Map<DayOfWeek, DayHours> week) {
        AgencyId id = AgencyId.next();
        TenantScope.in(
                id,
                () -> transaction.execute(status -> {
                    Agency agency = agencies.saveAndFlush(new Agency(id, code, letters, name));
                    offered.forEach(service -> services.save(new ServiceOffering(ServiceId.next(), agency, service)));
                    week.forEach((day, open) -> hours.save(new OpeningHours(day, open.opens(), open.closes())));
                    return id;
                }));
        catalogue.changed();
        return id;
    }

    /**
     * Pauses a service of one's own agency: it takes no new tickets until it is reopened.
     *
     * @param service the service
     * @param reason why, as shown to the front desk, at most 200 characters
     * @throws BusinessRuleViolation when the agency has no such service, or the reason is empty or too long
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void pause(ServiceId service, String reason) {
        transaction.executeWithoutResult(status -> own(service).pause(reason));
        catalogue.changed();
    }

    /**
     * Reopens a service of one's own agency.
     *
     * @param service the service
     * @throws BusinessRuleViolation when the agency has no such service
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void reopen(ServiceId service) {
        transaction.executeWithoutResult(status -> own(service).reopen());
        catalogue.changed();
    }

    private ServiceOffering own(ServiceId service) {
        return services.findById(service.value())
                .orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-service"));
    }
}
