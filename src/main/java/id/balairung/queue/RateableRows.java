package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.common.StoredMoment;
import id.balairung.counter.CounterId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds tickets that may be rated. A token leads to one ticket of whichever agency; nothing else does. */
@Component
class RateableRows {

    private static final String COLUMNS = """
            select agency_id, id, service_id, service_day, status, counter_id, finished_at, queued_at, last_called_at
            from ticket""";

    private final JdbcClient jdbc;

    RateableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RateableTicket> find(AllAgencies everyAgency, PublicToken token) {
        return jdbc.sql(COLUMNS + " where public_token = ?")
                .param(token.value())
                .query((row, number) -> ticket(row))
                .optional();
    }

    /** The ticket that a counter finished last on a day, unless the next one is already served there. */
    Optional<RateableTicket> lastFinished(AgencyId agency, CounterId counter, ServiceDay day) {
        return jdbc.sql(COLUMNS + """
                         where agency_id = :agency and service_day = :day and status = 'COMPLETED' and counter_id = :counter
                          and not exists (select 1 from ticket s where s.active_counter_id = :counter and s.status = 'SERVING')
                        order by finished_at desc limit 1""")
                .param("agency", agency.toString())
                .param("day", day.date())
                .param("counter", counter.value().toString())
                .query((row, number) -> ticket(row))
                .optional();
    }

    /** A ticket, if that counter finished it. */
    Optional<RateableTicket> finishedAt(AgencyId agency, CounterId counter, TicketId ticket) {
        return jdbc.sql(COLUMNS + " where agency_id = ? and id = ? and counter_id = ? and status = 'COMPLETED'")
                .params(
                        agency.toString(),
                        ticket.value().toString(),
                        counter.value().toString())
                .query((row, number) -> ticket(row))
                .optional();
    }

    private static RateableTicket ticket(ResultSet row) throws SQLException {
        TicketStatus status = TicketStatus.valueOf(row.getString("status"));
        Instant queued = StoredMoment.in(row, "queued_at").orElseThrow();
        return new RateableTicket(
                new AgencyId(UUID.fromString(row.getString("agency_id"))),
                new TicketId(UUID.fromString(row.getString("id"))),
                new ServiceId(UUID.fromString(row.getString("service_id"))),
                new ServiceDay(row.getObject("service_day", LocalDate.class)),
                status,
                Optional.ofNullable(row.getString("counter_id"))
                        .map(UUID::fromString)
                        .map(CounterId::new),
                status == TicketStatus.COMPLETED ? StoredMoment.in(row, "finished_at") : Optional.empty(),
                StoredMoment.in(row, "last_called_at")
                        .filter(called -> !called.isBefore(queued))
                        .map(called -> Duration.between(queued, called)));
    }
}
