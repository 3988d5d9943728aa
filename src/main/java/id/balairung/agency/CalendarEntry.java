package id.balairung.agency;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A day on which the mall differs from its week.
 *
 * @param day the day, in the mall's zone
 * @param kind why
 * @param name its name
 * @param hours when every agency is open, for a special opening; empty for others
 * @param version the version that was read, to be given back with a change
 */
public record CalendarEntry(LocalDate day, CalendarKind kind, String name, Optional<DayHours> hours, int version) {

    /** What the trail compares. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", kind.name());
        facts.put("name", name);
        facts.put("hours", hours.map(DayHours::toString).orElse(""));
        return facts;
    }

    boolean is(CalendarDraft draft) {
        return kind == draft.kind() && name.equals(draft.name()) && hours.equals(draft.hours());
    }
}
