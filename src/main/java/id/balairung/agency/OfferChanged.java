package id.balairung.agency;

import id.balairung.tenancy.AgencyId;

/**
 * A service was paused or reopened; published after the commit.
 *
 * @param agency whose service
 */
public record OfferChanged(AgencyId agency) {}
