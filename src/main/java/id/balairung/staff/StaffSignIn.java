package id.balairung.staff;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CredentialsChanged;
import id.balairung.security.OneTimeSecret;
import id.balairung.security.SignInAccounts;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts as signing in sees them. Nobody is signed in yet: who it is was shown by a password a moment ago. */
@Component
class StaffSignIn implements SignInAccounts {

    private final StaffAccountRepository accounts;
    private final SecondFactors secondFactors;
    private final Credentials credentials;
    private final ServiceCatalogue catalogue;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StaffSignIn(
            StaffAccountRepository accounts,
            SecondFactors secondFactors,
            Credentials credentials,
            ServiceCatalogue catalogue,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.credentials = credentials;
        this.catalogue = catalogue;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<SignInAccount> find(StaffId staff) {
        return accounts.findById(staff.value())
                .map(account -> new SignInAccount(
                        takesPart(account) ? account.principal() : account.suspended(),
                        account.isPasswordDue(),
                        account.secondFactor().isPresent(),
                        secondFactors.isRequired(account)));
    }

    private boolean takesPart(StaffAccount account) {
        return account.principal()
                .agency()
                .map(catalogue::agency)
                .filter(AgencySummary::suspended)
                .isEmpty();
    }

    @Override
    public boolean takeCode(StaffId staff, String code) {
        return with(staff, account -> secondFactors.take(account, code));
    }

    @Override
    public boolean takeRecoveryCode(StaffId staff, String code, String address) {
        return with(staff, account -> {
            boolean right = secondFactors.takeRecoveryCode(account, code);
            if (right) {
                audit.record(
                        Credentials.about(AuditKind.RECOVERY_CODE_USED, account.principal()),
                        account.principal(),
                        address);
            }
            return right;
        });
    }

    @Override
    public void replaceDuePassword(StaffPrincipal judged, String password, String repeated, String address) {
        String hash = credentials.chosen(judged, password, repeated);
        with(judged.id(), account -> {
            // Hashing takes its time: an admin who gave another one meanwhile has the last word.
            if (!account.isPasswordDue() || !account.hasPassword(judged.getPassword())) {
                throw new BusinessRuleViolation("staff.password.not-due");
            }
            account.choosePassword(hash);
            return changed(account, AuditKind.PASSWORD_CHANGED, address);
        });
    }

    @Override
    public List<String> addSecondFactor(StaffId staff, OneTimeSecret secret, String code, String address) {
        return with(staff, account -> {
            if (account.secondFactor().isPresent()) {
                throw new BusinessRuleViolation("staff.second-factor.present");
            }
            List<String> codes = secondFactors.add(account, secret, code);
            if (!codes.isEmpty()) {
                changed(account, AuditKind.SECOND_FACTOR_ADDED, address);
            }
            return codes;
        });
    }

    private StaffAccount changed(StaffAccount account, AuditKind kind, String address) {
        audit.record(Credentials.about(kind, account.principal()), account.principal(), address);
        events.publishEvent(new CredentialsChanged(account.principal().id()));
        return account;
    }

    private <T> T with(StaffId staff, Function<StaffAccount, T> work) {
        return Objects.requireNonNull(transaction.execute(
                status -> work.apply(accounts.findById(staff.value()).orElseThrow())));
    }
}
