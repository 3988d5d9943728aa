package id.balairung.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a trail, to be read by people.
 *
 * @param id the event
 * @param kind what was done
 * @param at when, UTC
 * @param person who, by the name of that day; empty for nobody who is known, or the application itself
 * @param role their role then, by its name
 * @param address the network address
 * @param subject to what
 * @param before the values that changed, as they were
 * @param after the values as they are since
 * @param seal its place in the chain; empty until it is sealed, a moment after
 */
public record AuditEntry(
        long id,
        AuditKind kind,
        Instant at,
        Optional<String> person,
        Optional<String> role,
        Optional<String> address,
        String subject,
        Map<String, String> before,
        Map<String, String> after,
        Optional<Seal> seal) {

    /**
     * A place in the chain.
     *
     * @param position from 1
     * @param hash 64 hexadecimal digits
     */
    public record Seal(long position, String hash) {}

    /** Where a page after this entry begins. */
    public AuditKey key() {
        return new AuditKey(at, id);
    }
}
