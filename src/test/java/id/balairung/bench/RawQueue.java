package id.balairung.bench;

import id.balairung.agency.ServiceSummary;
import id.balairung.common.TimeOrderedId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The least that JDBC has to do for the rows that the service layer writes: the same inserts, updates and deletes, the
 * number from its row, the heads of the queues and the claim with SKIP LOCKED. No objects, no rules, no permissions.
 */
class RawQueue {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    /** All heads may be taken by others between reading and claiming them. */
    private static final int ATTEMPTS = 20;

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    /** One transaction of the raw side. */
    interface Transaction<T> {
        T run(Connection connection) throws SQLException;
    }

    /** A deadlock is tried again at once. */
    <T> T retried(Connection connection, Transaction<T> transaction) throws SQLException {
        while (true) {
            try {
                return transaction.run(connection);
            } catch (SQLTransactionRollbackException deadlock) {
                connection.rollback();
            }
        }
    }

    void issue(Connection connection, ServiceSummary service, StaffId frontDesk) throws SQLException {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        LocalDate day = LocalDate.now(clock.withZone(MALL));
        UUID visit = TimeOrderedId.next();
        UUID ticket = TimeOrderedId.next();
        byte[] token = new byte[16];
        random.nextBytes(token);
        update(connection, "insert into visit (id, service_day, arrived_at) values (?, ?, ?)", visit, day, now);
        int number;
        try (PreparedStatement draw = prepare(
                        connection,
                        "insert into ticket_number (agency_id, service_id, service_day, last_number) values (?, ?, ?, 1)"
                                + " on duplicate key update last_number = last_number + 1 returning last_number",
                        service.agency(),
                        service.id().value(),
                        day);
                ResultSet drawn = draw.executeQuery()) {
            drawn.next();
            number = drawn.getInt(1);
        }
        update(
                connection,
                "insert into ticket (id, agency_id, visit_id, service_day, number_prefix, number_sequence, public_token,"
                        + " priority_class, issued_at, turn, status, service_id, queued_at, waits_since, calls,"
                        + " held_millis, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'GENERAL', ?, 1, 'WAITING', ?, ?, ?, 0, 0, 0)",
                ticket,
                service.agency(),
                visit,
                day,
                service.prefix(),
                number,
                Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                now,
                service.id().value(),
                now,
                now);
        update(
                connection,
                "insert into waiting (ticket_id, agency_id, service_id, priority_class, waits_since)"
                        + " values (?, ?, ?, 'GENERAL', ?)",
                ticket,
                service.agency(),
                service.id().value(),
                now);
        event(connection, service.agency(), ticket, "ISSUED", now, service.id().value(), null, frontDesk, "{}");
        connection.commit();
    }

    UUID call(Connection connection, AgencyId agency, List<ServiceSummary> services, UUID counter, StaffId officer)
            throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            for (String[] head : heads(connection, agency, services)) {
                if (claim(connection, head[0])) {
                    return take(connection, head, agency, counter, officer);
                }
            }
        }
        throw new IllegalStateException("Nobody waits");
    }

    private static boolean claim(Connection connection, String ticket) throws SQLException {
        try (PreparedStatement claim = prepare(
                        connection,
                        "select ticket_id from waiting where ticket_id = ? for update skip locked",
                        ticket);
                ResultSet claimed = claim.executeQuery()) {
            return claimed.next();
        }
    }

    private UUID take(Connection connection, String[] head, AgencyId agency, UUID counter, StaffId officer)
            throws SQLException {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        UUID ticket = UUID.fromString(head[0]);
        update(
                connection,
                "update ticket set status = 'CALLED', calls = 1, first_called_at = ?, last_called_at = ?,"
                        + " counter_id = ?, officer_id = ?, active_counter_id = ?, version = version + 1"
                        + " where id = ?",
                now,
                now,
                counter,
                officer.value(),
                counter,
                ticket);
        update(connection, "delete from waiting where ticket_id = ?", ticket);
        event(connection, agency, ticket, "CALLED", now, UUID.fromString(head[1]), counter, officer, """
                    {"callReason":"LongestWait","before":{"calls":0,"heldMillis":0,"queuedAt":"%s","serviceId":"%s",\
                    "status":"WAITING","turn":1,"waitsSince":"%s"}}""".formatted(
                        head[2], head[1], head[2]));
        connection.commit();
        return ticket;
    }

    /** Frees the counter; not measured. */
    void finish(Connection connection, UUID ticket) throws SQLException {
        update(connection, "update ticket set status = 'COMPLETED', active_counter_id = null where id = ?", ticket);
        connection.commit();
    }

    private static List<String[]> heads(Connection connection, AgencyId agency, List<ServiceSummary> services)
            throws SQLException {
        int depth = Math.max(2, 8 / services.size());
        String sql = services.stream()
                .flatMap(service -> Stream.of("GENERAL", "ELDERLY", "DISABILITY", "MATERNAL", "TODDLER")
                        .map(priority -> "(select ticket_id, service_id, waits_since from waiting where agency_id = ?"
                                + " and service_id = ? and priority_class = '" + priority
                                + "' order by waits_since, ticket_id limit " + depth + ")"))
                .collect(Collectors.joining(" union all ", "", " order by waits_since"));
        List<Object> parameters = new ArrayList<>();
        for (ServiceSummary service : services) {
            for (int priority = 0; priority < 5; priority++) {
                parameters.add(agency);
                parameters.add(service.id().value());
            }
        }
        List<String[]> heads = new ArrayList<>();
        try (PreparedStatement read = prepare(connection, sql, parameters.toArray());
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                heads.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return heads;
    }

    private static void event(
            Connection connection,
            AgencyId agency,
            UUID ticket,
            String type,
            LocalDateTime at,
            UUID service,
            @Nullable UUID counter,
            StaffId staff,
            String details)
            throws SQLException {
        update(
                connection,
                "insert into ticket_event (agency_id, ticket_id, turn, type, occurred_at, service_id, counter_id,"
                        + " staff_id, command_id, details) values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                agency,
                ticket,
                type,
                at,
                service,
                counter,
                staff.value(),
                TimeOrderedId.next(),
                details);
    }

    private static void update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            Object parameter = parameters[index];
            statement.setObject(
                    index + 1,
                    parameter instanceof UUID || parameter instanceof AgencyId ? parameter.toString() : parameter);
        }
        return statement;
    }
}
