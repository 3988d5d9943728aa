package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.queue.TicketStatus;
import id.balairung.tenancy.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads all turns of a service day: those of the history, and the open ones of tickets that nobody has settled yet. Most turns
 * lie in the day's own hours; a ticket that was left over and called or moved on later lies in another day's, and is found by its
 * ticket. What was brought in from an older system has no ticket.
 */
@Component
class TurnsOfDay {

    private static final String ENDED = """
            select t.turn, t.service_id, t.status, coalesce(k.issued_at, t.queued_at) as issued_at, t.queued_at, t.last_called_at,
              t.ended_at, t.service_millis, t.target_wait_seconds
            """;

    private static final String WITHIN = ENDED + """
            from history_turn t left join ticket k on k.id = t.ticket_id
            where t.agency_id = :agency and t.at >= :from and t.at < :until and t.service_day = :day""";

    private static final String OUTSIDE = ENDED + """
            from ticket k straight_join history_turn t on t.ticket_id = k.id
            where k.agency_id = :agency and k.service_day = :day and (t.at < :from or t.at >= :until)""";

    private static final String OPEN = """
            select k.turn, k.service_id, k.status, k.issued_at, k.queued_at,
              if(k.last_called_at >= k.queued_at, k.last_called_at, null) as last_called_at,
              null as ended_at, null as service_millis, s.target_wait_minutes * 60 as target_wait_seconds
            from ticket k join service_offering s on s.id = k.service_id
            where k.agency_id = :agency and k.open_day = :day""";

    private final JdbcClient jdbc;

    TurnsOfDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement: between two, a turn could end and be found by both or by none. */
    List<DayTurn> read(AgencyId agency, LocalDate day, ZoneId zone) {
        return jdbc.sql(String.join(" union all ", WITHIN, OUTSIDE, OPEN))
                .param("agency", agency.toString())
                .param("day", day)
                .param("from", utc(day.atStartOfDay(zone).toInstant()))
                .param("until", utc(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .query((row, number) -> turn(row))
                .list();
    }

    private static DayTurn turn(ResultSet row) throws SQLException {
        long serviceMillis = row.getLong("service_millis");
        boolean served = !row.wasNull();
        return new DayTurn(
                row.getInt("turn"),
                new ServiceId(UUID.fromString(row.getString("service_id"))),
                TicketStatus.valueOf(row.getString("status")),
                moment(row, "issued_at").orElseThrow(),
                moment(row, "queued_at").orElseThrow(),
                moment(row, "last_called_at"),
                moment(row, "ended_at"),
                served ? Optional.of(Duration.ofMillis(serviceMillis)) : Optional.empty(),
                Duration.ofSeconds(row.getInt("target_wait_seconds")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return Optional.ofNullable(moment).map(stored -> stored.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
