package id.balairung.counter;

import id.balairung.agency.ServiceId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A counter to choose from.
 *
 * @param id the counter
 * @param number its number in the mall
 * @param label what it is called besides; may be empty
 * @param area where it stands; may be empty
 * @param services what can be served there
 * @param taken whether somebody has it open at present
 */
public record CounterSummary(
        CounterId id, int number, String label, String area, Set<ServiceId> services, boolean taken) {

    /** A name of it, e.g. "Loket 03", with what its admin calls it besides and where it stands, e.g. "Loket 03 · Zona A". */
    public String named(String name) {
        return Stream.of(name, label, area).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
