package id.balairung.queue;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies one person's presence in the mall.
 *
 * @param value the id
 */
public record VisitId(UUID value) implements Serializable {

    /** A new id. */
    public static VisitId next() {
        return new VisitId(TimeOrderedId.next());
    }
}
