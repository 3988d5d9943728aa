package id.balairung.satisfaction;

import id.balairung.security.StaffId;

/**
 * Who may do, or does, a follow-up.
 *
 * @param id the account
 * @param name the person's name; empty when the account is gone
 */
public record FollowUpOwner(StaffId id, String name) {}
