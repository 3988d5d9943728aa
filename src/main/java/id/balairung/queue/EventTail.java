package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads ticket_event by id, whoever wrote it. Ids can commit out of order: an id that is missing below the newest is
 * looked for again for a short while, until it commits or is taken for rolled back; a while of real time, whatever the
 * clock says. What this node itself appended needs no finding. Used by one thread, save where it says otherwise.
 */
class EventTail {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** More ids than that are never on their way at once; a wider gap is a jump of the counter. */
    private static final int WIDEST_GAP = 1_000;

    private final JdbcClient jdbc;
    private final TreeMap<Long, Long> missing = new TreeMap<>();
    private final ConcurrentMap<Long, AgencyId> own = new ConcurrentHashMap<>();
    private volatile long newest = -1;

    EventTail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An agency's event that whoever asks knows of already, by its id. From any thread, after its commit. */
    void seen(AgencyId agency, long event) {
        own.put(event, agency);
    }

    /** The agencies with events that were not seen before. */
    Set<AgencyId> changed(AllAgencies everyAgency) {
        if (newest < 0) {
            newest = jdbc.sql("select coalesce(max(id), 0) from ticket_event")
                    .query(Long.class)
                    .single();
        }
        long now = System.nanoTime();
        Set<AgencyId> agencies = new HashSet<>();
        if (!missing.isEmpty()) {
            jdbc.sql("select id, agency_id from ticket_event where id in (:missing)")
                    .param("missing", missing.keySet())
                    .query((RowCallbackHandler) row -> {
                        missing.remove(row.getLong("id"));
                        find(row, agencies);
                    });
        }
        jdbc.sql("select id, agency_id from ticket_event where id > ? order by id")
                .param(newest)
                .query((RowCallbackHandler) row -> {
                    moveOn(row.getLong("id"), now);
                    find(row, agencies);
                });
        missing.values().removeIf(since -> now - since > WINDOW_NANOS);
        // Found in the log before this node said that it was its own.
        own.keySet().removeIf(event -> event <= newest - WIDEST_GAP);
        return agencies;
    }

    private void find(ResultSet row, Set<AgencyId> agencies) throws SQLException {
        AgencyId agency = new AgencyId(UUID.fromString(row.getString("agency_id")));
        if (!own.remove(row.getLong("id"), agency)) {
            agencies.add(agency);
        }
    }

    private void moveOn(long id, long now) {
        for (long passed = Math.max(newest + 1, id - WIDEST_GAP); passed < id; passed++) {
            missing.put(passed, now);
        }
        newest = id;
    }
}
