package id.balairung.closing;

import id.balairung.tenancy.AgencyId;

/**
 * An agency's day.
 *
 * @param agency whose
 * @param report its totals
 */
public record AgencyDay(AgencyId agency, DayReport report) {}
