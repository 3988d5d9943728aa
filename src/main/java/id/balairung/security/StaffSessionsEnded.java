package id.balairung.security;

/**
 * An admin ends all sessions of an account, on this node. Whoever publishes it has checked that the admin may: an agency's
 * admin for accounts of the own agency, the mall's for all. That is known where accounts are known, not here; nothing that
 * comes from a browser can publish it. Published in a transaction it counts from the commit on.
 *
 * @param staff the account
 */
public record StaffSessionsEnded(StaffId staff) {}
