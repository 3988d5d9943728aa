package id.balairung.rollup;

import id.balairung.tenancy.AgencyId;

/**
 * How one counter was used.
 *
 * @param agency whose it was then
 * @param number its number
 * @param figures how
 */
public record CounterUse(AgencyId agency, int number, CounterFigures figures) {}
