package id.balairung.audit;

import java.io.Serializable;
import java.time.Instant;

/**
 * A place in a trail, newest first. A page by it costs the same at the end of millions of rows as at their beginning.
 *
 * @param at the entry's moment, UTC
 * @param id the entry
 */
public record AuditKey(Instant at, long id) implements Serializable {

    /** The place before an entry, from which that one is the first. */
    public AuditKey including() {
        return new AuditKey(at, id + 1);
    }
}
