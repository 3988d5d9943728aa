package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a trail as text, column by column, as the database writes it: no driver, zone or JSON library has a say in what is
 * sealed.
 *
 * @param columns the values in the order of {@link #COLUMNS}; null where the database has null
 */
record EventRow(List<@Nullable String> columns) {

    /**
     * Every column of {@code audit_event e}. A column that is added later goes to the end, and into the hash only where it isn't
     * null; rows from before it then keep their seals.
     */
    static final String COLUMNS = """
            cast(e.id as char) c1, cast(e.trail_id as char) c2, e.kind c3, cast(e.occurred_at as char) c4,
            cast(e.actor_id as char) c5, e.actor_name c6, e.actor_role c7, e.address c8, e.subject c9, e.was c10, e.became c11
            """;

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final int COUNT = 11;

    /** Reads the columns of {@link #COLUMNS}. */
    static EventRow of(ResultSet row) throws SQLException {
        List<@Nullable String> columns = new ArrayList<>();
        for (int column : IntStream.rangeClosed(1, COUNT).toArray()) {
            columns.add(row.getString("c" + column));
        }
        return new EventRow(Collections.unmodifiableList(columns));
    }

    long id() {
        return Long.parseLong(String.valueOf(columns.get(0)));
    }

    AgencyId trail() {
        return new AgencyId(UUID.fromString(String.valueOf(columns.get(1))));
    }

    Instant occurredAt() {
        return moment(String.valueOf(columns.get(3)));
    }

    /** A moment as the database writes it, in UTC. */
    static Instant moment(String written) {
        return LocalDateTime.parse(written, WRITTEN).toInstant(ZoneOffset.UTC);
    }
}
