package id.balairung.security;

/**
 * An account was disabled. Its open screens close.
 *
 * @param staff the account
 */
public record StaffDisabled(StaffId staff) {}
