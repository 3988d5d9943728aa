package id.balairung.history;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an export that is made in the background.
 *
 * @param value the id
 */
public record ExportId(UUID value) implements Serializable {

    /** A new id. */
    public static ExportId next() {
        return new ExportId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
