package id.balairung.agency;

import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;

/** What administration has to know of the tickets. Implemented by the module that keeps them. */
public interface TodaysTickets {

    /**
     * Whether any number was given out on a day, in the whole mall.
     *
     * @param day the day
     */
    boolean anyOn(ServiceDay day);

    /**
     * How many of an agency's tickets of a day still wait, are held, called or being served.
     *
     * @param agency the agency
     * @param day the day
     */
    int openAt(AgencyId agency, ServiceDay day);
}
