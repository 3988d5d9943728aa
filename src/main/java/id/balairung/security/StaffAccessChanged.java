package id.balairung.security;

/**
 * What an account may do was changed: its role, its agency, a right, or its password by somebody else. Published in the
 * transaction that changes it; once that is committed all open screens of the account close, for they act by what was.
 *
 * @param staff the account
 */
public record StaffAccessChanged(StaffId staff) {}
