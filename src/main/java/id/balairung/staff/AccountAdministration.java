package id.balairung.staff;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.audit.ReadingAcross;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All accounts of the mall, for its admin: the mall's own staff, the agencies' admins and their officers. */
@Service
@RolesAllowed(Role.MALL_ADMIN_ROLE)
public class AccountAdministration {

    private final StaffAccountRepository accounts;
    private final AccountKeeping keeping;
    private final Credentials credentials;
    private final Reauthentication reauthentication;
    private final ServiceCatalogue catalogue;
    private final AuditTrail trail;
    private final ReadingAcross readings;
    private final TransactionTemplate transaction;

    AccountAdministration(
            StaffAccountRepository accounts,
            AccountKeeping keeping,
            Credentials credentials,
            Reauthentication reauthentication,
            ServiceCatalogue catalogue,
            AuditTrail trail,
            ReadingAcross readings,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.credentials = credentials;
        this.reauthentication = reauthentication;
        this.catalogue = catalogue;
        this.trail = trail;
        this.readings = readings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All accounts by name, disabled ones too. Each agency's trail tells that its people were looked at. */
    public List<AccountDetails> accounts() {
        List<AccountDetails> all = Objects.requireNonNull(transaction.execute(status -> accounts.findAll().stream()
                .map(account -> account.details(Set.of()))
                .sorted(Comparator.comparing(AccountDetails::name, String.CASE_INSENSITIVE_ORDER))
                .toList()));
        readings.of(
                all.stream()
                        .map(AccountDetails::agency)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                OfficerTable.OFFICERS);
        return all;
    }

    /**
     * Makes an account.
     *
     * @param draft what was filled in; its counters are left to the agency
     * @return the account and its initial password, to be shown once
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws InvalidInput when a field can't be taken
     */
    public NewAccount create(AccountDraft draft) {
        draft.checkNew().orThrow();
        reauthentication.requireFresh();
        InitialPassword password = InitialPassword.random();
        String hash = credentials.hash(password.text());
        StaffId id = in(draft.agency(), () -> keeping.create(draft, hash));
        return new NewAccount(
                id, new GivenPassword(draft.newStaff().username(), draft.name().text(), password));
    }

    /**
     * Changes an account. When its role, agency or right changes, its screens close. What an officer did belongs to the agency
     * where it was done: once there is such a history, the account stays with that agency.
     *
     * @param staff the account
     * @param revision the revision that the form was filled with
     * @param draft what was filled in; the sign-in name stays, and the counters unless the agency changes
     * @throws InvalidInput when a field can't be taken
     * @throws ReauthenticationRequired when role or agency change and nobody proved lately who sits there
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when it is one's own role, that of the last mall admin, an officer who is serving
     *     somebody, or an agency where the officer has a history
     */
    public void change(StaffId staff, int revision, AccountDraft draft) {
        draft.checkChange().orThrow();
        on(staff, account -> {
            AccountDetails before = account.details(Set.of());
            if (before.role() != draft.role() || !before.agency().equals(draft.agency())) {
                reauthentication.requireFresh();
            }
            keeping.change(
                    account,
                    revision,
                    new AccountDraft(
                            draft.username(),
                            draft.name(),
                            draft.role(),
                            draft.agency(),
                            draft.mayChooseTicket(),
                            keeping.assigned().getOrDefault(staff, Set.of())));
        });
    }

    /**
     * Disables an account: its screens and its counter close, and it can't sign in.
     *
     * @param staff the account
     * @param revision the revision that the form was filled with
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when it is one's own, the last mall admin's, or an officer's who is serving somebody
     */
    public void disable(StaffId staff, int revision) {
        reauthentication.requireFresh();
        on(staff, account -> keeping.disable(account, revision));
    }

    /**
     * Lets a disabled account sign in again.
     *
     * @param staff the account
     * @param revision the revision that the form was filled with
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws ChangedMeanwhile when somebody else changed it since
     */
    public void enable(StaffId staff, int revision) {
        reauthentication.requireFresh();
        on(staff, account -> keeping.enable(account, revision));
    }

    /**
     * Gives an account a new initial password; whoever is signed in there is signed out.
     *
     * @param staff the account
     * @return the password, to be shown once
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public GivenPassword resetPassword(StaffId staff) {
        reauthentication.requireFresh();
        InitialPassword password = InitialPassword.random();
        String hash = credentials.hash(password.text());
        AccountDetails whose = on(staff, account -> keeping.resetPassword(account, hash));
        return new GivenPassword(whose.username(), whose.name(), password);
    }

    /**
     * Takes a second factor away that its owner lost.
     *
     * @param staff the account
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when there is none
     */
    public void removeSecondFactor(StaffId staff) {
        reauthentication.requireFresh();
        on(staff, keeping::removeSecondFactor);
    }

    /**
     * Makes an account have a second factor, whatever its role: it is set up at the next sign-in.
     *
     * @param staff the account
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public void requireSecondFactor(StaffId staff) {
        reauthentication.requireFresh();
        on(staff, keeping::requireSecondFactor);
    }

    /**
     * Signs somebody out everywhere.
     *
     * @param staff the account
     */
    public void endSessions(StaffId staff) {
        on(staff, keeping::endSessions);
    }

    /** The agencies that an account can belong to, by name. */
    public List<AgencySummary> agencies() {
        return catalogue.agencies();
    }

    /**
     * Reads all accounts, and records that they were exported.
     *
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public List<AccountDetails> export() {
        reauthentication.requireFresh();
        List<AccountDetails> all = accounts();
        trail.recordAlone(
                AuditEvent.ofMall(AuditKind.EXPORTED, "staff_account").with("rows", String.valueOf(all.size())));
        return all;
    }

    /** In the scope of the account's agency: its counters and its trail are there. */
    private AccountDetails on(StaffId staff, Consumer<StaffAccount> act) {
        Optional<AgencyId> agency = transaction
                .execute(status -> accounts.findById(staff.value())
                        .map(account -> account.principal().agency()))
                .orElseThrow(AccountAdministration::missing);
        return in(agency, () -> {
            StaffAccount account = keeping.lockBehindMallAdmins(staff)
                    .filter(locked -> locked.principal().agency().equals(agency))
                    .orElseThrow(AccountAdministration::missing);
            act.accept(account);
            return account.details(Set.of());
        });
    }

    private <T> T in(Optional<AgencyId> agency, Supplier<T> work) {
        return agency.isPresent()
                ? TenantScope.in(agency.get(), () -> transaction.execute(status -> work.get()))
                : transaction.execute(status -> work.get());
    }

    private static BusinessRuleViolation missing() {
        return new BusinessRuleViolation("staff.refused.no-such-account");
    }
}
