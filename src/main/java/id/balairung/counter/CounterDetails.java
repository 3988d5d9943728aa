package id.balairung.counter;

import id.balairung.agency.ServiceId;
import java.util.Set;

/**
 * A counter as its admin sees it.
 *
 * @param id the counter
 * @param number its number in the mall
 * @param label what it is called besides; may be empty
 * @param area where it stands; may be empty
 * @param services what can be served there
 * @param enabled whether it is in use
 * @param open whether somebody has it open at present
 * @param revision how often it was changed; a form hands it back
 */
public record CounterDetails(
        CounterId id,
        int number,
        String label,
        String area,
        Set<ServiceId> services,
        boolean enabled,
        boolean open,
        int revision) {}
