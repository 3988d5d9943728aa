package id.balairung.queue;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a ticket.
 *
 * @param value the id
 */
public record TicketId(UUID value) implements Serializable {

    /** A new id. */
    public static TicketId next() {
        return new TicketId(TimeOrderedId.next());
    }
}
