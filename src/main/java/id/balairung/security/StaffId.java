package id.balairung.security;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies a member of staff.
 *
 * @param value the account's id
 */
public record StaffId(UUID value) implements Serializable {

    /** A new id. */
    public static StaffId next() {
        return new StaffId(TimeOrderedId.next());
    }
}
