package id.balairung.security;

import id.balairung.security.SignInAccounts.SignInAccount;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose password was right and that isn't complete. It is kept in the HTTP session, never in a security context: who
 * has got so far is still nobody. It lasts for 10 minutes, and only as long as the account's password stays the one that was
 * given.
 */
public final class PendingSignIn implements Serializable {

    /** The session's attribute that holds it. */
    public static final String ATTRIBUTE = PendingSignIn.class.getName();

    private static final Duration LASTS = Duration.ofMinutes(10);

    private final StaffId staff;
    private final String username;
    private final byte[] passwordStamp;
    private final Instant until;
    private final boolean codeGiven;
    private final SignInStep step;
    private final @Nullable OneTimeSecret secret;
    private final List<String> recoveryCodes;

    private PendingSignIn(
            SignInAccount account,
            Instant until,
            boolean codeGiven,
            SignInStep step,
            @Nullable OneTimeSecret secret,
            List<String> recoveryCodes) {
        this.staff = account.principal().id();
        this.username = account.principal().getUsername();
        this.passwordStamp = account.passwordStamp();
        this.until = until;
        this.codeGiven = codeGiven;
        this.step = step;
        this.secret = secret;
        this.recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** What is to be done first after the right password; empty when that was all. */
    static Optional<PendingSignIn> after(SignInAccount account, Instant now) {
        return next(account, now.plus(LASTS), false, List.of());
    }

    /**
     * What is to be done after the present step; empty when that was all.
     *
     * @param account the account as it is now
     * @param proved whether the step proved the second factor
     * @param codes the recovery codes that the step made
     */
    Optional<PendingSignIn> next(SignInAccount account, boolean proved, List<String> codes) {
        return next(account, until, codeGiven || proved, codes);
    }

    private static Optional<PendingSignIn> next(
            SignInAccount account, Instant until, boolean codeGiven, List<String> codes) {
        return stepOf(account, codeGiven, codes)
                .map(step -> new PendingSignIn(
                        account,
                        until,
                        codeGiven,
                        step,
                        step == SignInStep.ENROLMENT ? OneTimeSecret.random() : null,
                        codes));
    }

    /** The code comes before the new password: who only has a reset password must not be able to take the account over. */
    private static Optional<SignInStep> stepOf(SignInAccount account, boolean codeGiven, List<String> codes) {
        if (account.secondFactor() && !codeGiven) {
            return Optional.of(SignInStep.CODE);
        }
        if (account.passwordDue()) {
            return Optional.of(SignInStep.NEW_PASSWORD);
        }
        if (account.secondFactorRequired() && !account.secondFactor()) {
            return Optional.of(SignInStep.ENROLMENT);
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(SignInStep.RECOVERY_CODES);
    }

    /** Whether it may go on: in time, with an account that may sign in and has the password that was given. */
    boolean holds(SignInAccount account, Instant now) {
        return now.isBefore(until)
                && account.principal().isEnabled()
                && Arrays.equals(passwordStamp, account.passwordStamp());
    }

    /** The one that a session waits for. */
    static Optional<PendingSignIn> of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    StaffId staff() {
        return staff;
    }

    /** Whose it is. */
    public String username() {
        return username;
    }

    /** What is to be done now. */
    public SignInStep step() {
        return step;
    }

    /** Until when, UTC. */
    public Instant until() {
        return until;
    }

    /** What the phone has to be given, when the second factor is being set up. */
    public Optional<OneTimeSecret> secret() {
        return Optional.ofNullable(secret);
    }

    /** The recovery codes, when they have just been made. */
    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** Never what is secret in it. */
    @Override
    public String toString() {
        return "a sign-in before its step " + step;
    }
}
