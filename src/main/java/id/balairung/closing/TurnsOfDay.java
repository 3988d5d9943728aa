package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.queue.EstimateAccuracy;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.WaitEstimate;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads all turns of a service day: those of the history, and the open ones of tickets that nobody has settled yet. A turn lies
 * in its day's own hours, whenever it was called (027). What was brought in from an older system has no ticket.
 */
@Component
class TurnsOfDay {

    /** Whoever waited on after a no-show isn't judged; a ticket that was transferred was first called before that. */
    private static final String ENDED = """
            select t.agency_id, t.turn, t.service_id, t.status, coalesce(k.issued_at, t.queued_at) as issued_at, t.queued_at,
              t.last_called_at, t.serving_since, t.ended_at, t.held_millis, t.service_millis, t.target_wait_seconds,
              t.target_service_seconds, t.counter_number, t.officer_id, k.estimated_from_seconds, k.estimated_to_seconds,
              case when t.turn > 1 or t.queued_at <> k.issued_at then null
                when k.turn = 1 then k.first_called_at
                when t.calls <= 1 then t.last_called_at
                else (select cast(replace(replace(json_value(e.details, '$.before.firstCalledAt'), 'T', ' '), 'Z', '') as datetime(6))
                  from ticket_event e where e.ticket_id = k.id and e.turn = 2 and e.type = 'TRANSFERRED' order by e.id desc limit 1)
              end as first_called_at
            """;

    private static final String WITHIN = ENDED + """
            from history_turn t left join ticket k force index (primary) on k.id = t.ticket_id
            where t.agency_id = :agency and t.at >= :from and t.at < :until and t.service_day = :day""";

    private static final String OPEN = """
            select k.agency_id, k.turn, k.service_id, k.status, k.issued_at, k.queued_at,
              if(k.last_called_at >= k.queued_at, k.last_called_at, null) as last_called_at, k.serving_since,
              null as ended_at, k.held_millis, null as service_millis, s.target_wait_minutes * 60 as target_wait_seconds,
              s.target_service_minutes * 60 as target_service_seconds, c.number as counter_number, k.officer_id,
              k.estimated_from_seconds, k.estimated_to_seconds,
              if(k.turn = 1 and k.queued_at = k.issued_at, k.first_called_at, null) as first_called_at
            from ticket k join service_offering s on s.id = k.service_id left join counter c on c.id = k.counter_id
            where k.agency_id = :agency and k.open_day = :day""";

    private static final String ALL = String.join(" union all ", WITHIN, OPEN);

    /** Open tickets are found by their agency: by the day alone all of them would be looked through. */
    private static final String EVERYWHERE = ALL.replace("t.agency_id = :agency and ", "")
            .replace(
                    "from ticket k join service_offering",
                    "from agency a straight_join ticket k force index (ticket_left_open) join service_offering")
            .replace("k.agency_id = :agency and k.open_day", "k.agency_id = a.id and k.open_day")
            .replace("k.agency_id = :agency and ", "");

    private final JdbcClient jdbc;

    TurnsOfDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement: between two, a turn could end and be found by both or by none. */
    List<DayTurn> read(AgencyId agency, LocalDate day, ZoneId zone) {
        return of(ALL, day, zone)
                .param("agency", agency.toString())
                .query((row, number) -> turn(row))
                .list();
    }

    /** Those of every agency, in one statement as well. */
    Map<AgencyId, List<DayTurn>> read(AllAgencies everyAgency, LocalDate day, ZoneId zone) {
        Map<AgencyId, List<DayTurn>> found = new HashMap<>();
        of(EVERYWHERE, day, zone).query((RowCallbackHandler) row -> found.computeIfAbsent(
                        new AgencyId(UUID.fromString(row.getString("agency_id"))), agency -> new ArrayList<>())
                .add(turn(row)));
        return found;
    }

    private JdbcClient.StatementSpec of(String sql, LocalDate day, ZoneId zone) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("from", StoredMoment.of(day.atStartOfDay(zone).toInstant()))
                .param(
                        "until",
                        StoredMoment.of(day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static DayTurn turn(ResultSet row) throws SQLException {
        Instant issued = StoredMoment.in(row, "issued_at").orElseThrow();
        return new DayTurn(
                row.getInt("turn"),
                new ServiceId(UUID.fromString(row.getString("service_id"))),
                TicketStatus.valueOf(row.getString("status")),
                issued,
                StoredMoment.in(row, "queued_at").orElseThrow(),
                StoredMoment.in(row, "last_called_at"),
                StoredMoment.in(row, "serving_since"),
                StoredMoment.in(row, "ended_at"),
                Duration.ofMillis(row.getLong("held_millis")),
                number(row, "service_millis").map(Duration::ofMillis),
                Duration.ofSeconds(row.getInt("target_wait_seconds")),
                Duration.ofSeconds(row.getInt("target_service_seconds")),
                number(row, "counter_number").map(Math::toIntExact),
                Optional.ofNullable(row.getString("officer_id")).map(id -> new StaffId(UUID.fromString(id))),
                estimate(row, issued));
    }

    private static EstimateAccuracy estimate(ResultSet row, Instant issued) throws SQLException {
        Optional<Instant> called = StoredMoment.in(row, "first_called_at");
        Optional<Long> from = number(row, "estimated_from_seconds");
        Optional<Long> to = number(row, "estimated_to_seconds");
        return called.isEmpty() || from.isEmpty() || to.isEmpty()
                ? EstimateAccuracy.NONE
                : EstimateAccuracy.of(
                        new WaitEstimate.Range(Duration.ofSeconds(from.get()), Duration.ofSeconds(to.get())),
                        Duration.between(issued, called.get()));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
