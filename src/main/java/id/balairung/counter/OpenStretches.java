package id.balairung.counter;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When which counters were open, breaks left out, as it was noted down: what occupancy is a share of (kpi.md) once shifts that nobody
 * closed are allowed for. Of a shift that began more than four days before nothing is told.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class OpenStretches {

    private final OpenStretchRows rows;

    OpenStretches(OpenStretchRows rows) {
        this.rows = rows;
    }

    /**
     * Of an agency's counters.
     *
     * @param agency whose
     * @param from from when, UTC
     * @param until until when, UTC, exclusive; a shift that goes on is told up to then
     */
    public List<OpenStretch> between(AgencyId agency, Instant from, Instant until) {
        return rows.between(agency, from, until);
    }

    /**
     * Of every agency's.
     *
     * @param everyAgency says so
     * @param from from when, UTC
     * @param until until when, UTC, exclusive
     * @return by agency; those whose counters were closed are missing
     */
    public Map<AgencyId, List<OpenStretch>> between(AllAgencies everyAgency, Instant from, Instant until) {
        return rows.between(everyAgency, from, until);
    }
}
