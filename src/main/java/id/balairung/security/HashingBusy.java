package id.balairung.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** So many passwords are being checked that this one was not looked at: whoever sent it tries again in a moment. */
public final class HashingBusy extends AuthenticationServiceException {

    HashingBusy() {
        super("Too many passwords at once");
    }
}
