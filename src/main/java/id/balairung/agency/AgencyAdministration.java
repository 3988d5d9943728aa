package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private final Editor editor;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AgencyAdministration(
            AgencyRepository agencies,
            ServiceOfferingRepository services,
            OpeningHoursRepository hours,
            ServiceCatalogue catalogue,
            Editor editor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.agencies = agencies;
        this.services = services;
        this.hours = hours;
        this.catalogue = catalogue;
        this.editor = editor;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Registers an agency.
     *
     * @param code its short code, 1 to 20 capitals, digits and hyphens, e.g. DUKCAPIL
     * @param letters its one or two letters, unique in the mall
     * @param name its name
     * @param offered its services
     * @param week when it opens; a day that is missing is closed
     * @return the new agency
     * @throws IllegalArgumentException when the code or the letters are not such
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public AgencyId register(
            String code, String letters, String name, List<NewService> offered, Map<DayOfWeek, DayHours> week) {
        AgencyId id = AgencyId.next();
        TenantScope.in(
                id,
                () -> transaction.execute(status -> {
                    Agency agency = agencies.saveAndFlush(new Agency(id, code, letters, name));
                    offered.forEach(
                            service -> services.save(new ServiceOffering(ServiceId.next(), agency.letters(), service)));
                    week.forEach((day, open) -> hours.save(new OpeningHours(day, open.opens(), open.closes())));
                    editor.record(AuditEvent.of(AuditKind.AGENCY_CREATED, id, letters + " " + name)
                            .with("code", code)
                            .with("letters", letters)
                            .with("name", name)
                            .with("services", told(letters, offered))
                            .with("week", told(week)));
                    return id;
                }));
        catalogue.changed();
        return id;
    }

    /**
     * Pauses a service of one's own agency: it takes no new tickets until it is reopened, or until the end that was
     * given. Who waits already is called as before.
     *
     * @param service the service
     * @param reason why, as shown to the front desk, at most 200 characters
     * @param until when it takes new tickets again by itself, UTC, at most 30 days ahead; empty when somebody reopens it
     * @throws BusinessRuleViolation when the agency has no such service, the reason is empty, too long or can't be
     *     printed, or the end has passed or is too far
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void pause(ServiceId service, String reason, Optional<Instant> until) {
        change(service, AuditKind.SERVICE_PAUSED, offering -> offering.pause(reason, until, clock.instant()));
    }

    /**
     * Reopens a service of one's own agency.
     *
     * @param service the service
     * @throws BusinessRuleViolation when the agency has no such service
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void reopen(ServiceId service) {
        change(service, AuditKind.SERVICE_REOPENED, ServiceOffering::reopen);
    }

    private void change(ServiceId service, AuditKind kind, Consumer<ServiceOffering> change) {
        editor.change(editor.agency(), () -> {
            ServiceOffering offering = own(service);
            ServiceDetails before = offering.details(clock.instant());
            change.accept(offering);
            offering.changed(editor.signature());
            editor.record(AuditEvent.of(kind, offering.agencyId(), before.label())
                    .changing(before.facts(), offering.details(clock.instant()).facts()));
            return service;
        });
    }

    private static String told(String letters, List<NewService> offered) {
        return offered.stream()
                .map(service -> letters + service.letter() + " " + service.nameIndonesian())
                .collect(Collectors.joining("; "));
    }

    private static String told(Map<DayOfWeek, DayHours> week) {
        return week.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> day.getKey() + " " + day.getValue())
                .collect(Collectors.joining("; "));
    }

    private ServiceOffering own(ServiceId service) {
        return services.findLockedById(service.value())
                .orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-service"));
    }
}
