package id.balairung.audit;

import id.balairung.security.SignInBegun;
import id.balairung.security.SignInPausedEvent;
import id.balairung.security.StaffPrincipal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Records who signs in and out, and who fails to. A name that no account has is never kept: it may be a password in the wrong
 * field. Whether there is such an account is found out in the background, so that no answer comes sooner for it.
 */
@Component
class SignInRecords {

    /**
     * In a minute from one address, of those that were looked at; further ones are only counted. The pauses allow hardly more, so
     * that nobody hides a guess behind many.
     */
    static final int MOST_FAILURES = 160;

    /** The same for those that weren't looked at, which cost whoever sends them nothing. */
    private static final int MOST_PAUSES = 30;

    private static final String REASON = "reason";

    private final LaterEvents later;
    private final ObjectProvider<UserDetailsService> accounts;
    private final Clock clock;
    private final Flood<String> failures = new Flood<>(MOST_FAILURES);
    private final Flood<String> pauses = new Flood<>(MOST_PAUSES);

    SignInRecords(LaterEvents later, ObjectProvider<UserDetailsService> accounts, Clock clock) {
        this.later = later;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Published when a sign-in is complete, unlike the event that a password alone was right. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        ofPerson(AuditKind.SIGNED_IN, event.getAuthentication());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        ofPerson(AuditKind.SIGNED_OUT, event.getAuthentication());
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        // Nobody's fault but the database's.
        if (event instanceof AuthenticationFailureServiceExceptionEvent) {
            return;
        }
        String typed = event.getAuthentication().getName();
        AuditKind kind = event instanceof SignInPausedEvent ? AuditKind.SIGN_IN_PAUSED : AuditKind.SIGN_IN_FAILED;
        String reason = event.getException() instanceof AccountStatusException ? "disabled" : "credentials";
        Optional<String> address = address(event.getAuthentication());
        Flood<String> flood = kind == AuditKind.SIGN_IN_PAUSED ? pauses : failures;
        if (flood.admits(address.orElse(""))) {
            Instant at = clock.instant();
            later.add(() -> new LaterEvents.Entry(failure(kind, typed, reason), Optional.empty(), address, at));
        }
    }

    /** Tells of the last minute what was only counted. */
    void flush() {
        tell(AuditKind.SIGN_IN_FAILED, failures);
        tell(AuditKind.SIGN_IN_PAUSED, pauses);
    }

    private void tell(AuditKind kind, Flood<String> flood) {
        flood.minuteOver().forEach((address, count) -> {
            Instant at = clock.instant();
            later.add(() -> new LaterEvents.Entry(
                    AuditEvent.ofMall(kind, "").with("furtherInTheMinute", count.toString()),
                    Optional.empty(),
                    Optional.of(address),
                    at));
        });
    }

    /** Nobody is signed in yet, and may never be: somebody who has a password but not the phone leaves here. */
    @EventListener
    void begun(SignInBegun event) {
        Instant at = clock.instant();
        Optional<String> address = address(event.attempt());
        later.add(() -> new LaterEvents.Entry(
                failure(AuditKind.PASSWORD_ACCEPTED, event.username(), ""), Optional.empty(), address, at));
    }

    private void ofPerson(AuditKind kind, Authentication authentication) {
        if (authentication.getPrincipal() instanceof StaffPrincipal staff) {
            Instant at = clock.instant();
            later.add(() -> new LaterEvents.Entry(
                    AuditEvent.about(kind, staff, staff.getUsername()),
                    Optional.of(staff),
                    address(authentication),
                    at));
        }
    }

    private AuditEvent failure(AuditKind kind, String typed, String reason) {
        try {
            if (accounts.getObject().loadUserByUsername(typed) instanceof StaffPrincipal staff) {
                AuditEvent failure = AuditEvent.about(kind, staff, staff.getUsername());
                return kind == AuditKind.SIGN_IN_FAILED ? failure.with(REASON, reason) : failure;
            }
        } catch (UsernameNotFoundException nobody) {
            // Told below like whatever else is no account.
        }
        return AuditEvent.ofMall(kind, "").with(REASON, "unknown-account");
    }

    private static Optional<String> address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails request
                ? Optional.ofNullable(request.getRemoteAddress())
                : Optional.empty();
    }
}
