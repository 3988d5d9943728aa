package id.balairung.demo;

import id.balairung.queue.PriorityClass;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who comes to the mall.
 *
 * @param at when, in the mall's zone
 * @param priorityClass their class
 * @param name the made-up name they give; empty for those who give none
 * @param errands what they come for, at least one thing, each at another agency
 */
record Arrival(LocalTime at, PriorityClass priorityClass, Optional<String> name, List<Errand> errands) {

    /**
     * One thing that somebody comes for.
     *
     * @param service the service's prefix, e.g. DA
     * @param manner how they behave about it
     */
    record Errand(String service, Manner manner) {}
}
