package id.balairung.tenancy;

import id.balairung.common.TimeOrderedId;
import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an agency, the tenant.
 *
 * @param value the agency's id
 */
public record AgencyId(UUID value) implements Serializable {

    /** A new id. */
    public static AgencyId next() {
        return new AgencyId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
