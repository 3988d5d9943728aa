package id.balairung.security;

import org.springframework.security.core.AuthenticationException;

/** The steps took too long, or the account changed meanwhile: signing in begins anew. */
final class StepsOver extends AuthenticationException {

    StepsOver() {
        super("Signing in has to begin anew");
    }
}
