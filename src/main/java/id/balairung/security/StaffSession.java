package id.balairung.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A session that somebody is signed in to, as shown to its owner. It doesn't tell the session's own id: who has that has the
 * session.
 *
 * @param key names it among its owner's
 * @param since when they signed in
 * @param lastUsed when they last did something in it
 * @param address the network address they signed in from; empty when it isn't known
 * @param browser what they signed in with
 * @param present whether it is the one that asks
 */
public record StaffSession(
        UUID key, Instant since, Instant lastUsed, Optional<String> address, BrowserName browser, boolean present) {}
