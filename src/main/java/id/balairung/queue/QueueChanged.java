package id.balairung.queue;

import id.balairung.tenancy.AgencyId;

/** Something happened in an agency's queue; after the commit the feed looks. */
record QueueChanged(AgencyId agency) {}
