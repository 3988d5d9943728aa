package id.balairung.demo;

import id.balairung.security.SignedIn;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffAccounts;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The demonstration's accounts, played by nobody in particular: what is done as one of them has that one's rights only. */
@Component
@Profile("demo")
class Cast {

    private final StaffAccounts accounts;
    private final SignedIn sessions;

    Cast(StaffAccounts accounts, SignedIn sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** An account that may be played; empty when there is none of that name or it is disabled. */
    Optional<StaffPrincipal> find(String username) {
        try {
            return Optional.of((StaffPrincipal) accounts.loadUserByUsername(username))
                    .filter(StaffPrincipal::isEnabled);
        } catch (UsernameNotFoundException nobody) {
            return Optional.empty();
        }
    }

    /** Whether a person uses the account at present, to whom it is left. */
    boolean isAPerson(StaffPrincipal staff) {
        return sessions.isSignedIn(staff.id());
    }

    /** Does something as an account. */
    <T> T as(StaffPrincipal staff, Supplier<T> act) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(staff, null, staff.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
