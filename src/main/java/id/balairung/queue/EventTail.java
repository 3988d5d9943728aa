package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads ticket_event by id, whoever wrote it. Ids can commit out of order, so a short window behind the newest is read
 * again, and what was seen in it is remembered. Used by one thread.
 */
class EventTail {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TreeMap<Long, Instant> seen = new TreeMap<>();
    private long settled;

    EventTail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settled = -1;
    }

    /** The agencies with events that were not seen before. */
    Set<AgencyId> changed(AllAgencies everyAgency) {
        Instant now = clock.instant();
        if (settled < 0) {
            settled = jdbc.sql("select coalesce(max(id), 0) from ticket_event")
                    .query(Long.class)
                    .single();
        }
        Set<AgencyId> agencies = new HashSet<>();
        jdbc.sql("select id, agency_id from ticket_event where id > ? order by id")
                .param(settled)
                .query(row -> {
                    if (seen.putIfAbsent(row.getLong("id"), now) == null) {
                        agencies.add(new AgencyId(UUID.fromString(row.getString("agency_id"))));
                    }
                });
        settle(now.minus(WINDOW));
        return agencies;
    }

    private void settle(Instant before) {
        Iterator<Map.Entry<Long, Instant>> oldest = seen.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Long, Instant> entry = oldest.next();
            if (entry.getValue().isAfter(before)) {
                return;
            }
            settled = entry.getKey();
            oldest.remove();
        }
    }
}
