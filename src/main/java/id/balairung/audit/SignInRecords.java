package id.balairung.audit;

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

    /** In a minute from one address; further failures are only counted. */
    static final int MOST_FAILURES = 30;

    private static final String REASON = "reason";

    private final LaterEvents later;
    private final ObjectProvider<UserDetailsService> accounts;
    private final Clock clock;
    private final Flood<String> failures = new Flood<>(MOST_FAILURES);

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
        if (failures.admits(address.orElse(""))) {
            Instant at = clock.instant();
            later.add(() -> new LaterEvents.Entry(failure(kind, typed, reason), Optional.empty(), address, at));
        }
    }

    /** Tells of the last minute what was only counted. */
    void flush() {
        failures.minuteOver().forEach((address, count) -> {
            Instant at = clock.instant();
            later.add(() -> new LaterEvents.Entry(
                    AuditEvent.ofMall(AuditKind.SIGN_IN_FAILED, "").with("furtherInTheMinute", count.toString()),
                    Optional.empty(),
                    Optional.of(address),
                    at));
        });
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
                return kind == AuditKind.SIGN_IN_PAUSED ? failure : failure.with(REASON, reason);
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
