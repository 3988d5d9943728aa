package id.balairung.alert;

import id.balairung.tenancy.AgencyId;

/**
 * An agency's alerts changed: one was raised, cleared or acknowledged.
 *
 * @param agency whose
 */
public record AlertsChanged(AgencyId agency) {}
