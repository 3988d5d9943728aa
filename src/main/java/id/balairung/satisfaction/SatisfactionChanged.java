package id.balairung.satisfaction;

import id.balairung.tenancy.AgencyId;

/**
 * Somebody said something of an agency's service; after the commit the screens look.
 *
 * @param agency the agency
 */
record SatisfactionChanged(AgencyId agency) {}
