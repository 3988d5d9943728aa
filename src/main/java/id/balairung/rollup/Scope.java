package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;

/** Whose figures are read. */
public sealed interface Scope {

    /**
     * Those of every agency.
     *
     * @param everyAgency says so
     */
    record Mall(AllAgencies everyAgency) implements Scope {}

    /**
     * An agency's.
     *
     * @param agency whose
     */
    record OfAgency(AgencyId agency) implements Scope {}

    /**
     * Those of one service.
     *
     * @param agency whose service it is
     * @param service which
     */
    record OfService(AgencyId agency, ServiceId service) implements Scope {}
}
