package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chains as whoever verifies them reads them: in pages, so that a trail of any length takes little memory. */
class ChainRows {

    private static final int PAGE = 2000;

    private final JdbcClient jdbc;

    ChainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A seal and its event.
     *
     * @param event the event's id as the seal names it
     * @param row the event; null when it is gone
     */
    record Sealed(
            long position,
            long event,
            ChainHash hash,
            @Nullable EventRow row) {}

    /** An event without a seal. */
    record Unsealed(AgencyId trail, long event, Instant at) {}

    /** The next seals of a trail, by position. */
    List<Sealed> sealed(AgencyId trail, long after) {
        return jdbc.sql("select s.position, s.event_id, hex(s.hash) hash, e.id present, " + EventRow.COLUMNS + """
                        from audit_seal s left join audit_event e on e.id = s.event_id
                        where s.trail_id = ? and s.position > ? order by s.position limit ?""")
                .params(trail.toString(), after, PAGE)
                .query((row, number) -> new Sealed(
                        row.getLong("position"),
                        row.getLong("event_id"),
                        new ChainHash(HexFormat.of().formatHex(HexFormat.of().parseHex(row.getString("hash")))),
                        row.getString("present") == null ? null : EventRow.of(row)))
                .list();
    }

    /** Every trail that has a seal. */
    List<AgencyId> trails(AllAgencies all) {
        return jdbc.sql("select distinct trail_id from audit_seal")
                .query((row, number) -> new AgencyId(UUID.fromString(row.getString(1))))
                .list();
    }

    /** The highest event there is; 0 when there is none. */
    long highest(AllAgencies all) {
        return jdbc.sql("select coalesce(max(id), 0) from audit_event")
                .query(Long.class)
                .single();
    }

    /** The events in a span of ids that have no seal. */
    List<Unsealed> unsealed(AllAgencies all, long after, long to) {
        return jdbc.sql("""
                        select e.trail_id, e.id, cast(e.occurred_at as char) at
                        from audit_event e left join audit_seal s on s.event_id = e.id
                        where e.id > ? and e.id <= ? and s.event_id is null order by e.id""")
                .params(after, to)
                .query((row, number) -> new Unsealed(
                        new AgencyId(UUID.fromString(row.getString(1))),
                        row.getLong(2),
                        EventRow.moment(row.getString(3))))
                .list();
    }

    /** The agencies' codes, for people who read what is wrong where. */
    Map<AgencyId, String> codes(AllAgencies all) {
        return jdbc
                .sql("select id, code from agency")
                .query((row, number) -> Map.entry(new AgencyId(UUID.fromString(row.getString(1))), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
