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

    /** What it is called besides and where it stands, e.g. "Prioritas · Zona A"; empty when its admin gave neither. */
    public String about() {
        return joined(label, area);
    }

    /** The same behind its name, e.g. "Loket 03 · Prioritas · Zona A". */
    public String named(String name) {
        return joined(name, label, area);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
