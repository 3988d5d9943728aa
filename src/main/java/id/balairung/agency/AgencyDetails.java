package id.balairung.agency;

import id.balairung.tenancy.AgencyId;

/**
 * An agency as the mall's admin administers it.
 *
 * @param id the agency
 * @param code its short code
 * @param letters its letters
 * @param name its name
 * @param suspended whether it takes no part at present
 * @param version the version that was read, to be given back with a change
 */
public record AgencyDetails(AgencyId id, String code, String letters, String name, boolean suspended, int version) {}
