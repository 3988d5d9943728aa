package id.balairung.queue;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies one intent of a person, so that a double click or a retry counts once.
 *
 * @param value the id
 */
public record CommandId(UUID value) implements Serializable {

    /** A new id. */
    public static CommandId next() {
        return new CommandId(TimeOrderedId.next());
    }
}
