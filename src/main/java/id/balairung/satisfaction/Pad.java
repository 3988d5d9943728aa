package id.balairung.satisfaction;

import id.balairung.counter.CounterId;
import id.balairung.tenancy.AgencyId;

/**
 * A paired rating pad.
 *
 * @param agency whose
 * @param counter at which counter it stands
 */
public record Pad(AgencyId agency, CounterId counter) {}
