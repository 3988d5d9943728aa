package id.balairung.staff;

import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CredentialsChanged;
import id.balairung.security.CurrentStaff;
import id.balairung.security.OneTimeSecret;
import id.balairung.security.SignInPaused;
import id.balairung.security.SignInThrottle;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the signed-in person does to their own account's safety. Each change asks for the password again; wrong ones make it
 * pause as signing in does.
 */
@Service
@PermitAll
public class OwnAccount {

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

    /**
     * Makes sure that it is still the signed-in person who sits there.
     *
     * @param password what was typed
     * @throws BusinessRuleViolation when it is wrong, or wasn't looked at because too many were
     */
    public void confirmPassword(String password) {
        StaffPrincipal present = inTransaction(StaffAccount::principal);
        attempt(typed -> credentials.matches(typed, present), password, "staff.password.wrong");
    }

    /**
     * Makes sure by their second factor that it is still the signed-in person who sits there.
     *
     * @param code what was typed; each code is taken once
     * @throws BusinessRuleViolation when it is wrong, or wasn't looked at because too many were
     */
    public void confirmCode(String code) {
        attempt(
                typed -> inTransaction(account -> secondFactors.take(account, typed)),
                code,
                "staff.second-factor.wrong");
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
        confirmPassword(present);
        String hash = credentials.chosen(inTransaction(StaffAccount::principal), password, repeated);
        inTransaction(account -> {
            account.choosePassword(hash);
            return changed(account, AuditKind.PASSWORD_CHANGED);
        });
    }

    /**
     * Sets a second factor up, or another one in the place of the present one.
     *
     * @param password the own password
     * @param secret what the person's phone was given
     * @param code what the phone shows
     * @return the recovery codes, to be shown once
     * @throws BusinessRuleViolation when the password or the code is wrong
     */
    public List<String> addSecondFactor(String password, OneTimeSecret secret, String code) {
        confirmPassword(password);
        List<String> codes = inTransaction(account -> {
            List<String> made = secondFactors.add(account, secret, code);
            if (!made.isEmpty()) {
                changed(account, AuditKind.SECOND_FACTOR_ADDED);
            }
            return made;
        });
        if (codes.isEmpty()) {
            throw new BusinessRuleViolation("staff.second-factor.wrong");
        }
        return codes;
    }

    /**
     * Makes new recovery codes in the place of those from before.
     *
     * @param password the own password
     * @return the codes, to be shown once
     * @throws BusinessRuleViolation when the password is wrong, or there is no second factor
     */
    public List<String> newRecoveryCodes(String password) {
        confirmPassword(password);
        return inTransaction(account -> {
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
     * @throws BusinessRuleViolation when the password is wrong, or the account must have a second factor
     */
    public void removeSecondFactor(String password) {
        confirmPassword(password);
        inTransaction(account -> {
            if (secondFactors.isRequired(account)) {
                throw new BusinessRuleViolation("staff.second-factor.required");
            }
            credentials.removeSecondFactor(account);
            return account;
        });
    }

    private void attempt(Predicate<String> check, String typed, String wrong) {
        try {
            SignInThrottle.Attempt attempt = throttle.begin(self());
            if (!check.test(typed)) {
                throw new BusinessRuleViolation(wrong);
            }
            attempt.wasRight();
        } catch (SignInPaused paused) {
            throw new BusinessRuleViolation("staff.paused", paused.minutes());
        }
    }

    private StaffAccount changed(StaffAccount account, AuditKind kind) {
        audit.record(Credentials.about(kind, account.principal()));
        events.publishEvent(new CredentialsChanged(self()));
        return account;
    }

    private <T> T inTransaction(Function<StaffAccount, T> work) {
        return Objects.requireNonNull(transaction.execute(
                status -> work.apply(accounts.findById(self().value()).orElseThrow())));
    }

    private StaffId self() {
        return currentStaff.require().id();
    }
}
