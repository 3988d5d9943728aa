package id.balairung.agency;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a service offering.
 *
 * @param value the service's id
 */
public record ServiceId(UUID value) implements Serializable {

    /** A new id. */
    public static ServiceId next() {
        return new ServiceId(TimeOrderedId.next());
    }
}
