package id.balairung.audit;

import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was done, to be recorded. What it holds is readable by whoever reads the trail: no personal data of visitors, no
 * secrets.
 *
 * @param kind what was done
 * @param agency whose data it was done to; empty for what concerns the mall itself
 * @param subject to what, in words that stay true when it is gone, e.g. "DA Perekaman KTP-el"; at most 200 characters are kept
 * @param before the values that changed, by name, as they were
 * @param after the values that changed or that tell more, by name, as they are now
 */
public record AuditEvent(
        AuditKind kind,
        Optional<AgencyId> agency,
        String subject,
        Map<String, String> before,
        Map<String, String> after) {

    /** Keeps the order of the values. */
    public AuditEvent {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** Something done to an agency's data. */
    public static AuditEvent of(AuditKind kind, AgencyId agency, String subject) {
        return new AuditEvent(kind, Optional.of(agency), subject, Map.of(), Map.of());
    }

    /** Something done to what belongs to the mall. */
    public static AuditEvent ofMall(AuditKind kind, String subject) {
        return new AuditEvent(kind, Optional.empty(), subject, Map.of(), Map.of());
    }

    /** Something about a person: it stands in the trail of their agency, or in the mall's for the mall's own staff. */
    public static AuditEvent about(AuditKind kind, StaffPrincipal person, String subject) {
        return new AuditEvent(kind, person.agency(), subject, Map.of(), Map.of());
    }

    /**
     * The same with what it changed; a value that stayed the same is left out.
     *
     * @param earlier all values before, by name
     * @param later all values after, by name
     */
    public AuditEvent changing(Map<String, String> earlier, Map<String, String> later) {
        Map<String, String> was = new LinkedHashMap<>(earlier);
        Map<String, String> is = new LinkedHashMap<>(later);
        was.entrySet().removeIf(value -> value.getValue().equals(later.get(value.getKey())));
        is.entrySet().removeIf(value -> value.getValue().equals(earlier.get(value.getKey())));
        return new AuditEvent(kind, agency, subject, was, is);
    }

    /**
     * The same with one more thing to tell.
     *
     * @param name what, in camel case
     * @param value its value
     */
    public AuditEvent with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(after);
        more.put(name, value);
        return new AuditEvent(kind, agency, subject, before, more);
    }
}
