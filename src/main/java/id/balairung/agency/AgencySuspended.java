package id.balairung.agency;

import id.balairung.tenancy.AgencyId;

/**
 * An agency was suspended; published once that has committed. Its staff can't sign in any more, and their open screens
 * close.
 *
 * @param agency the agency
 */
public record AgencySuspended(AgencyId agency) {}
