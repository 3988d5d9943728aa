package id.balairung.queue;

import id.balairung.tenancy.AgencyId;

/**
 * Something happened in an agency's queue; after the commit the feed looks.
 *
 * @param agency the agency
 * @param event the event's id in the log
 */
record QueueChanged(AgencyId agency, long event) {}
