package id.balairung.security;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When and from where somebody signed in to a session. Kept in the session itself.
 *
 * @param key names the session to its owner
 * @param staff who signed in
 * @param at when, by the mall's clock
 * @param address the network address; empty when it isn't known
 * @param userAgent what the browser said of itself, cut to {@value #LONGEST} characters
 */
public record SignInMoment(UUID key, StaffId staff, Instant at, Optional<String> address, String userAgent) {

    /** The attribute of the session that holds it. */
    public static final String ATTRIBUTE = SignInMoment.class.getName();

    private static final int LONGEST = 400;

    /** Cuts what the browser said. */
    public SignInMoment {
        userAgent = userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
