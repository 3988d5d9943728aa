package id.balairung.staff;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The officers of one's own agency. Other accounts, also the agency's admins, are the mall admin's to run: for this service they
 * don't exist, nor do those of other agencies.
 */
@Service
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
public class OfficerAdministration {

    private final StaffAccountRepository accounts;
    private final AccountKeeping keeping;
    private final Credentials credentials;
    private final Reauthentication reauthentication;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    OfficerAdministration(
            StaffAccountRepository accounts,
            AccountKeeping keeping,
            Credentials credentials,
            Reauthentication reauthentication,
            CurrentStaff currentStaff,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.credentials = credentials;
        this.reauthentication = reauthentication;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The officers by name, disabled ones too. */
    public List<AccountDetails> officers() {
        return transaction.execute(status -> read());
    }

    /** The agency's counters, by number. */
    public List<Workplace> counters() {
        return transaction.execute(status -> keeping.places());
    }

    /**
     * Makes an officer's account.
     *
     * @param username the sign-in name
     * @param name the person's name
     * @param mayChooseTicket whether he or she may call out of turn
     * @param counters the counters that may be opened; none for all
     * @return the account and its initial password, to be shown once
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws InvalidInput when a field can't be taken
     */
    public NewAccount create(String username, TypedText name, boolean mayChooseTicket, Set<UUID> counters) {
        AccountDraft draft = AccountDraft.officer(username, name, agency(), mayChooseTicket, counters);
        draft.checkNew().orThrow();
        reauthentication.requireFresh();
        InitialPassword password = InitialPassword.random();
        String hash = credentials.hash(password.text());
        StaffId id = transaction.execute(status -> keeping.create(draft, hash));
        return new NewAccount(id, new GivenPassword(draft.newStaff().username(), name.text(), password));
    }

    /**
     * Changes an officer's account. When the right to choose is given or taken, the officer signs in again.
     *
     * @param officer the account
     * @param revision the revision that the form was filled with
     * @param name the person's name
     * @param mayChooseTicket whether he or she may call out of turn
     * @param counters the counters that may be opened; none for all. One that is open stays so
     * @throws InvalidInput when a field can't be taken
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when the agency has no such officer
     */
    public void change(StaffId officer, int revision, TypedText name, boolean mayChooseTicket, Set<UUID> counters) {
        AccountDraft draft = AccountDraft.officer("", name, agency(), mayChooseTicket, counters);
        draft.checkChange().orThrow();
        onOwn(officer, account -> keeping.change(account, revision, draft));
    }

    /**
     * Disables an officer's account: its screens and its counter close, and it can't sign in.
     *
     * @param officer the account
     * @param revision the revision that the form was filled with
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when somebody is called or served at the officer's counter, or the agency has no such officer
     */
    public void disable(StaffId officer, int revision) {
        reauthentication.requireFresh();
        onOwn(officer, account -> keeping.disable(account, revision));
    }

    /**
     * Lets a disabled officer sign in again.
     *
     * @param officer the account
     * @param revision the revision that the form was filled with
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when the agency has no such officer
     */
    public void enable(StaffId officer, int revision) {
        reauthentication.requireFresh();
        onOwn(officer, account -> keeping.enable(account, revision));
    }

    /**
     * Gives an officer a new initial password; whoever is signed in there is signed out.
     *
     * @param officer the account
     * @return the password, to be shown once
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when the agency has no such officer
     */
    public GivenPassword resetPassword(StaffId officer) {
        reauthentication.requireFresh();
        InitialPassword password = InitialPassword.random();
        String hash = credentials.hash(password.text());
        AccountDetails[] whose = new AccountDetails[1];
        onOwn(officer, account -> {
            keeping.resetPassword(account, hash);
            whose[0] = account.details(Set.of());
        });
        return new GivenPassword(whose[0].username(), whose[0].name(), password);
    }

    /**
     * Takes a second factor away that its owner lost.
     *
     * @param officer the account
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when there is none, or the agency has no such officer
     */
    public void removeSecondFactor(StaffId officer) {
        reauthentication.requireFresh();
        onOwn(officer, keeping::removeSecondFactor);
    }

    /**
     * Signs an officer out everywhere.
     *
     * @param officer the account
     * @throws BusinessRuleViolation when the agency has no such officer
     */
    public void endSessions(StaffId officer) {
        onOwn(officer, keeping::endSessions);
    }

    private List<AccountDetails> read() {
        Map<StaffId, Set<UUID>> assigned = keeping.assigned();
        return accounts.findByAgencyIdAndRole(agency().value(), Role.OFFICER).stream()
                .map(account -> account.details(
                        assigned.getOrDefault(account.principal().id(), Set.of())))
                .sorted(Comparator.comparing(AccountDetails::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private void onOwn(StaffId officer, Consumer<StaffAccount> act) {
        boolean found = transaction.execute(status -> {
            Optional<StaffAccount> own = keeping.lock(officer).filter(this::isOwn);
            own.ifPresent(act);
            return own.isPresent();
        });
        if (!found) {
            trail.recordAlone(
                    AuditEvent.of(AuditKind.REFUSED, agency(), officer.value().toString()));
            throw new BusinessRuleViolation("staff.refused.no-such-officer");
        }
    }

    private boolean isOwn(StaffAccount account) {
        return account.principal().role() == Role.OFFICER
                && account.principal().agency().filter(agency()::equals).isPresent();
    }

    private AgencyId agency() {
        return currentStaff.requireAgency();
    }
}
