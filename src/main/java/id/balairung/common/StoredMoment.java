package id.balairung.common;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A moment as the database keeps it: a date and a time in UTC, without a zone of its own. */
public final class StoredMoment {

    private StoredMoment() {}

    /** A moment, to be stored or compared with what is stored. */
    public static LocalDateTime of(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The moment in a column; empty when it is null. */
    public static Optional<Instant> in(ResultSet row, String column) throws SQLException {
        return in(row, row.findColumn(column));
    }

    /** The moment in a column, the first of which is 1; empty when it is null. */
    public static Optional<Instant> in(ResultSet row, int column) throws SQLException {
        @Nullable LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return Optional.ofNullable(stored).map(moment -> moment.toInstant(ZoneOffset.UTC));
    }
}
