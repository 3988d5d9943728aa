package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A service at a counter or in a shift, with the agency, so that the composite foreign key holds. */
@Embeddable
record OfferedService(
        @Column(name = "agency_id", nullable = false) UUID agencyId,
        @Column(name = "service_id", nullable = false) UUID serviceId) {

    OfferedService(AgencyId agency, ServiceId service) {
        this(agency.value(), service.value());
    }

    ServiceId service() {
        return new ServiceId(serviceId);
    }
}
