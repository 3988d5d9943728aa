package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import java.time.ZoneId;
import java.util.List;

/** What is to be known of the mall to read its trails. Implemented by the module that keeps the agencies. */
public interface AuditedMall {

    /** The mall's zone. */
    ZoneId zone();

    /** Every agency, by name. */
    List<Agency> agencies();

    /**
     * An agency.
     *
     * @param id the agency
     * @param code its short code
     * @param name its name
     */
    record Agency(AgencyId id, String code, String name) {}
}
