package id.balairung.queue;

import id.balairung.common.StoredMoment;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the retention job. What is to be replaced is first read without a lock and then changed by its key, so that no
 * row is locked but those: none of today's. Of ticket_event nothing is changed but the column {@code details}.
 */
@Component
class RetentionRows {

    /** As many rows as one short transaction changes. */
    static final int BATCH = 500;

    /** The reason of an undoing is a code, and an issue has none. */
    private static final List<String> TELLING = Arrays.stream(EventType.values())
            .filter(type -> type != EventType.ISSUED && type != EventType.UNDONE)
            .map(EventType::name)
            .toList();

    /** One by one, for the smallest of each is the index's next entry. */
    private static final String FIRST_EVENTS = TELLING.stream()
            .map(type -> "select min(occurred_at) as first from ticket_event where agency_id = :agency and type = '"
                    + type + "' and occurred_at >= :from and occurred_at < :until")
            .collect(Collectors.joining(" union all "));

    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A period as kept, with the id of who changed it. */
    record Period(
            RetentionKind kind, int days, Optional<StaffId> changedBy, Optional<Instant> changedAt, int version) {}

    /** A run as kept, with the id of who asked for it. */
    record Run(
            long id,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<StaffId> startedBy,
            Map<RetentionKind, Long> replaced,
            int failedAgencies) {}

    List<AgencyId> agencies(AllAgencies everyAgency) {
        return jdbc.sql("select id from agency order by id")
                .query((row, number) -> new AgencyId(UUID.fromString(row.getString("id"))))
                .list();
    }

    /**
     * The first day that has rows in which a kind may stand: a look into an index, however many years there are.
     *
     * @param from the first day to look at
     * @param until the day after the last one
     * @param zone the mall's
     */
    Optional<LocalDate> nextDay(AgencyId agency, RetentionKind kind, LocalDate from, LocalDate until, ZoneId zone) {
        Optional<LocalDate> ticket = jdbc.sql("""
                        select min(service_day) from ticket
                        where agency_id = :agency and service_day >= :from and service_day < :until""")
                .param("agency", agency.toString())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        return kind == RetentionKind.REASON
                ? Stream.concat(ticket.stream(), nextEvent(agency, from, until, zone).stream())
                        .min(Comparator.naturalOrder())
                : ticket;
    }

    private Optional<LocalDate> nextEvent(AgencyId agency, LocalDate from, LocalDate until, ZoneId zone) {
        return jdbc.sql("select min(first) from (" + FIRST_EVENTS + ") as found")
                .param("agency", agency.toString())
                .param("from", StoredMoment.of(from.atStartOfDay(zone).toInstant()))
                .param("until", StoredMoment.of(until.atStartOfDay(zone).toInstant()))
                .query((row, number) -> StoredMoment.in(row, 1).map(at -> LocalDate.ofInstant(at, zone)))
                .single();
    }

    /** Until which service day, exclusive, the agency's days are done. */
    Optional<LocalDate> doneUntil(AgencyId agency, RetentionKind kind) {
        return jdbc.sql("select done_until from retention_progress where agency_id = :agency and kind = :kind")
                .param("agency", agency.toString())
                .param("kind", kind.name())
                .query(LocalDate.class)
                .optional();
    }

    void keepDone(AgencyId agency, RetentionKind kind, LocalDate until) {
        jdbc.sql("""
                        insert into retention_progress (agency_id, kind, done_until) values (:agency, :kind, :until)
                        on duplicate key update done_until = greatest(done_until, values(done_until))""")
                .param("agency", agency.toString())
                .param("kind", kind.name())
                .param("until", until)
                .update();
    }

    /**
     * Replaces up to {@value #BATCH} values of a kind, or of each place that it stands in, in the days of a window.
     *
     * @param from the first service day
     * @param until the day after the last one
     * @param zone the mall's
     * @return how many; 0 when all are done
     */
    int replace(AgencyId agency, RetentionKind kind, LocalDate from, LocalDate until, ZoneId zone) {
        return switch (kind) {
            case VISITOR_NAME -> replaceInTickets(agency, "visitor_name", from, until);
            case VISITOR_PHONE -> replaceInTickets(agency, "visitor_phone", from, until);
            case REASON -> replaceHoldReasons(agency, from, until) + replaceInEvents(agency, from, until, zone);
            case COMMENT -> throw new IllegalArgumentException(kind + " is kept elsewhere");
        };
    }

    private int replaceInTickets(AgencyId agency, String column, LocalDate from, LocalDate until) {
        List<String> ids = ticketsWith(agency, column + " is not null", from, until);
        return ids.isEmpty()
                ? 0
                : jdbc.sql("update ticket set " + column + " = null where agency_id = :agency and id in (:ids)")
                        .param("agency", agency.toString())
                        .param("ids", ids)
                        .update();
    }

    /** Its version rises, or somebody who settles such a ticket at this moment would write the reason back. */
    private int replaceHoldReasons(AgencyId agency, LocalDate from, LocalDate until) {
        List<String> ids = ticketsWith(agency, "hold_reason <> '" + Reason.ERASED + "'", from, until);
        return ids.isEmpty()
                ? 0
                : jdbc.sql("""
                                update ticket set hold_reason = :erased, version = version + 1
                                where agency_id = :agency and id in (:ids) and hold_reason is not null""")
                        .param("erased", Reason.ERASED)
                        .param("agency", agency.toString())
                        .param("ids", ids)
                        .update();
    }

    private List<String> ticketsWith(AgencyId agency, String condition, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        "select id from ticket where agency_id = :agency and service_day >= :from and service_day < :until and "
                                + condition + " limit " + BATCH)
                .param("agency", agency.toString())
                .param("from", from)
                .param("until", until)
                .query(String.class)
                .list();
    }

    private int replaceInEvents(AgencyId agency, LocalDate from, LocalDate until, ZoneId zone) {
        List<Long> ids = jdbc.sql("""
                        select id from ticket_event
                        where agency_id = :agency and type in (:types) and occurred_at >= :from and occurred_at < :until
                          and (json_value(details, '$.reason') <> :erased
                            or json_value(details, '$.before.holdReason') <> :erased)
                        limit\s""" + BATCH)
                .param("agency", agency.toString())
                .param("types", TELLING)
                .param("from", StoredMoment.of(from.atStartOfDay(zone).toInstant()))
                .param("until", StoredMoment.of(until.atStartOfDay(zone).toInstant()))
                .param("erased", Reason.ERASED)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? 0
                : jdbc.sql("""
                                update ticket_event
                                set details = json_replace(details, '$.reason', :erased, '$.before.holdReason', :erased)
                                where agency_id = :agency and id in (:ids)""")
                        .param("erased", Reason.ERASED)
                        .param("agency", agency.toString())
                        .param("ids", ids)
                        .update();
    }

    long begin(AllAgencies everyAgency, Instant at, Optional<StaffId> by) {
        jdbc.sql("insert into retention_run (started_at, started_by) values (:at, :by)")
                .param("at", StoredMoment.of(at))
                .param("by", by.map(staff -> staff.value().toString()).orElse(null))
                .update();
        return jdbc.sql("select last_insert_id()").query(Long.class).single();
    }

    void count(AgencyId agency, long run, RetentionKind kind, int replaced, boolean failed) {
        jdbc.sql("""
                        insert into retention_count (run_id, agency_id, kind, replaced, failed)
                        values (:run, :agency, :kind, :replaced, :failed)
                        on duplicate key update replaced = replaced + values(replaced), failed = failed or values(failed)""")
                .param("run", run)
                .param("agency", agency.toString())
                .param("kind", kind.name())
                .param("replaced", replaced)
                .param("failed", failed)
                .update();
    }

    void finish(AllAgencies everyAgency, long run, Instant at) {
        jdbc.sql("update retention_run set finished_at = :at where id = :run")
                .param("at", StoredMoment.of(at))
                .param("run", run)
                .update();
    }

    boolean finishedBetween(AllAgencies everyAgency, Instant from, Instant to) {
        return jdbc.sql(
                                "select count(*) from retention_run where started_at between ? and ? and finished_at is not null")
                        .param(StoredMoment.of(from))
                        .param(StoredMoment.of(to))
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Run> latest(AllAgencies everyAgency, int limit) {
        return jdbc
                .sql("select id, started_at, finished_at, started_by from retention_run order by id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Run(
                        row.getLong("id"),
                        StoredMoment.in(row, "started_at").orElseThrow(),
                        StoredMoment.in(row, "finished_at"),
                        staff(row, "started_by"),
                        Map.of(),
                        0))
                .list()
                .stream()
                .map(this::counted)
                .toList();
    }

    private Run counted(Run run) {
        Map<RetentionKind, Long> replaced = new EnumMap<>(RetentionKind.class);
        jdbc.sql("select kind, sum(replaced) as replaced from retention_count where run_id = ? group by kind")
                .param(run.id())
                .query((row, number) ->
                        replaced.put(RetentionKind.valueOf(row.getString("kind")), row.getLong("replaced")))
                .list();
        int failed = jdbc.sql("select count(distinct agency_id) from retention_count where run_id = ? and failed")
                .param(run.id())
                .query(Integer.class)
                .single();
        return new Run(run.id(), run.startedAt(), run.finishedAt(), run.startedBy(), replaced, failed);
    }

    List<Period> periods(AllAgencies everyAgency) {
        return jdbc.sql("select kind, days, changed_by, changed_at, version from retention_period")
                .query((row, number) -> new Period(
                        RetentionKind.valueOf(row.getString("kind")),
                        row.getInt("days"),
                        staff(row, "changed_by"),
                        StoredMoment.in(row, "changed_at"),
                        row.getInt("version")))
                .list();
    }

    /** Whether the period still was the one with that version. */
    boolean change(AllAgencies everyAgency, RetentionKind kind, int days, int version, StaffId by, Instant at) {
        return jdbc.sql("""
                                update retention_period
                                set days = :days, changed_by = :by, changed_at = :at, version = version + 1
                                where kind = :kind and version = :version""")
                        .param("days", days)
                        .param("by", by.value().toString())
                        .param("at", StoredMoment.of(at))
                        .param("kind", kind.name())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Optional<StaffId> staff(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(UUID::fromString).map(StaffId::new);
    }
}
