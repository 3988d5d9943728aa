package id.balairung.agency;

import java.util.Set;

/** What administration has to know of the counters. Implemented by the module that keeps them. */
public interface ServedServices {

    /** The services of one's own agency that a counter in use serves. Within a transaction. */
    Set<ServiceId> all();
}
