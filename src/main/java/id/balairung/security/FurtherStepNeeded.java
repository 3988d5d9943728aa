package id.balairung.security;

import org.springframework.security.core.AuthenticationException;

/** All that was given so far is right, but more is needed before anybody is signed in. */
final class FurtherStepNeeded extends AuthenticationException {

    private final PendingSignIn pending;

    FurtherStepNeeded(PendingSignIn pending) {
        super("A further step is needed");
        this.pending = pending;
    }

    PendingSignIn pending() {
        return pending;
    }
}
