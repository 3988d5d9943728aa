package id.balairung.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked for in a trail.
 *
 * @param from from when, UTC
 * @param to until when, UTC, exclusive
 * @param group of which kinds; empty for all
 * @param person a part of the name of whoever did it; empty for anybody
 * @param text a part of what it was done to; empty for anything
 */
public record AuditFilter(Instant from, Instant to, Optional<AuditGroup> group, String person, String text) {

    /** What is told of an export. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("from", from.toString());
        values.put("to", to.toString());
        group.ifPresent(chosen -> values.put("group", chosen.name()));
        if (!person.isEmpty()) {
            values.put("person", person);
        }
        if (!text.isEmpty()) {
            values.put("text", text);
        }
        return values;
    }
}
