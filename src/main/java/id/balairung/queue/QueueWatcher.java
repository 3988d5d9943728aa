package id.balairung.queue;

import id.balairung.tenancy.AgencyId;

/**
 * Is told when the queue of an agency moved, on whichever node. A wake-up and nothing else: it comes on the feed's threads, so whoever
 * wants to look does that on its own.
 */
public interface QueueWatcher {

    /**
     * Something happened in an agency's queue.
     *
     * @param agency whose
     */
    void changed(AgencyId agency);
}
