package id.balairung.bench;

import id.balairung.agency.ServiceSummary;
import id.balairung.bench.PastDay.Fate;
import id.balairung.bench.PastDay.PastTurn;
import id.balairung.common.ServiceDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Fills a database with years of one agency's past, as the queue itself would have written it: visits, tickets, their events and
 * the history. A month is one transaction, so that whoever was broken off goes on with the month that isn't there yet.
 */
public class PastYears {

    private static final int BATCH = 2000;
    private static final String TOKENS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int TOKEN_LENGTH = 22;
    private static final List<String> WORDS = List.of(
            "KK lama belum dibawa",
            "Berkas difotokopi dulu",
            "Datang lagi besok",
            "Tanda tangan tidak sama",
            "Nomor telepon salah",
            "Perlu surat pengantar lurah",
            "Ditemani anak",
            "Menunggu jaringan pusat",
            "Blangko habis",
            "Salah mengambil nomor");

    private final Connection connection;
    private final Hall.TestAgency agency;
    private final List<Integer> counterNumbers;
    private final ZoneId zone;
    private final long seed;
    private final boolean events;
    private SplittableRandom random;
    private final List<Object[]> dayEvents = new ArrayList<>();
    private long written;

    /** A connection for it: what it writes is whole, so the database needn't check each row. */
    public static Connection connect(JdbcConnectionDetails details) throws SQLException {
        Connection connection = DriverManager.getConnection(
                details.getJdbcUrl() + "?useBulkStmts=true", details.getUsername(), details.getPassword());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session foreign_key_checks = 0, unique_checks = 0, check_constraint_checks = 0");
        }
        return connection;
    }

    /**
     * A past to be.
     *
     * @param connection takes the rows; a month is one transaction
     * @param agency whose
     * @param counterNumbers the numbers of its counters
     * @param zone the mall's
     * @param seed the same gives the same past
     */
    public PastYears(
            Connection connection, Hall.TestAgency agency, List<Integer> counterNumbers, ZoneId zone, long seed) {
        this(connection, agency, counterNumbers, zone, seed, true);
    }

    /**
     * A past to be.
     *
     * @param connection takes the rows; a month is one transaction
     * @param agency whose
     * @param counterNumbers the numbers of its counters
     * @param zone the mall's
     * @param seed the same gives the same past
     * @param events whether the events are written as well: most of the rows, and read only by those who look at one ticket
     */
    PastYears(
            Connection connection,
            Hall.TestAgency agency,
            List<Integer> counterNumbers,
            ZoneId zone,
            long seed,
            boolean events) {
        this.connection = connection;
        this.agency = agency;
        this.counterNumbers = counterNumbers;
        this.zone = zone;
        this.seed = seed;
        this.events = events;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Writes a part of a month, unless it is there.
     *
     * @param from its first day
     * @param until the day after its last one
     * @param perDay how many tickets a day has on average
     * @param openDays on how many days of a week the agency opens
     * @return how many tickets were written
     */
    public long write(LocalDate from, LocalDate until, int perDay, int openDays) throws SQLException {
        written = 0;
        if (!isThere(from, until)) {
            // A past that was broken off goes on with other tickets than it began with.
            random = new SplittableRandom(seed << Integer.SIZE | from.toEpochDay());
            month(from, until, perDay, openDays);
        }
        return written;
    }

    private boolean isThere(LocalDate from, LocalDate until) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(
                "select 1 from ticket where agency_id = ? and service_day >= ? and service_day < ? limit 1")) {
            look.setString(1, agency.id().toString());
            look.setObject(2, from);
            look.setObject(3, until);
            return look.executeQuery().next();
        }
    }

    private void month(LocalDate from, LocalDate until, int perDay, int openDays) throws SQLException {
        try (Table visits = new Table("visit", "id, service_day, arrived_at");
                Table tickets = new Table(
                        "ticket",
                        "id, agency_id, visit_id, service_day, number_prefix, number_sequence, public_token, priority_class, issued_at,"
                                + " turn, status, service_id, queued_at, waits_since, estimated_from_seconds, estimated_to_seconds, calls,"
                                + " first_called_at, last_called_at,"
                                + " counter_id, officer_id, serving_since, held_millis, finished_at, outcome, version");
                Table events = new Table(
                        "ticket_event",
                        "agency_id, ticket_id, turn, type, occurred_at, service_id, counter_id, staff_id, command_id, details");
                Table turns = new Table(
                        "history_turn",
                        "agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence, service_id, counter_number,"
                                + " officer_id, priority_class, status, outcome, calls, queued_at, last_called_at, serving_since,"
                                + " ended_at, held_millis, target_wait_seconds, target_service_seconds");
                Table notes = new Table("history_note", "agency_id, at, event_id, ticket_id, turn, turn_at, words");
                Table numbers = new Table("ticket_number", "agency_id, service_id, service_day, last_number");
                Table shifts = new Table(
                        "counter_shift", "id, agency_id, counter_id, officer_id, opened_at, closed_at, version");
                Table breaks = new Table(
                        "counter_break", "id, agency_id, shift_id, reason, started_at, planned_end, ended_at")) {
            Tables all = new Tables(visits, tickets, events, turns, notes, numbers, shifts, breaks);
            for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
                if (day.getDayOfWeek().getValue() <= openDays) {
                    day(all, day, perDay);
                }
            }
        }
        connection.commit();
    }

    private record Tables(
            Table visits,
            Table tickets,
            Table events,
            Table turns,
            Table notes,
            Table numbers,
            Table shifts,
            Table breaks) {}

    private void day(Tables tables, LocalDate day, int perDay) throws SQLException {
        shifts(tables, day);
        int[] last = new int[agency.services().size()];
        PastDay past = PastDay.of(
                day, zone, perDay, agency.services().size(), agency.counters().size(), random);
        for (PastTurn turn : past.tickets()) {
            last[turn.service()] = turn.sequence();
            ticket(tables, day, turn);
            written++;
        }
        // The log is in the order of time, whoever's ticket an event is of.
        dayEvents.sort(Comparator.comparing(event -> (Instant) event[4]));
        for (Object[] event : dayEvents) {
            tables.events().add(event);
        }
        dayEvents.clear();
        for (int service = 0; service < last.length; service++) {
            if (last[service] > 0) {
                tables.numbers()
                        .add(agency.id(), agency.services().get(service).id().value(), day, last[service]);
            }
        }
    }

    /** Every counter is open from eight to four, but for an hour at noon. */
    private void shifts(Tables tables, LocalDate day) throws SQLException {
        Instant opened = day.atTime(8, 0).atZone(zone).toInstant();
        for (int counter = 0; counter < agency.counters().size(); counter++) {
            UUID shift = id(opened);
            tables.shifts()
                    .add(
                            shift,
                            agency.id(),
                            agency.counters().get(counter).value(),
                            agency.officers().get(counter).id().value(),
                            opened,
                            opened.plus(Duration.ofHours(8)),
                            1);
            Instant noon = opened.plus(Duration.ofHours(4));
            Instant end = noon.plus(Duration.ofHours(1));
            tables.breaks().add(id(noon), agency.id(), shift, "LUNCH", noon, end, end);
        }
    }

    private void ticket(Tables tables, LocalDate day, PastTurn first) throws SQLException {
        UUID ticket = id(first.issued());
        UUID visit = id(first.issued());
        ServiceSummary issuedFor = agency.services().get(first.service());
        PriorityClass priority = priority();
        tables.visits().add(visit, day, first.issued());
        event(tables, ticket, 1, "ISSUED", first.issued(), issuedFor, -1, "{}");
        PastTurn turn = first;
        int number = 1;
        turn(tables, ticket, number, day, first, turn, issuedFor, priority);
        ServiceSummary service = issuedFor;
        if (turn.fate() == Fate.TRANSFERRED) {
            turn = following(turn);
            number = 2;
            service = agency.services().get(turn.service());
            turn(tables, ticket, number, day, first, turn, service, priority);
        }
        boolean called = turn.called() != null;
        int estimate = estimate(ticket, first);
        tables.tickets()
                .add(
                        ticket,
                        agency.id(),
                        visit,
                        day,
                        issuedFor.prefix(),
                        first.sequence(),
                        token(),
                        priority.name(),
                        first.issued(),
                        number,
                        turn.fate().name(),
                        service.id().value(),
                        turn.issued(),
                        turn.issued(),
                        estimate,
                        estimate + 300 + estimate / 4,
                        called ? 1 + turn.recalls() : 0,
                        called ? firstCall(turn) : null,
                        turn.called(),
                        called ? agency.counters().get(turn.counter()).value() : null,
                        called ? officer(turn).id().value() : null,
                        turn.serving(),
                        turn.heldSeconds() * 1000L,
                        turn.ended(),
                        turn.fate() == Fate.COMPLETED ? outcome(ticket).name() : null,
                        5);
    }

    /** The shortest wait that the visitor was told, in seconds: mostly a little less than it came to be. */
    private static int estimate(UUID ticket, PastTurn first) {
        long came = first.called() == null
                ? 1200
                : Duration.between(first.issued(), firstCall(first)).toSeconds();
        return (int) (Math.max(0, came) * (50 + Math.floorMod(ticket.getMostSignificantBits(), 60L)) / 100);
    }

    private static Instant firstCall(PastTurn turn) {
        return Objects.requireNonNull(turn.called()).minusSeconds(125L * turn.recalls());
    }

    /** Its row of the history, and its events but the issue. */
    private void turn(
            Tables tables,
            UUID ticket,
            int number,
            LocalDate day,
            PastTurn first,
            PastTurn turn,
            ServiceSummary service,
            PriorityClass priority)
            throws SQLException {
        boolean called = turn.called() != null;
        String waiting = state(number, "WAITING", service, turn.issued(), 0, null, -1, null);
        String calledState = state(number, "CALLED", service, turn.issued(), 1, turn.called(), turn.counter(), null);
        String serving =
                state(number, "SERVING", service, turn.issued(), 1, turn.called(), turn.counter(), turn.serving());
        if (called) {
            Instant firstCall = firstCall(turn);
            event(
                    tables,
                    ticket,
                    number,
                    "CALLED",
                    firstCall,
                    service,
                    turn.counter(),
                    "{\"callReason\":\"LongestWait\",\"before\":" + waiting + "}");
            for (int recall = 1; recall <= turn.recalls(); recall++) {
                event(
                        tables,
                        ticket,
                        number,
                        "RECALLED",
                        firstCall.plusSeconds(125L * recall),
                        service,
                        turn.counter(),
                        "{}");
            }
        }
        if (turn.serving() != null) {
            event(
                    tables,
                    ticket,
                    number,
                    "SERVED",
                    turn.serving(),
                    service,
                    turn.counter(),
                    "{\"before\":" + calledState + "}");
            if (turn.heldSeconds() > 0) {
                event(
                        tables,
                        ticket,
                        number,
                        "HELD",
                        turn.serving().plusSeconds(10),
                        service,
                        turn.counter(),
                        "{\"reason\":\"Ke bank\",\"before\":" + serving + "}");
                event(
                        tables,
                        ticket,
                        number,
                        "RESUMED",
                        turn.serving().plusSeconds(10L + turn.heldSeconds()),
                        service,
                        turn.counter(),
                        "{\"before\":" + serving + "}");
            }
            if (random.nextInt(12) == 0) {
                String words = WORDS.get(random.nextInt(WORDS.size()));
                event(
                        tables,
                        ticket,
                        number,
                        "NOTED",
                        turn.ended().minusSeconds(5),
                        service,
                        turn.counter(),
                        "{\"reason\":\"" + words + "\"}");
                tables.notes()
                        .add(
                                agency.id(),
                                turn.ended().minusSeconds(5),
                                Math.abs(ticket.getLeastSignificantBits()),
                                ticket,
                                number,
                                within(day, called ? turn.called() : turn.issued()),
                                words);
            }
        }
        String before = turn.serving() != null ? serving : called ? calledState : waiting;
        String outcome = turn.fate() == Fate.COMPLETED ? outcome(ticket).name() : null;
        ServiceSummary told = turn.fate() == Fate.TRANSFERRED
                ? agency.services().get(following(turn).service())
                : service;
        event(
                tables,
                ticket,
                turn.fate() == Fate.TRANSFERRED ? number + 1 : number,
                turn.fate().name(),
                turn.ended(),
                told,
                turn.fate() == Fate.TRANSFERRED ? -1 : turn.counter(),
                "{" + (outcome == null ? "" : "\"outcome\":\"" + outcome + "\",") + "\"before\":" + before + "}");
        tables.turns()
                .add(
                        agency.id(),
                        within(day, called ? turn.called() : turn.issued()),
                        ticket,
                        number,
                        day,
                        agency.services().get(first.service()).prefix(),
                        first.sequence(),
                        service.id().value(),
                        called ? counterNumbers.get(turn.counter()) : null,
                        called ? officer(turn).id().value() : null,
                        priority.name(),
                        turn.fate().name(),
                        outcome,
                        called ? 1 + turn.recalls() : 0,
                        turn.issued(),
                        turn.called(),
                        turn.serving(),
                        turn.ended(),
                        turn.heldSeconds() * 1000L,
                        service.targetWait().toSeconds(),
                        service.targetService().toSeconds());
    }

    /** A turn that was called after midnight lies in its day's last moment. */
    private Instant within(LocalDate day, Instant at) {
        Instant last = new ServiceDay(day.plusDays(1)).begins(zone).minus(1, ChronoUnit.MICROS);
        return at.isAfter(last) ? last : at;
    }

    /** The turn after a transfer: at the next service, from the moment at which the one before ended. */
    private PastTurn following(PastTurn turn) {
        Instant called = turn.ended().plusSeconds(420);
        return new PastTurn(
                (turn.service() + 1) % agency.services().size(),
                turn.sequence(),
                (turn.counter() + 1) % agency.counters().size(),
                turn.ended(),
                called,
                0,
                called.plusSeconds(40),
                called.plusSeconds(400),
                0,
                Fate.COMPLETED);
    }

    private void event(
            Tables tables,
            UUID ticket,
            int turn,
            String type,
            Instant at,
            ServiceSummary service,
            int counter,
            String details)
            throws SQLException {
        if (!events) {
            return;
        }
        dayEvents.add(new Object[] {
            agency.id(),
            ticket,
            turn,
            type,
            at,
            service.id().value(),
            counter < 0 ? null : agency.counters().get(counter).value(),
            counter < 0 ? null : agency.officers().get(counter).id().value(),
            id(at),
            details
        });
    }

    private String state(
            int turn,
            String status,
            ServiceSummary service,
            Instant queued,
            int calls,
            @Nullable Instant called,
            int counter,
            @Nullable Instant serving) {
        return "{\"turn\":" + turn + ",\"status\":\"" + status + "\",\"serviceId\":\""
                + service.id().value()
                + "\",\"queuedAt\":\"" + queued + "\",\"waitsSince\":\"" + queued + "\",\"calls\":" + calls
                + (called == null
                        ? ""
                        : ",\"firstCalledAt\":\"" + called + "\",\"lastCalledAt\":\"" + called + "\",\"counterId\":\""
                                + agency.counters().get(counter).value() + "\",\"officerId\":\""
                                + agency.officers().get(counter).id().value() + "\"")
                + (serving == null ? "" : ",\"servingSince\":\"" + serving + "\"")
                + ",\"heldMillis\":0}";
    }

    private StaffPrincipal officer(PastTurn turn) {
        return agency.officers().get(turn.counter());
    }

    private PriorityClass priority() {
        int dice = random.nextInt(1000);
        return dice < 880
                ? PriorityClass.GENERAL
                : dice < 935
                        ? PriorityClass.ELDERLY
                        : dice < 965
                                ? PriorityClass.TODDLER
                                : dice < 988 ? PriorityClass.MATERNAL : PriorityClass.DISABILITY;
    }

    private static Outcome outcome(UUID ticket) {
        int dice = (int) Math.floorMod(ticket.getLeastSignificantBits(), 100L);
        return dice < 78
                ? Outcome.FULFILLED
                : dice < 90 ? Outcome.DOCUMENTS_MISSING : dice < 97 ? Outcome.CONSULTATION : Outcome.NOT_POSSIBLE;
    }

    /** Rises with time, as the application's own do. */
    private UUID id(Instant at) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12), 1L << 63 | random.nextLong() >>> 2);
    }

    private String token() {
        StringBuilder token = new StringBuilder(TOKEN_LENGTH);
        for (int at = 0; at < TOKEN_LENGTH; at++) {
            token.append(TOKENS.charAt(random.nextInt(TOKENS.length())));
        }
        return token.toString();
    }

    /** Rows on their way into a table. */
    private final class Table implements AutoCloseable {

        private final PreparedStatement insert;
        private int waiting;

        private Table(String name, String columns) throws SQLException {
            this.insert = connection.prepareStatement(
                    "insert into " + name + " (" + columns + ") values (" + columns.replaceAll("[^,]+", "?") + ")");
        }

        void add(@Nullable Object... values) throws SQLException {
            for (int at = 0; at < values.length; at++) {
                set(at + 1, values[at]);
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        private void set(int at, @Nullable Object value) throws SQLException {
            switch (value) {
                case null -> insert.setNull(at, Types.VARCHAR);
                case Instant moment -> insert.setObject(at, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                case LocalDate day -> insert.setObject(at, day);
                case Integer number -> insert.setInt(at, number);
                case Long number -> insert.setLong(at, number);
                default -> insert.setString(at, value.toString());
            }
        }

        @Override
        public void close() throws SQLException {
            if (waiting > 0) {
                insert.executeBatch();
            }
            insert.close();
        }
    }
}
