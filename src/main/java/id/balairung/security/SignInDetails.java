package id.balairung.security;

import id.balairung.security.SignInAccounts.SignInAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to sign in comes from. */
final class SignInDetails extends WebAuthenticationDetails {

    private final @Nullable String browser;
    private byte @Nullable [] passwordStamp;

    SignInDetails(HttpServletRequest request, Optional<String> browser) {
        super(request);
        this.browser = browser.orElse(null);
    }

    /** The browser's mark, when the account has signed in there before. */
    Optional<String> browser() {
        return Optional.ofNullable(browser);
    }

    /** Somebody was let in by this attempt, with the password that the account has. */
    void admitted(SignInAccount account) {
        passwordStamp = account.passwordStamp();
    }

    /** Whether the account still has the password with which somebody was let in. */
    boolean isStill(SignInAccount account) {
        return Arrays.equals(passwordStamp, account.passwordStamp());
    }

    static SignInDetails of(Authentication attempt) {
        if (attempt.getDetails() instanceof SignInDetails details) {
            return details;
        }
        throw new IllegalStateException("An attempt to sign in that comes from nowhere");
    }

    String address() {
        return String.valueOf(getRemoteAddress());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
