package id.balairung.counter;

import id.balairung.tenancy.AgencyId;

/**
 * A counter was opened, closed, paused or resumed, or changed its services.
 *
 * @param agency whose counter
 */
public record ShiftChanged(AgencyId agency) {}
