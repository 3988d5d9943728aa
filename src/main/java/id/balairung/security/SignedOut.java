package id.balairung.security;

/**
 * Somebody signs out, on this node. Published before the session in which it is done ends, so that whoever listens can still
 * tell its screens; all other sessions of the account end with it.
 *
 * @param staff the account
 */
public record SignedOut(StaffId staff) {}
