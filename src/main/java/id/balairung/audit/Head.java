package id.balairung.audit;

import id.balairung.tenancy.AgencyId;

/**
 * The end of a trail's chain.
 *
 * @param trail the trail
 * @param position the last sealed position, from 1
 * @param hash its hash
 */
record Head(AgencyId trail, long position, ChainHash hash) {}
