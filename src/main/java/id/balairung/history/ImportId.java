package id.balairung.history;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an import of an older system's turns.
 *
 * @param value the id
 */
public record ImportId(UUID value) implements Serializable {

    /** A new id. */
    public static ImportId next() {
        return new ImportId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
