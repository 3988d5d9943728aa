package id.balairung.alert;

import id.balairung.audit.ReadingAcross;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises alerts, keeps them while their conditions last, and remembers them. */
@Service
public class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final AlertRepository alerts;
    private final StaffNames names;
    private final CurrentStaff currentStaff;
    private final ReadingAcross readings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Set<AgencyId> failing = ConcurrentHashMap.newKeySet();

    Alerts(
            AlertRepository alerts,
            StaffNames names,
            CurrentStaff currentStaff,
            ReadingAcross readings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.alerts = alerts;
        this.names = names;
        this.currentStaff = currentStaff;
        this.readings = readings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Brings the alerts of these agencies to what holds now: a new condition raises one, one that still holds goes on
     * silently, one that has been gone for a minute ends. Several nodes may do so at once. Agencies that are not named
     * are left alone, and so is one whose alerts can't be kept, until the next time.
     *
     * @param conditions finds what holds now, for each agency
     * @throws DataAccessResourceFailureException when the database is gone
     * @throws CannotCreateTransactionException when the database is gone
     */
    public void keep(Map<AgencyId, Supplier<List<Condition>>> conditions) {
        Instant at = clock.instant();
        Map<AgencyId, List<AlertEntry>> open = TenantScope.acrossAgencies(() -> reading.execute(status ->
                alerts.findByOpenKeyIsNotNull().stream().collect(Collectors.groupingBy(AlertEntry::agencyId))));
        conditions.forEach((agency, finding) -> {
            try {
                List<Condition> holding = finding.get();
                if (differs(open.getOrDefault(agency, List.of()), holding, at)) {
                    follow(agency, holding, at);
                }
                failing.remove(agency);
            } catch (DataAccessResourceFailureException | CannotCreateTransactionException gone) {
                // For the others too.
                throw gone;
            } catch (RuntimeException fault) {
                // Said once: the next round is only a second away.
                if (failing.add(agency)) {
                    LOG.error("The alerts of {} can't be kept", agency, fault);
                }
            }
        });
    }

    /** The alerts that last, by agency, oldest first; across agencies when the scope says so. One statement, and one more for who took note. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<AgencyId, List<Alert>> lastingInScope() {
        List<AlertEntry> lasting = alerts.findByOpenKeyIsNotNullAndClearedAtIsNullOrderByBeganAt();
        Map<StaffId, String> people = people(lasting);
        return lasting.stream()
                .collect(Collectors.groupingBy(
                        AlertEntry::agencyId,
                        Collectors.mapping(entry -> entry.alert(people), Collectors.toUnmodifiableList())));
    }

    /**
     * Takes note of an alert of one's agency; the first to do so stays named.
     *
     * @param alert the alert
     * @throws BusinessRuleViolation when the agency has no such alert, or it has ended
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional
    public void acknowledge(AlertId alert) {
        alerts.findById(alert.value())
                // Its history would tell only a time, as if somebody had seen to it then.
                .filter(entry -> entry.openKey().isPresent())
                .orElseThrow(() -> new BusinessRuleViolation("alert.refused.no-such-alert"))
                .acknowledge(currentStaff.require().id(), clock.instant());
        events.publishEvent(new AlertsChanged(currentStaff.requireAgency()));
    }

    /**
     * The alerts of one's agency that were raised in a span of time, newest first.
     *
     * @param from from when, UTC
     * @param to until when, UTC, exclusive
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    @Transactional(readOnly = true)
    public List<Alert> raisedBetween(Instant from, Instant to) {
        return raised(from, to);
    }

    /**
     * The alerts of an agency that were raised in a span of time, newest first, for the mall's head.
     *
     * @param agency the agency
     * @param from from when, UTC
     * @param to until when, UTC, exclusive
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public List<Alert> raisedBetween(AgencyId agency, Instant from, Instant to) {
        readings.of(List.of(agency), "alerts");
        return TenantScope.in(agency, () -> reading.execute(status -> raised(from, to)));
    }

    private List<Alert> raised(Instant from, Instant to) {
        List<AlertEntry> raised = alerts.findByRaisedAtGreaterThanEqualAndRaisedAtBeforeOrderByRaisedAtDesc(from, to);
        Map<StaffId, String> people = people(raised);
        return raised.stream().map(entry -> entry.alert(people)).toList();
    }

    private Map<StaffId, String> people(Collection<AlertEntry> entries) {
        return names.of(entries.stream()
                .flatMap(entry -> entry.acknowledgedBy().stream())
                .collect(Collectors.toSet()));
    }

    private static boolean differs(Collection<AlertEntry> open, Collection<Condition> holding, Instant at) {
        Set<String> keys = keys(holding);
        return open.stream().anyMatch(entry -> entry.wouldFollow(holds(entry, keys), at))
                || !open.stream()
                        .flatMap(entry -> entry.openKey().stream())
                        .collect(Collectors.toSet())
                        .containsAll(keys);
    }

    private void follow(AgencyId agency, Collection<Condition> holding, Instant at) {
        try {
            TenantScope.in(
                    agency,
                    () -> transaction.execute(status -> {
                        Set<String> keys = keys(holding);
                        List<AlertEntry> open = alerts.findByOpenKeyIsNotNull();
                        Set<String> known = new HashSet<>();
                        open.forEach(entry -> {
                            entry.openKey().ifPresent(known::add);
                            entry.follow(holds(entry, keys), at);
                        });
                        holding.stream()
                                .filter(condition -> known.add(condition.key()))
                                .forEach(condition -> alerts.save(new AlertEntry(condition, at)));
                        events.publishEvent(new AlertsChanged(agency));
                        return status;
                    }));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException other) {
            LOG.debug("Another node keeps the alerts of {} at this moment", agency, other);
        }
    }

    private static boolean holds(AlertEntry entry, Set<String> keys) {
        return entry.openKey().filter(keys::contains).isPresent();
    }

    private static Set<String> keys(Collection<Condition> holding) {
        return holding.stream().map(Condition::key).collect(Collectors.toSet());
    }
}
