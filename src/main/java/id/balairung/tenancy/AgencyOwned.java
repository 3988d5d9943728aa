package id.balairung.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What an agency owns. Hibernate stamps the agency at the insert and filters every query by it. */
@MappedSuperclass
public abstract class AgencyOwned {

    @TenantId
    @Column(name = "agency_id", nullable = false, updatable = false)
    private UUID agencyId;

    /** The owner; known once the entity was persisted. */
    public AgencyId agencyId() {
        return new AgencyId(agencyId);
    }
}
