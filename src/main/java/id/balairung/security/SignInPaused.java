package id.balairung.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** An attempt was not looked at, because too many had failed before. */
public final class SignInPaused extends AuthenticationException {

    private final Duration wait;

    SignInPaused(Duration wait) {
        super("Too many attempts have failed");
        this.wait = wait;
    }

    /** How many minutes the pause lasts at most, at least 1. */
    public long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
