package id.balairung.staff;

import id.balairung.security.StaffId;

/**
 * An account that was made.
 *
 * @param id the account
 * @param given its initial password, to be shown once
 */
public record NewAccount(StaffId id, GivenPassword given) {}
