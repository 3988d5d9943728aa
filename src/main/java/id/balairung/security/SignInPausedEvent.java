package id.balairung.security;

import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** An attempt to sign in was not looked at, because too many had failed before. */
public final class SignInPausedEvent extends AbstractAuthenticationFailureEvent {

    /**
     * An event.
     *
     * @param attempt who tried, with the address in its details
     * @param paused why it wasn't looked at
     */
    public SignInPausedEvent(Authentication attempt, AuthenticationException paused) {
        super(attempt, paused);
    }
}
