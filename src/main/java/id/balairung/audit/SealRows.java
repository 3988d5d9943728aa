package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of the chains, as the sealer uses it. It takes a connection of its own, because the lock that keeps other nodes away
 * is the connection's and outlives its transaction.
 */
@Component
class SealRows {

    private static final String FOUND = """
            select e.id, s.event_id is not null sealed from audit_event e left join audit_seal s on s.event_id = e.id
            """;
    /** One installation seals one database; others may use the same server. */
    private static final String LOCK = "concat(database(), '.audit-seal')";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    SealRows(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** An event that was committed. */
    record Found(long id, boolean sealed) {}

    /** The highest event that has a seal; 0 when none has. */
    long highestSealed(AllAgencies all) {
        return jdbc.sql("select coalesce(max(event_id), 0) from audit_seal")
                .query(Long.class)
                .single();
    }

    /** What was committed after an event, sealed or not, in the order of ids. */
    List<Found> after(AllAgencies all, long id, int limit) {
        return jdbc.sql(FOUND + "where e.id > ? order by e.id limit ?")
                .params(id, limit)
                .query((row, number) -> new Found(row.getLong(1), row.getBoolean(2)))
                .list();
    }

    /** What has no seal between two events. */
    List<Found> unsealedBetween(AllAgencies all, long from, long to) {
        return jdbc.sql(FOUND + "where e.id between ? and ? and s.event_id is null order by e.id limit 1000")
                .params(from, to)
                .query((row, number) -> new Found(row.getLong(1), false))
                .list();
    }

    /** Every trail's end. */
    List<Head> heads(AllAgencies all) {
        return jdbc.sql("""
                        select s.trail_id, s.position, hex(s.hash) from audit_seal s
                        join (select trail_id, max(position) last from audit_seal group by trail_id) ends
                        on ends.trail_id = s.trail_id and ends.last = s.position""").query((row, number) -> head(row)).list();
    }

    /**
     * Seals events in the order of their ids, each at the end of its trail.
     *
     * @return the ends that moved; empty when another node seals at this moment
     */
    Optional<List<Head>> seal(AllAgencies all, Set<Long> events) {
        if (events.isEmpty()) {
            return Optional.of(List.of());
        }
        try (Connection connection = dataSource.getConnection()) {
            if (!locked(connection)) {
                connection.rollback();
                return Optional.empty();
            }
            try {
                List<Head> moved = append(connection, unsealed(connection, events));
                connection.commit();
                return Optional.of(moved);
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                release(connection);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The trails can't be sealed", e);
        }
    }

    private static List<EventRow> unsealed(Connection connection, Set<Long> events) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select " + EventRow.COLUMNS + """
                  from audit_event e left join audit_seal s on s.event_id = e.id
                  where e.id between ? and ? and s.event_id is null order by e.id""")) {
            select.setLong(1, events.stream().mapToLong(Long::longValue).min().orElse(0));
            select.setLong(2, events.stream().mapToLong(Long::longValue).max().orElse(0));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    EventRow row = EventRow.of(found);
                    if (events.contains(row.id())) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private static List<Head> append(Connection connection, List<EventRow> rows) throws SQLException {
        Map<AgencyId, Head> ends = new LinkedHashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_seal (event_id, trail_id, position, hash) values (?, ?, ?, unhex(?))")) {
            for (EventRow row : rows) {
                Head before = ends.containsKey(row.trail()) ? ends.get(row.trail()) : end(connection, row.trail());
                long position = before.position() + 1;
                Head after = new Head(row.trail(), position, before.hash().followedBy(position, row));
                ends.put(row.trail(), after);
                insert.setLong(1, row.id());
                insert.setString(2, row.trail().toString());
                insert.setLong(3, position);
                insert.setString(4, after.hash().hex());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return List.copyOf(ends.values());
    }

    private static Head end(Connection connection, AgencyId trail) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select trail_id, position, hex(hash) from audit_seal where trail_id = ? order by position desc limit 1")) {
            select.setString(1, trail.toString());
            try (ResultSet last = select.executeQuery()) {
                return last.next() ? head(last) : new Head(trail, 0, ChainHash.NONE);
            }
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new AgencyId(UUID.fromString(row.getString(1))),
                row.getLong(2),
                new ChainHash(HexFormat.of().formatHex(HexFormat.of().parseHex(row.getString(3)))));
    }

    private static boolean locked(Connection connection) throws SQLException {
        return one(connection, "select get_lock(" + LOCK + ", 0)");
    }

    private static void release(Connection connection) throws SQLException {
        one(connection, "select release_lock(" + LOCK + ")");
        connection.rollback();
    }

    private static boolean one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }
}
