package id.balairung.staff;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffAccessChanged;
import id.balairung.security.StaffDisabled;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSessionsEnded;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done to an account, for the services that know who may: the rules that hold for every admin, the trail, and that the
 * person's screens learn of it. An officer's counters are those of the agency in scope.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountKeeping {

    private final StaffAccountRepository accounts;
    private final Credentials credentials;
    private final ObjectProvider<Workplaces> workplaces;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountKeeping(
            StaffAccountRepository accounts,
            Credentials credentials,
            ObjectProvider<Workplaces> workplaces,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            CurrentStaff currentStaff,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.workplaces = workplaces;
        this.catalogue = catalogue;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes an account.
     *
     * @param draft what was filled in, checked
     * @param hash of its initial password
     * @throws InvalidInput when the name, or one that looks like it, is taken; it isn't told by whom
     */
    StaffId create(AccountDraft draft, String hash) {
        StaffId id = StaffId.next();
        StaffAccount account = new StaffAccount(id, draft.newStaff(), hash, true);
        account.follow(draft, changed(account));
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException taken) {
            String key = String.valueOf(taken.getMessage());
            if (!key.contains("staff_account_likeness") && !key.contains("for key 'username'")) {
                throw taken;
            }
            throw invalid(Username.FIELD, "staff.refused.username-taken");
        }
        assign(id, draft);
        recordCreated(account, draft.counters());
        return id;
    }

    /** Records that an account was made. */
    void recordCreated(StaffAccount account, Set<UUID> counters) {
        trail.record(about(AuditKind.ACCOUNT_CREATED, account).changing(Map.of(), facts(account, counters)));
    }

    /**
     * Changes an account; when that changes what it may do, its screens close.
     *
     * @throws ChangedMeanwhile when the form was filled before somebody else saved
     */
    void change(StaffAccount account, int filledIn, AccountDraft draft) {
        requireRevision(account, filledIn);
        AccountDetails before = account.details(counters(account));
        boolean moves = !before.agency().equals(draft.agency());
        boolean rightsChange =
                moves || before.role() != draft.role() || before.mayChooseTicket() != draft.choosesTickets();
        if (before.role() != draft.role()) {
            requireNotOneself(account, "staff.refused.own-role");
            requireAnotherMallAdmin(account);
        }
        if (before.role() == Role.OFFICER && (moves || draft.role() != Role.OFFICER)) {
            leave(account);
        }
        StaffPrincipal moved = account.principal();
        Map<String, String> was = facts(account, before.counters());
        account.follow(draft, changed(account));
        try {
            accounts.flush();
        } catch (DataIntegrityViolationException referred) {
            // What an officer did belongs to the agency where it was done, and names the account there.
            throw new BusinessRuleViolation("staff.refused.has-history");
        }
        if (!moves) {
            assign(before.id(), draft);
        }
        Map<String, String> became = facts(account, moves ? Set.of() : draft.counters());
        trail.record(about(AuditKind.ACCOUNT_CHANGED, account).changing(was, became));
        if (moves && moved.agency().isPresent()) {
            trail.record(Credentials.about(AuditKind.ACCOUNT_CHANGED, moved).changing(was, became));
        }
        if (rightsChange) {
            events.publishEvent(new StaffAccessChanged(before.id()));
        }
    }

    /**
     * Lets an account sign in no more; its screens close, and so does its counter.
     *
     * @throws ChangedMeanwhile when the form was filled before somebody else saved
     */
    void disable(StaffAccount account, int filledIn) {
        requireRevision(account, filledIn);
        requireNotOneself(account, "staff.refused.own-disable");
        requireAnotherMallAdmin(account);
        StaffId id = account.principal().id();
        if (account.principal().role() == Role.OFFICER) {
            workplaces.stream().forEach(places -> places.release(id));
        }
        account.disable(changed(account));
        trail.record(about(AuditKind.ACCOUNT_DISABLED, account));
        events.publishEvent(new StaffDisabled(id));
    }

    /**
     * Lets a disabled account sign in again.
     *
     * @throws ChangedMeanwhile when the form was filled before somebody else saved
     */
    void enable(StaffAccount account, int filledIn) {
        requireRevision(account, filledIn);
        account.enable(changed(account));
        trail.record(about(AuditKind.ACCOUNT_ENABLED, account));
    }

    /** Gives an initial password in the place of a forgotten one. */
    void resetPassword(StaffAccount account, String hash) {
        credentials.reset(account, hash);
        events.publishEvent(new StaffAccessChanged(account.principal().id()));
    }

    void removeSecondFactor(StaffAccount account) {
        if (account.secondFactor().isEmpty()) {
            throw new BusinessRuleViolation("staff.second-factor.none");
        }
        credentials.removeSecondFactor(account);
    }

    void requireSecondFactor(StaffAccount account) {
        boolean before = account.isSecondFactorRequired();
        account.requireSecondFactor();
        trail.record(about(AuditKind.ACCOUNT_CHANGED, account)
                .changing(
                        Map.of("secondFactorRequired", String.valueOf(before)),
                        Map.of("secondFactorRequired", String.valueOf(true))));
    }

    void endSessions(StaffAccount account) {
        trail.record(about(AuditKind.SESSION_ENDED, account));
        events.publishEvent(new StaffSessionsEnded(account.principal().id()));
    }

    private void requireRevision(StaffAccount account, int filledIn) {
        account.revision().require(filledIn, mall.rules().zone());
    }

    /** The counters that each officer of the agency in scope was given. */
    Map<StaffId, Set<UUID>> assigned() {
        return workplaces.stream()
                .flatMap(places -> places.assigned().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The counters of the agency in scope. */
    List<Workplace> places() {
        return workplaces.stream().flatMap(places -> places.all().stream()).toList();
    }

    private Set<UUID> counters(StaffAccount account) {
        return assigned().getOrDefault(account.principal().id(), Set.of());
    }

    private void assign(StaffId id, AccountDraft draft) {
        if (draft.role() == Role.OFFICER) {
            workplaces.stream().forEach(places -> places.assign(id, draft.counters()));
        }
    }

    private void leave(StaffAccount account) {
        StaffId id = account.principal().id();
        workplaces.stream().forEach(places -> {
            places.release(id);
            places.assign(id, Set.of());
        });
    }

    private void requireNotOneself(StaffAccount account, String key) {
        if (currentStaff.require().id().equals(account.principal().id())) {
            throw new BusinessRuleViolation(key);
        }
    }

    /** Somebody must be left who can let others in; {@link #lockBehindMallAdmins} keeps the others from leaving meanwhile. */
    private void requireAnotherMallAdmin(StaffAccount account) {
        StaffId id = account.principal().id();
        if (account.principal().role() == Role.MALL_ADMIN
                && accounts.enabled(Role.MALL_ADMIN).stream().allMatch(id.value()::equals)) {
            throw new BusinessRuleViolation("staff.refused.last-mall-admin");
        }
    }

    private Revision changed(StaffAccount account) {
        return account.revision().next(currentStaff.require(), clock.instant());
    }

    private static AuditEvent about(AuditKind kind, StaffAccount account) {
        return Credentials.about(kind, account.principal());
    }

    private Map<String, String> facts(StaffAccount account, Set<UUID> counters) {
        AccountDetails details = account.details(counters);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("username", details.username());
        facts.put("name", details.name());
        facts.put("role", details.role().name());
        details.agency().ifPresent(agency -> facts.put("agency", agencyName(agency)));
        if (details.role() == Role.OFFICER) {
            facts.put("mayChooseTicket", String.valueOf(details.mayChooseTicket()));
            facts.put(
                    "counters",
                    counters.isEmpty()
                            ? "*"
                            : places().stream()
                                    .filter(place -> counters.contains(place.id()))
                                    .map(place -> String.valueOf(place.number()))
                                    .collect(Collectors.joining(" ")));
        }
        return facts;
    }

    private String agencyName(AgencyId agency) {
        return catalogue.agencies().stream()
                .filter(known -> known.id().equals(agency))
                .map(AgencySummary::name)
                .findAny()
                .orElseGet(agency::toString);
    }

    static InvalidInput invalid(String field, String key, Object... arguments) {
        return new InvalidInput(List.of(new InputFault(field, key, List.of(arguments))));
    }

    /** An account as a service found it. */
    Optional<StaffAccount> lock(StaffId staff) {
        return accounts.lock(staff.value());
    }

    /**
     * The same, behind all mall admins' accounts: of two admins who act on each other one waits, instead of each holding what
     * the other needs. One by one by their key: a query by role would lock, for a moment, whatever it reads on its way.
     */
    Optional<StaffAccount> lockBehindMallAdmins(StaffId staff) {
        Stream.concat(accounts.enabled(Role.MALL_ADMIN).stream(), Stream.of(staff.value()))
                .distinct()
                .sorted()
                .forEach(accounts::lock);
        return lock(staff);
    }
}
