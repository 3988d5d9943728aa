package id.balairung.security;

import id.balairung.common.BusinessRuleViolation;

/**
 * What was asked for needs a proof of who sits at the screen that isn't older than {@link Reauthentication#FRESH}. Nothing was
 * changed; a view asks for the password and repeats the call.
 */
public final class ReauthenticationRequired extends BusinessRuleViolation {

    ReauthenticationRequired() {
        super("security.reauthentication.required");
    }
}
