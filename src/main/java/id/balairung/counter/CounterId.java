package id.balairung.counter;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a counter.
 *
 * @param value the counter's id
 */
public record CounterId(UUID value) implements Serializable {

    /** A new id. */
    public static CounterId next() {
        return new CounterId(TimeOrderedId.next());
    }
}
