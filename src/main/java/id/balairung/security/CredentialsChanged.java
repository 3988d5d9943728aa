package id.balairung.security;

/**
 * An account's password or second factor was changed by its owner or taken away by an admin. Whoever keeps sessions ends
 * those that were opened before.
 *
 * @param staff the account
 */
public record CredentialsChanged(StaffId staff) {}
