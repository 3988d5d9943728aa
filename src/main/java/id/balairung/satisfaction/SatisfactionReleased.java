package id.balairung.satisfaction;

import id.balairung.tenancy.AgencyId;

/**
 * Officers of an agency may read more than before. Never told of what somebody says at that moment: an officer would see when.
 *
 * @param agency the agency
 */
record SatisfactionReleased(AgencyId agency) {}
