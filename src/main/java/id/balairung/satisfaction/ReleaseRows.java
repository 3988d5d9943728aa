package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches by which officers get to read what was said. */
@Component
class ReleaseRows {

    private static final int HUNDRED = 100;

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

    /** Where enough may be to be let out. */
    record Due(AgencyId agency, ServiceId service, YearMonth month) {}

    /** The services and months of which enough was said before a moment and not let out yet. */
    List<Due> due(AllAgencies everyAgency, Kind kind, Instant before) {
        return jdbc.sql("select agency_id, service_id, extract(year_month from service_day) as month from " + kind.table
                        + " where release_batch is null and " + kind.moment
                        + " < :before group by agency_id, service_id, month having count(*) >= :fewest order by null")
                .param("before", StoredMoment.of(before))
                .param("fewest", Releases.FEWEST)
                .query((row, number) -> new Due(
                        new AgencyId(UUID.fromString(row.getString("agency_id"))),
                        new ServiceId(UUID.fromString(row.getString("service_id"))),
                        YearMonth.of(row.getInt("month") / HUNDRED, row.getInt("month") % HUNDRED)))
                .list();
    }

    /**
     * Lets out what was said before a moment, the earliest first, unless it is too little.
     *
     * @param staying how many of them stay behind
     * @return how many were let out
     */
    int release(AgencyId agency, Due due, Kind kind, Instant before, int staying) {
        List<Long> ids = jdbc.sql("select id from " + kind.table
                        + " where agency_id = :agency and service_id = :service and service_day between :from and :to"
                        + " and release_batch is null and " + kind.moment + " < :before order by " + kind.moment
                        + ", id for update")
                .param("agency", agency.toString())
                .param("service", due.service().value().toString())
                .param("from", due.month().atDay(1))
                .param("to", due.month().atEndOfMonth())
                .param("before", StoredMoment.of(before))
                .query(Long.class)
                .list();
        int many = ids.size() - staying;
        if (many < Releases.FEWEST) {
            return 0;
        }
        long batch = jdbc.sql("""
                        insert into satisfaction_batch (agency_id, service_id, kind, released_at, many)
                        values (:agency, :service, :kind, :at, :many) returning id""")
                .param("agency", agency.toString())
                .param("service", due.service().value().toString())
                .param("kind", kind.name())
                .param("at", StoredMoment.of(before))
                .param("many", many)
                .query(Long.class)
                .single();
        return jdbc.sql("update " + kind.table
                        + " set release_batch = :batch where agency_id = :agency and id in (:ids)")
                .param("batch", batch)
                .param("agency", agency.toString())
                .param("ids", ids.subList(0, many))
                .update();
    }
}
