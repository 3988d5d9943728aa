package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;

/** What a row's figures are of. */
sealed interface Unit {

    /** Whose they are. */
    AgencyId agency();

    /** An agency. */
    record Whole(AgencyId agency) implements Unit {}

    /** One of its services. */
    record AtService(AgencyId agency, ServiceId service) implements Unit {}
}
