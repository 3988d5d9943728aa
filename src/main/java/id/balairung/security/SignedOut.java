package id.balairung.security;

import java.util.Optional;

/**
 * Somebody signs out, on this node. Published before the session in which it is done ends, so that whoever listens can still
 * tell its screens; all other sessions of the account end with it.
 *
 * @param staff who
 * @param session the id of the session in which it is done; empty when that has ended already
 */
public record SignedOut(StaffPrincipal staff, Optional<String> session) {}
