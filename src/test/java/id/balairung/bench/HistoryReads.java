package id.balairung.bench;

import id.balairung.agency.ServiceSummary;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryKey;
import id.balairung.history.HistoryOrder;
import id.balairung.history.NumberSearch;
import id.balairung.history.ServiceHistory;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketPasts;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * One reader's readings of the history through the services, and the same by hand-written SQL on a connection of its own. Each
 * looks at another part of the years than the one before.
 */
class HistoryReads {

    private static final int PAGE = 50;
    private static final int DAYS = 100;

    private static final String COLUMNS = """
            t.agency_id, t.at, t.ticket_id, t.turn, t.number_prefix, t.number_sequence, t.service_id, t.counter_number,
            t.officer_id, t.priority_class, t.status, t.outcome, t.queued_at, t.last_called_at, t.ended_at, t.wait_millis,
            t.way_millis, t.service_millis, t.over_target, t.rating, t.corrections""";

    /** Called too late, or never called and waited too long within its day in WITA. */
    private static final String MISSED =
            "if(t.last_called_at is null, least(t.ended_at, t.service_day + interval 16 hour)"
                    + " > t.queued_at + interval t.target_wait_seconds second, t.over_target)";

    private final ServiceHistory history;
    private final TicketPasts pasts;
    private final Hall hall;
    private final StaffPrincipal reader;
    private final Hall.TestAgency agency;
    private final boolean own;
    private final Connection raw;
    private final LocalDate first;
    private final LocalDate last;
    private final ZoneId zone;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Row> sampled = new ArrayList<>();
    private final List<Row> deep = new ArrayList<>();
    private final List<LocalDate> ends = new ArrayList<>();

    private record Row(UUID agency, LocalDateTime at, UUID ticket, int turn) {

        HistoryKey key() {
            return new HistoryKey(at.toInstant(ZoneOffset.UTC), new AgencyId(agency), new TicketId(ticket), turn);
        }
    }

    /** What is read. */
    enum Kind {
        /** The first page of a period. */
        FIRST,
        /** The ten thousandth page of all, or one beyond it. */
        DEEP,
        /** One number through the years. */
        NUMBER,
        /** One officer at one service. */
        OFFICER,
        /** One service. */
        SERVICE,
        /** Those that didn't come. */
        NO_SHOW,
        /** Those over their target. */
        LATE,
        /** Disabled people who didn't come: rare. */
        RARE,
        /** A word in the notes. */
        NOTE,
        /** How many there are in a period. */
        TOTAL,
        /** How many didn't come. */
        TOTAL_NO_SHOW,
        /** One ticket's past. */
        TICKET
    }

    HistoryReads(
            ApplicationContext context,
            StaffPrincipal reader,
            Hall.TestAgency agency,
            Connection raw,
            LocalDate first,
            LocalDate last,
            ZoneId zone)
            throws SQLException {
        this.history = context.getBean(ServiceHistory.class);
        this.pasts = context.getBean(TicketPasts.class);
        this.hall = context.getBean(Hall.class);
        this.reader = reader;
        this.agency = agency;
        this.own = reader.agency().isPresent();
        this.raw = raw;
        this.first = first;
        this.last = last;
        this.zone = zone;
    }

    /**
     * Looks up where it will read; unmeasured.
     *
     * @param pages how many pages lie before those that are read as deep ones
     */
    void prepare(int pages) throws SQLException {
        Row boundary = rows("", last, " limit " + pages * PAGE + ", 1").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There are no " + pages + " pages"));
        deep.add(boundary);
        LocalDate end = boundary.at().toLocalDate();
        for (int sample = 0; sample < 200; sample++) {
            sampled.addAll(rows("", day(first, last), " limit 1"));
            deep.addAll(rows("", day(first, end), " limit 1"));
        }
    }

    private List<Row> rows(String condition, LocalDate to, String limit) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement select = raw.prepareStatement("select t.agency_id, t.at, t.ticket_id, t.turn from "
                + turns(own ? "primary" : "history_turn_by_time") + where() + condition + order() + limit)) {
            bind(select, period(to));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            UUID.fromString(rows.getString(1)),
                            rows.getObject(2, LocalDateTime.class),
                            UUID.fromString(rows.getString(3)),
                            rows.getInt(4)));
                }
            }
        }
        raw.rollback();
        return found;
    }

    /** From now on it reads the same {@value #DAYS} periods again and again: what is in memory then is what was read before. */
    void settle() {
        for (int day = 0; day < DAYS; day++) {
            ends.add(day(first.plusYears(1), last));
        }
    }

    private LocalDate end() {
        return ends.isEmpty() ? day(first.plusYears(1), last) : ends.get(random.nextInt(ends.size()));
    }

    /** Reads once through the services, and says how many nanoseconds that took. */
    long service(Kind kind) {
        LocalDate to = end();
        HistoryFilter all = filter(to, null, null, null, null, false, null, "");
        ServiceSummary service =
                agency.services().get(random.nextInt(agency.services().size()));
        StaffPrincipal officer =
                agency.officers().get(random.nextInt(agency.officers().size()));
        Row row = kind == Kind.DEEP ? one(deep) : one(sampled);
        HistoryFilter filter = switch (kind) {
            case FIRST, TOTAL, TICKET -> all;
            case DEEP -> filter(last, null, null, null, null, false, null, "");
            case NUMBER -> filter(last, null, null, null, null, false, service.prefix() + " " + number(), "");
            case OFFICER -> filter(to, service, officer, null, null, false, null, "");
            case SERVICE -> filter(to, service, null, null, null, false, null, "");
            case NO_SHOW, TOTAL_NO_SHOW -> filter(to, null, null, TurnResult.NO_SHOW, null, false, null, "");
            case LATE -> filter(to, null, null, null, null, true, null, "");
            case RARE -> filter(to, null, null, TurnResult.NO_SHOW, PriorityClass.DISABILITY, false, null, "");
            case NOTE -> filter(to, null, null, null, null, false, null, "lurah");
        };
        return hall.as(reader, () -> {
            long start = System.nanoTime();
            switch (kind) {
                case TOTAL, TOTAL_NO_SHOW -> history.total(filter);
                case TICKET -> pasts.of(new TicketId(row.ticket())).orElseThrow();
                case DEEP -> history.page(filter, HistoryOrder.NEWEST_FIRST, Optional.of(row.key()), PAGE);
                default -> history.page(filter, HistoryOrder.NEWEST_FIRST, Optional.empty(), PAGE);
            }
            return System.nanoTime() - start;
        });
    }

    private HistoryFilter filter(
            LocalDate to,
            @Nullable ServiceSummary service,
            @Nullable StaffPrincipal officer,
            @Nullable TurnResult result,
            @Nullable PriorityClass priority,
            boolean late,
            @Nullable String number,
            String note) {
        return new HistoryFilter(
                first,
                to,
                Optional.ofNullable(officer).map(chosen -> agency.id()),
                Optional.ofNullable(service).map(ServiceSummary::id),
                Optional.empty(),
                Optional.ofNullable(officer).map(StaffPrincipal::id),
                Optional.ofNullable(result),
                Optional.ofNullable(priority),
                late ? FigureFilter.of(WaitFigure.MISSED) : FigureFilter.ANY,
                Optional.empty(),
                Optional.ofNullable(number).flatMap(NumberSearch::of),
                note);
    }

    /** The same by hand. */
    long raw(Kind kind) throws SQLException {
        LocalDate to = end();
        ServiceSummary service =
                agency.services().get(random.nextInt(agency.services().size()));
        StaffPrincipal officer =
                agency.officers().get(random.nextInt(agency.officers().size()));
        Row row = kind == Kind.DEEP ? one(deep) : one(sampled);
        String home = own ? "primary" : "history_turn_by_time";
        return switch (kind) {
            case FIRST -> page(home, "", period(to));
            case DEEP ->
                page(
                        home,
                        " and t.at <= ? and (t.at < ? or "
                                + (own ? "" : "t.agency_id < ? or (t.agency_id = ? and (")
                                + "t.ticket_id < ? or (t.ticket_id = ? and t.turn < ?)" + (own ? "" : "))") + ")",
                        beyond(row));
            case NUMBER ->
                page(
                        "history_turn_by_number",
                        " and t.number_prefix = ? and t.number_sequence = ?",
                        with(period(last), service.prefix(), number()));
            case OFFICER ->
                pageOf(
                        "history_turn_by_officer",
                        " and t.service_id = ? and t.officer_id = ?",
                        service.id().value().toString(),
                        to,
                        officer.id().value().toString());
            case SERVICE ->
                pageOf(
                        "history_turn_by_service",
                        " and t.service_id = ?",
                        service.id().value().toString(),
                        to,
                        null);
            case NO_SHOW -> sought(home, " and t.status = 'NO_SHOW'", period(to));
            case LATE -> sought(home, " and " + MISSED, period(to));
            case RARE -> sought(home, " and t.status = 'NO_SHOW' and t.priority_class = 'DISABILITY'", period(to));
            case NOTE ->
                timed(
                        "select " + COLUMNS + " from history_note n force index ("
                                + (own ? "history_note_by_place" : "history_note_by_time")
                                + ") straight_join history_turn t force index (primary) on t.agency_id = n.agency_id"
                                + " and t.at = n.turn_at and t.ticket_id = n.ticket_id and t.turn = n.turn"
                                + " and n.words like '%lurah%' and not exists (select 1 from history_note e"
                                + " where e.ticket_id = n.ticket_id and e.turn = n.turn and e.event_id < n.event_id"
                                + " and e.words like '%lurah%')" + where() + order() + " limit " + PAGE,
                        period(to));
            case TOTAL ->
                timed(
                        "select count(*), sum(missed) from (select " + MISSED + " as missed from " + turns(home)
                                + where() + " limit 10001) c",
                        period(to));
            case TOTAL_NO_SHOW ->
                timed(
                        "select count(*), sum(missed) from (select " + MISSED + " as missed from " + turns(home)
                                + where() + " and t.status = 'NO_SHOW' limit 10001) c",
                        period(to));
            case TICKET ->
                timed("select * from ticket where id = ?", List.of(row.ticket().toString()))
                        + timed(
                                "select * from ticket_event where agency_id = ? and ticket_id = ? order by id",
                                List.of(row.agency().toString(), row.ticket().toString()))
                        + timed(
                                "select v.* from ticket k join ticket v on v.visit_id = k.visit_id where k.id = ?",
                                List.of(row.ticket().toString()));
        };
    }

    private long pageOf(String index, String condition, String service, LocalDate to, @Nullable String officer)
            throws SQLException {
        List<Object> values =
                new ArrayList<>(List.of(from(), until(to), agency.id().toString(), service));
        if (officer != null) {
            values.add(officer);
        }
        return timed(
                "select " + COLUMNS + " from " + turns(index) + " where t.at >= ? and t.at < ? and t.agency_id = ?"
                        + condition + " order by t.at desc, t.ticket_id desc, t.turn desc limit " + PAGE,
                values);
    }

    private long page(String index, String condition, List<Object> values) throws SQLException {
        return timed(
                "select " + COLUMNS + " from " + turns(index) + where() + condition + order() + " limit " + PAGE,
                values);
    }

    /** Across agencies the page is looked for in the index alone. */
    private long sought(String index, String condition, List<Object> values) throws SQLException {
        return own
                ? page(index, condition, values)
                : timed(
                        "select " + COLUMNS + " from (select t.agency_id, t.at, t.ticket_id, t.turn from "
                                + turns(index)
                                + where() + condition + order() + " limit " + PAGE
                                + ") f straight_join history_turn t on t.agency_id = f.agency_id and t.at = f.at"
                                + " and t.ticket_id = f.ticket_id and t.turn = f.turn" + order(),
                        values);
    }

    private long timed(String sql, List<Object> values) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement select = raw.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        }
        raw.rollback();
        return System.nanoTime() - start;
    }

    private static void bind(PreparedStatement select, List<Object> values) throws SQLException {
        for (int at = 0; at < values.size(); at++) {
            select.setObject(at + 1, values.get(at));
        }
    }

    private static String turns(String index) {
        return "history_turn t force index (" + index + ")";
    }

    private String where() {
        return " where t.at >= ? and t.at < ?" + (own ? " and t.agency_id = ?" : "");
    }

    private String order() {
        return own
                ? " order by t.at desc, t.ticket_id desc, t.turn desc"
                : " order by t.at desc, t.agency_id desc, t.ticket_id desc, t.turn desc";
    }

    private List<Object> period(LocalDate to) {
        List<Object> values = new ArrayList<>(List.of(from(), until(to)));
        if (own) {
            values.add(agency.id().toString());
        }
        return values;
    }

    private List<Object> beyond(Row row) {
        List<Object> values = with(period(last), row.at(), row.at());
        if (!own) {
            values.add(row.agency().toString());
            values.add(row.agency().toString());
        }
        return with(values, row.ticket().toString(), row.ticket().toString(), row.turn());
    }

    private static List<Object> with(List<Object> values, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all;
    }

    private LocalDateTime from() {
        return utc(first.atStartOfDay(zone).toInstant());
    }

    private LocalDateTime until(LocalDate to) {
        return utc(to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(Math.max(1, to.toEpochDay() - from.toEpochDay())));
    }

    private Row one(List<Row> rows) {
        return rows.get(random.nextInt(rows.size()));
    }

    private int number() {
        return 1 + random.nextInt(30);
    }
}
