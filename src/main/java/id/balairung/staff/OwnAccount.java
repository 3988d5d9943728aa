package id.balairung.staff;

import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CredentialsChanged;
import id.balairung.security.CurrentStaff;
import id.balairung.security.OneTimeSecret;
import id.balairung.security.OwnProof;
import id.balairung.security.SignInPaused;
import id.balairung.security.SignInThrottle;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the signed-in person does to their own account's safety. Each change asks for the password again, and those to a second
 * factor that is there also for a code of it; wrong ones make it pause as signing in does.
 */
@Service
@PermitAll
public class OwnAccount implements OwnProof {

    private final StaffAccountRepository accounts;
    private final SecondFactors secondFactors;
    private final Credentials credentials;
    private final SignInThrottle throttle;
    private final CurrentStaff currentStaff;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OwnAccount(
            StaffAccountRepository accounts,
            SecondFactors secondFactors,
            Credentials credentials,
            SignInThrottle throttle,
            CurrentStaff currentStaff,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.credentials = credentials;
        this.throttle = throttle;
        this.currentStaff = currentStaff;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How safe an account is.
     *
     * @param secondFactor whether there is a second factor
     * @param required whether there must be one
     * @param recoveryCodesLeft how many recovery codes weren't used yet
     */
    public record Safety(boolean secondFactor, boolean required, long recoveryCodesLeft) {}

    /** How safe the own account is. */
    public Safety safety() {
        return inTransaction(account -> new Safety(
                account.secondFactor().isPresent(),
                secondFactors.isRequired(account),
                secondFactors.recoveryCodesLeft(self())));
    }

    @Override
    public boolean asksForCode() {
        return safety().secondFactor();
    }

    /**
     * {@inheritDoc} In the place of the phone's code a recovery code is taken, for whoever lost the phone; each code once.
     */
    @Override
    public void confirm(String password, String code) {
        proven(password, code);
    }

    private StaffPrincipal proven(String password, String code) {
        return proven(judging -> wrong(password, judging).or(() -> wrongCode(code)));
    }

    /**
     * Changes the own password.
     *
     * @param present the present one
     * @param password the new one as typed
     * @param repeated the same, typed again
     * @throws BusinessRuleViolation when the present one is wrong, or the new one may not be used
     */
    public void changePassword(String present, String password, String repeated) {
        StaffPrincipal judged = proven(judging -> wrong(present, judging));
        String hash = credentials.chosen(judged, password, repeated);
        inTransaction(judged, account -> {
            account.choosePassword(hash);
            return changed(account, AuditKind.PASSWORD_CHANGED);
        });
    }

    /**
     * Sets a second factor up, or another one in the place of the present one.
     *
     * @param password the own password
     * @param present a code of the present second factor, where there is one
     * @param secret what the person's phone was given
     * @param code what the phone shows for it
     * @return the recovery codes, to be shown once
     * @throws BusinessRuleViolation when the password or a code is wrong
     */
    public List<String> addSecondFactor(String password, String present, OneTimeSecret secret, String code) {
        // First, for it tells nobody anything, and a code of the present phone is taken only once.
        if (!secondFactors.fits(secret, code)) {
            throw new BusinessRuleViolation("staff.second-factor.new-wrong");
        }
        StaffPrincipal judged = proven(password, present);
        return inTransaction(judged, account -> {
            List<String> codes = secondFactors.add(account, secret, code);
            if (codes.isEmpty()) {
                throw new BusinessRuleViolation("staff.second-factor.new-wrong");
            }
            changed(account, AuditKind.SECOND_FACTOR_ADDED);
            return codes;
        });
    }

    /**
     * Makes new recovery codes in the place of those from before.
     *
     * @param password the own password
     * @param code a code of the second factor
     * @return the codes, to be shown once
     * @throws BusinessRuleViolation when the password or the code is wrong, or there is no second factor
     */
    public List<String> newRecoveryCodes(String password, String code) {
        StaffPrincipal judged = proven(password, code);
        return inTransaction(judged, account -> {
            if (account.secondFactor().isEmpty()) {
                throw new BusinessRuleViolation("staff.second-factor.none");
            }
            audit.record(Credentials.about(AuditKind.RECOVERY_CODES_RENEWED, account.principal()));
            return secondFactors.newRecoveryCodes(account);
        });
    }

    /**
     * Takes the own second factor away.
     *
     * @param password the own password
     * @param code a code of the second factor
     * @throws BusinessRuleViolation when the password or the code is wrong, or the account must have a second factor
     */
    public void removeSecondFactor(String password, String code) {
        StaffPrincipal judged = proven(password, code);
        inTransaction(judged, account -> {
            if (secondFactors.isRequired(account)) {
                throw new BusinessRuleViolation("staff.second-factor.required");
            }
            credentials.removeSecondFactor(account);
            return account;
        });
    }

    /** A try; it counts unless it was right. Whose it was, with the password by which it was judged. */
    private StaffPrincipal proven(Function<StaffPrincipal, Optional<Wrong>> wrong) {
        try {
            SignInThrottle.Attempt attempt = throttle.begin(self());
            StaffPrincipal judged = inTransaction(StaffAccount::principal);
            wrong.apply(judged).ifPresent(this::refuse);
            attempt.wasRight();
            return judged;
        } catch (SignInPaused paused) {
            throw new BusinessRuleViolation("staff.paused", paused.minutes());
        }
    }

    /** What was wrong of what was typed: told to the person, and kept. */
    private void refuse(Wrong wrong) {
        audit.recordAlone(Credentials.about(AuditKind.REAUTHENTICATION_FAILED, currentStaff.require())
                .with("reason", wrong.recorded));
        throw new BusinessRuleViolation(wrong.key);
    }

    private Optional<Wrong> wrong(String password, StaffPrincipal judging) {
        return credentials.matches(password, judging) ? Optional.empty() : Optional.of(Wrong.PASSWORD);
    }

    private Optional<Wrong> wrongCode(String code) {
        boolean right = inTransaction(account ->
                account.secondFactor().isEmpty() || secondFactors.take(account, code) || takeRecovery(account, code));
        return right ? Optional.empty() : Optional.of(Wrong.CODE);
    }

    private boolean takeRecovery(StaffAccount account, String code) {
        boolean right = secondFactors.takeRecoveryCode(account, code);
        if (right) {
            audit.record(Credentials.about(AuditKind.RECOVERY_CODE_USED, account.principal()));
        }
        return right;
    }

    private StaffAccount changed(StaffAccount account, AuditKind kind) {
        audit.record(Credentials.about(kind, account.principal()));
        events.publishEvent(new CredentialsChanged(self()));
        return account;
    }

    /** Hashing takes its time: an admin who gave another password meanwhile has the last word. */
    private <T> T inTransaction(StaffPrincipal judged, Function<StaffAccount, T> work) {
        return inTransaction(account -> {
            if (!account.hasPassword(judged.getPassword())) {
                throw new BusinessRuleViolation(Wrong.PASSWORD.key);
            }
            return work.apply(account);
        });
    }

    private <T> T inTransaction(Function<StaffAccount, T> work) {
        return Objects.requireNonNull(transaction.execute(
                status -> work.apply(accounts.findById(self().value()).orElseThrow())));
    }

    private enum Wrong {
        PASSWORD("staff.password.wrong", "wrong-password"),
        CODE("staff.second-factor.wrong", "wrong-code");

        private final String key;
        private final String recorded;

        Wrong(String key, String recorded) {
            this.key = key;
            this.recorded = recorded;
        }
    }

    private StaffId self() {
        return currentStaff.require().id();
    }
}
