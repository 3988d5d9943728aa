package id.balairung.security;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.SignInAccounts.SignInAccount;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;

/**
 * Judges passwords and the steps after them. Only when nothing is left to be done does it answer with somebody who is signed
 * in. It is the only provider there is: a second one would be asked where this one refuses.
 */
final class SignInProvider implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInAccounts accounts;
    private final SignInThrottle throttle;
    private final Clock clock;

    SignInProvider(AuthenticationProvider passwords, SignInAccounts accounts, SignInThrottle throttle, Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication)
                || StepAttempt.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return attempt instanceof StepAttempt step ? goOn(step) : begin(attempt);
        } catch (DataAccessException | TransactionException unread) {
            throw new InternalAuthenticationServiceException("The accounts can't be read", unread);
        }
    }

    private Authentication begin(Authentication attempt) {
        SignInThrottle.Attempt counted = count(attempt);
        Authentication right;
        try {
            right = passwords.authenticate(attempt);
        } catch (AuthenticationServiceException notLookedAt) {
            counted.wasRight();
            throw notLookedAt;
        }
        counted.wasRight();
        SignInAccount account = Optional.ofNullable(right)
                .map(Authentication::getPrincipal)
                .filter(StaffPrincipal.class::isInstance)
                .map(StaffPrincipal.class::cast)
                .flatMap(judged -> accounts.find(judged.id())
                        .filter(present -> present.isStill(judged))
                        .filter(present -> Objects.equals(present.principal().getPassword(), judged.getPassword())))
                .orElseThrow(() -> new BadCredentialsException("No such account"));
        return result(attempt, PendingSignIn.after(account, clock.instant()), account);
    }

    private Authentication goOn(StepAttempt attempt) {
        PendingSignIn pending = attempt.pending();
        SignInAccount before = present(pending);
        if (!pending.step().name().equals(attempt.field(SignInSteps.STEP))) {
            // An older page of the same sign-in: it is shown what is to be done now.
            throw new FurtherStepNeeded(pending);
        }
        List<String> codes = List.of();
        boolean proved = false;
        try {
            switch (pending.step()) {
                case CODE -> proved = takeCode(attempt);
                case NEW_PASSWORD ->
                    accounts.replaceDuePassword(
                            before.principal(),
                            attempt.field(SignInSteps.PASSWORD),
                            attempt.field(SignInSteps.REPEATED),
                            SignInDetails.of(attempt).address());
                case ENROLMENT -> {
                    codes = enrol(attempt);
                    proved = true;
                }
                case RECOVERY_CODES -> {
                    // They were shown, and there is nothing to judge.
                }
            }
        } catch (BusinessRuleViolation rule) {
            throw new StepRefused(rule);
        }
        SignInAccount after = accounts.find(before.principal().id())
                .filter(account -> pending.step() == SignInStep.NEW_PASSWORD
                        ? !account.passwordDue()
                        : pending.holds(account, clock.instant()))
                .orElseThrow(StepsOver::new);
        return result(attempt, pending.next(after, proved, codes), after);
    }

    private SignInAccount present(PendingSignIn pending) {
        return accounts.find(pending.staff())
                .filter(account -> pending.holds(account, clock.instant()))
                .orElseThrow(StepsOver::new);
    }

    private boolean takeCode(StepAttempt attempt) {
        String recovery = attempt.field(SignInSteps.RECOVERY);
        StaffId staff = attempt.pending().staff();
        SignInThrottle.Attempt counted = count(attempt);
        boolean right = recovery.isBlank()
                ? accounts.takeCode(staff, attempt.field(SignInSteps.CODE))
                : accounts.takeRecoveryCode(
                        staff, recovery, SignInDetails.of(attempt).address());
        if (!right) {
            throw new StepRefused.WrongCode(
                    recovery.isBlank() ? "security.code.wrong" : "security.recovery-code.wrong");
        }
        counted.wasRight();
        return true;
    }

    private List<String> enrol(StepAttempt attempt) {
        SignInThrottle.Attempt counted = count(attempt);
        List<String> codes = accounts.addSecondFactor(
                attempt.pending().staff(),
                attempt.pending().secret().orElseThrow(StepsOver::new),
                attempt.field(SignInSteps.CODE),
                SignInDetails.of(attempt).address());
        if (codes.isEmpty()) {
            throw new StepRefused.WrongCode("security.code.wrong");
        }
        counted.wasRight();
        return codes;
    }

    private SignInThrottle.Attempt count(Authentication attempt) {
        SignInDetails details = SignInDetails.of(attempt);
        return throttle.begin(attempt.getName(), details.address(), details.browser());
    }

    private static Authentication result(
            Authentication attempt, Optional<PendingSignIn> further, SignInAccount account) {
        further.ifPresent(pending -> {
            throw new FurtherStepNeeded(pending);
        });
        SignInDetails.of(attempt).admitted(account);
        StaffPrincipal staff = account.principal();
        return UsernamePasswordAuthenticationToken.authenticated(staff, null, staff.getAuthorities());
    }
}
