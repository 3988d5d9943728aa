package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches by which officers get to read what was said. */
@Component
class ReleaseRows {

    private final JdbcClient jdbc;

    /** What is let out. */
    enum Kind {
        RATING("rating", "given_at"),
        RESPONSE("skm_response", "answered_at");

        private final String table;
        private final String moment;

        Kind(String table, String moment) {
            this.table = table;
            this.moment = moment;
        }
    }

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The services of which enough was said before a moment and not let out yet. */
    List<SatisfactionRows.Place> due(AllAgencies everyAgency, Kind kind, Instant before) {
        return jdbc.sql("select agency_id, service_id from " + kind.table + " where release_batch is null and "
                        + kind.moment + " < :before group by agency_id, service_id having count(*) >= :fewest")
                .param("before", utc(before))
                .param("fewest", Releases.FEWEST)
                .query((row, number) -> new SatisfactionRows.Place(
                        new AgencyId(UUID.fromString(row.getString("agency_id"))),
                        new ServiceId(UUID.fromString(row.getString("service_id")))))
                .list();
    }

    /**
     * Lets out what was said of a service before a moment. To be undone when it is too little.
     *
     * @return how much it is
     */
    int release(AgencyId agency, ServiceId service, Kind kind, Instant before) {
        List<Long> ids = jdbc.sql("select id from " + kind.table
                        + " where agency_id = :agency and service_id = :service and release_batch is null and "
                        + kind.moment + " < :before for update")
                .param("agency", agency.toString())
                .param("service", service.value().toString())
                .param("before", utc(before))
                .query(Long.class)
                .list();
        if (ids.size() < Releases.FEWEST) {
            return ids.size();
        }
        long batch = jdbc.sql("""
                        insert into satisfaction_batch (agency_id, service_id, kind, released_at, many)
                        values (:agency, :service, :kind, :at, :many) returning id""")
                .param("agency", agency.toString())
                .param("service", service.value().toString())
                .param("kind", kind.name())
                .param("at", utc(before))
                .param("many", ids.size())
                .query(Long.class)
                .single();
        return jdbc.sql("update " + kind.table
                        + " set release_batch = :batch where agency_id = :agency and id in (:ids)")
                .param("batch", batch)
                .param("agency", agency.toString())
                .param("ids", ids)
                .update();
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
