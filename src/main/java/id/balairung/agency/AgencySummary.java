package id.balairung.agency;

import id.balairung.tenancy.AgencyId;

/**
 * An agency as other modules know it.
 *
 * @param id the agency
 * @param code its short code, e.g. DUKCAPIL
 * @param letters its letters, unique in the mall
 * @param name its name
 * @param suspended whether it takes no part at present: no new numbers, and its staff can't sign in
 */
public record AgencySummary(AgencyId id, String code, String letters, String name, boolean suspended) {}
