package id.balairung.counter;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.staff.Revision;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up counters, and takes them out of use: their history stays, so none is ever deleted. */
@Service
public class CounterAdministration {

    private final CounterRepository counters;
    private final CounterShiftRepository shifts;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CounterAdministration(
            CounterRepository counters,
            CounterShiftRepository shifts,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.counters = counters;
        this.shifts = shifts;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
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
                agency,
                () -> transaction.execute(status -> {
                    Counter counter = counters.saveAndFlush(new Counter(id, number, agency, services));
                    record(AuditKind.COUNTER_CREATED, counter, Map.of());
                    return counter;
                }));
        return id;
    }

    /** The counters of one's agency by number, also those out of use. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional(readOnly = true)
    public List<CounterDetails> counters() {
        Set<UUID> open = shifts.findOpen().stream().map(CounterShift::counterId).collect(Collectors.toSet());
        return counters.findAll().stream()
                .map(counter -> counter.details(open.contains(counter.id().value())))
                .sorted(Comparator.comparing(CounterDetails::number))
                .toList();
    }

    /** The lowest number that no counter of the mall has, after the highest of one's agency. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public int freeNumber() {
        int highest = transaction.execute(status ->
                counters.numbers().stream().mapToInt(Integer::intValue).max().orElse(0));
        Set<Integer> taken = TenantScope.acrossAgencies(() -> transaction.execute(status -> counters.numbers()));
        return IntStream.iterate(highest + 1, number -> number + 1)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Sets up a counter of one's agency.
     *
     * @param draft what was filled in
     * @return the new counter
     * @throws InvalidInput when a field can't be taken, or the number is another counter's
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public CounterId create(CounterDraft draft) {
        draft.check(offered());
        return withItsNumber(draft, () -> {
            Counter counter = new Counter(CounterId.next(), draft.number(), agency(), draft.services());
            counter.follow(draft, agency(), changed(Revision.first()));
            counters.saveAndFlush(counter);
            record(AuditKind.COUNTER_CREATED, counter, Map.of());
            return counter.id();
        });
    }

    /**
     * Changes a counter of one's agency. While it is open its number stays, and so do the services that are served there now.
     *
     * @param id the counter
     * @param revision the revision that the form was filled with
     * @param draft what was filled in
     * @throws InvalidInput when a field can't be taken
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when one's agency has no such counter
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void change(CounterId id, int revision, CounterDraft draft) {
        draft.check(offered());
        withItsNumber(draft, () -> {
            Counter counter = locked(id, revision);
            shifts.lockOpenAt(id.value()).ifPresent(shift -> requireCompatible(draft, counter, shift));
            Map<String, String> before = facts(counter);
            counter.follow(draft, agency(), changed(counter.revision()));
            counters.flush();
            record(AuditKind.COUNTER_CHANGED, counter, before);
            return id;
        });
    }

    /**
     * Takes a counter out of use.
     *
     * @param id the counter
     * @param revision the revision that the form was filled with
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when it is open, or one's agency has no such counter
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional
    public void disable(CounterId id, int revision) {
        Counter counter = locked(id, revision);
        if (shifts.findOpenAt(id.value()).isPresent()) {
            throw new BusinessRuleViolation("counter.refused.disable-open");
        }
        counter.disable(changed(counter.revision()));
        record(AuditKind.COUNTER_DISABLED, counter, facts(counter));
    }

    /**
     * Takes a counter into use again.
     *
     * @param id the counter
     * @param revision the revision that the form was filled with
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when one's agency has no such counter
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional
    public void enable(CounterId id, int revision) {
        Counter counter = locked(id, revision);
        counter.enable(changed(counter.revision()));
        record(AuditKind.COUNTER_ENABLED, counter, facts(counter));
    }

    private static void requireCompatible(CounterDraft draft, Counter counter, CounterShift shift) {
        if (draft.number() != counter.number()) {
            throw invalid(CounterDraft.NUMBER, "counter.refused.number-open");
        }
        if (!draft.services().containsAll(shift.claimed().services())) {
            throw invalid(CounterDraft.SERVICES, "counter.refused.service-open");
        }
    }

    /** The number is unique in the mall; whose it is remains theirs to tell. */
    private CounterId withItsNumber(CounterDraft draft, Supplier<CounterId> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (DataIntegrityViolationException taken) {
            if (!String.valueOf(taken.getMessage()).contains("for key 'number'")) {
                throw taken;
            }
            throw invalid(CounterDraft.NUMBER, "counter.refused.number-taken", draft.number(), freeNumber());
        }
    }

    private static InvalidInput invalid(String field, String key, Object... arguments) {
        return new InvalidInput(List.of(new InputFault(field, key, List.of(arguments))));
    }

    private Counter locked(CounterId id, int revision) {
        Counter counter = counters.lock(id.value())
                .orElseThrow(() -> new BusinessRuleViolation("counter.refused.no-such-counter"));
        counter.revision().require(revision, mall.rules().zone());
        return counter;
    }

    private Revision changed(Revision before) {
        return before.next(currentStaff.require(), clock.instant());
    }

    private void record(AuditKind kind, Counter counter, Map<String, String> before) {
        trail.record(AuditEvent.of(kind, counter.agencyId(), "Loket %02d".formatted(counter.number()))
                .changing(before, facts(counter)));
        events.publishEvent(new ShiftChanged(counter.agencyId()));
    }

    private Map<String, String> facts(Counter counter) {
        CounterDetails details = counter.details(false);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("number", String.valueOf(details.number()));
        facts.put("label", details.label());
        facts.put("area", details.area());
        facts.put(
                "services",
                catalogue.servicesOf(counter.agencyId()).stream()
                        .filter(service -> details.services().contains(service.id()))
                        .map(ServiceSummary::prefix)
                        .collect(Collectors.joining(" ")));
        return facts;
    }

    private Set<ServiceId> offered() {
        return catalogue.servicesOf(agency()).stream().map(ServiceSummary::id).collect(Collectors.toSet());
    }

    private AgencyId agency() {
        return currentStaff.requireAgency();
    }
}
