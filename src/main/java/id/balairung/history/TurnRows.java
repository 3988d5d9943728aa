package id.balairung.history;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNumber;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the history's rows in their order, a page at a time by key. */
@Component
class TurnRows {

    private static final String COLUMNS = """
            t.agency_id, t.at, t.ticket_id, t.turn, t.number_prefix, t.number_sequence, t.service_id, t.counter_number,
            t.officer_id, t.priority_class, t.status, t.outcome, t.queued_at, t.last_called_at, t.ended_at, t.wait_millis,
            t.way_millis, t.service_millis, t.rating, t.corrections,
            """ + TurnFigures.MISSED + " as missed";

    private static final String EXPORTED =
            ", t.service_day, t.serving_since, t.held_millis, t.calls, t.target_wait_seconds";

    private static final String NOTES = """
            , (select group_concat(n.words order by n.at, n.event_id separator ' | ') from history_note n
              where n.agency_id = t.agency_id and n.ticket_id = t.ticket_id and n.turn = t.turn) as notes""";

    /** How many days the newest part of a count has; each before it has {@value #GROWTH} times as many. */
    private static final int COUNTED_DAYS = 92;

    private static final int GROWTH = 4;

    private final JdbcClient jdbc;
    private final Duration pageWithin;
    private final Duration countWithin;

    /**
     * Reads them.
     *
     * @param pageWithin how long a page may be looked for
     * @param countWithin how long may be counted
     */
    TurnRows(
            JdbcClient jdbc,
            @Value("${balairung.history.page-within:5s}") Duration pageWithin,
            @Value("${balairung.history.count-within:300ms}") Duration countWithin) {
        this.jdbc = jdbc;
        this.pageWithin = pageWithin;
        this.countWithin = countWithin;
    }

    List<HistoryEntry> page(
            AgencyId agency,
            HistoryFilter filter,
            ZoneId zone,
            HistoryOrder order,
            Optional<HistoryKey> after,
            int limit) {
        return page(Optional.of(agency), filter, zone, order, after, limit);
    }

    List<HistoryEntry> page(
            AllAgencies everyAgency,
            HistoryFilter filter,
            ZoneId zone,
            HistoryOrder order,
            Optional<HistoryKey> after,
            int limit) {
        Optional<List<AgencyId>> homes = homes(filter);
        return isNowhere(homes) ? List.of() : page(only(homes), filter, zone, order, after, limit);
    }

    List<ExportedTurn> exported(
            AgencyId agency, HistoryFilter filter, ZoneId zone, Optional<HistoryKey> after, int limit, boolean notes) {
        return exported(Optional.of(agency), filter, zone, after, limit, notes);
    }

    List<ExportedTurn> exported(
            AllAgencies everyAgency, HistoryFilter filter, ZoneId zone, Optional<HistoryKey> after, int limit) {
        Optional<List<AgencyId>> homes = homes(filter);
        return isNowhere(homes) ? List.of() : exported(only(homes), filter, zone, after, limit, false);
    }

    HistoryTotal total(AgencyId agency, HistoryFilter filter, ZoneId zone) {
        return total(Optional.of(agency), filter, zone);
    }

    HistoryTotal total(AllAgencies everyAgency, HistoryFilter filter, ZoneId zone) {
        Optional<List<AgencyId>> homes = homes(filter);
        return isNowhere(homes) ? new HistoryTotal(0, false, 0) : total(only(homes), filter, zone);
    }

    /** Which agencies have such turns at all: an officer is one's, and mostly a counter, too. Empty where neither is asked for. */
    private Optional<List<AgencyId>> homes(HistoryFilter filter) {
        boolean officer = filter.officer().isPresent();
        if (!officer && filter.counter().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(jdbc.sql("select a.id from agency a where (select 1 from history_turn t force index ("
                        + (officer ? "history_turn_by_officer" : "history_turn_by_counter")
                        + ") where t.agency_id = a.id and t."
                        + (officer ? "officer_id" : "counter_number")
                        + " = :sought limit 1)")
                .param(
                        "sought",
                        officer
                                ? filter.officer().orElseThrow().value().toString()
                                : filter.counter().orElseThrow())
                .query((row, number) -> new AgencyId(UUID.fromString(Objects.requireNonNull(row.getString("id")))))
                .list());
    }

    private static boolean isNowhere(Optional<List<AgencyId>> homes) {
        return homes.filter(List::isEmpty).isPresent();
    }

    private static Optional<AgencyId> only(Optional<List<AgencyId>> homes) {
        return homes.filter(found -> found.size() == 1).map(List::getFirst);
    }

    /** A ticket's; the day is any, for its zone. */
    List<TurnDetail> turns(AgencyId agency, TicketId ticket, Optional<StaffId> officer, ZoneId zone, LocalDate day) {
        return turns(Optional.of(agency), ticket, officer, TurnFigures.dayEnds(zone, day));
    }

    List<TurnDetail> turns(AllAgencies everyAgency, TicketId ticket, ZoneId zone, LocalDate day) {
        return turns(Optional.empty(), ticket, Optional.empty(), TurnFigures.dayEnds(zone, day));
    }

    private List<TurnDetail> turns(
            Optional<AgencyId> agency, TicketId ticket, Optional<StaffId> officer, long dayEnds) {
        return jdbc.sql("select " + COLUMNS + ", t.held_millis from history_turn t where t.ticket_id = :ticket"
                        + (agency.isPresent() ? " and t.agency_id = :agency" : "")
                        + (officer.isPresent() ? " and t.officer_id = :officer" : "")
                        + " order by t.turn")
                .param("ticket", ticket.value().toString())
                .param("agency", agency.map(AgencyId::toString).orElse(null))
                .param("officer", officer.map(id -> id.value().toString()).orElse(null))
                .param(TurnFigures.DAY_ENDS, dayEnds)
                .query((row, number) -> new TurnDetail(entry(row), Duration.ofMillis(row.getLong("held_millis"))))
                .list();
    }

    private List<HistoryEntry> page(
            Optional<AgencyId> agency,
            HistoryFilter filter,
            ZoneId zone,
            HistoryOrder order,
            Optional<HistoryKey> after,
            int limit) {
        Selection found = new Selection(agency, filter, zone).after(order, after);
        return jdbc.sql(StatementTime.within(pageWithin, found.page(COLUMNS, order)))
                .params(found.parameters())
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private List<ExportedTurn> exported(
            Optional<AgencyId> agency,
            HistoryFilter filter,
            ZoneId zone,
            Optional<HistoryKey> after,
            int limit,
            boolean notes) {
        HistoryOrder order = HistoryOrder.NEWEST_FIRST;
        Selection found = new Selection(agency, filter, zone).after(order, after);
        return jdbc.sql(found.page(COLUMNS + EXPORTED + (notes ? NOTES : ", '' as notes"), order))
                .params(found.parameters())
                .param("limit", limit)
                .query((row, number) -> new ExportedTurn(
                        entry(row),
                        row.getObject("service_day", LocalDate.class),
                        StoredMoment.in(row, "serving_since"),
                        Duration.ofMillis(row.getLong("held_millis")),
                        row.getInt("calls"),
                        Duration.ofSeconds(row.getLong("target_wait_seconds")),
                        Objects.requireNonNullElse(row.getString("notes"), "")))
                .list();
    }

    /**
     * Counts the newest turns first, so that what was counted when the time is over stands. Each part may take all of the time: a
     * statement that says how much is left would be another one each time, and the database prepares each.
     */
    private HistoryTotal total(Optional<AgencyId> agency, HistoryFilter filter, ZoneId zone) {
        long end = System.nanoTime() + countWithin.toNanos();
        HistoryTotal total = new HistoryTotal(0, false, 0);
        LocalDate to = filter.to();
        for (long days = COUNTED_DAYS; !to.isBefore(filter.from()) && !total.more(); days *= GROWTH) {
            LocalDate first = to.minusDays(days - 1);
            LocalDate from = first.isBefore(filter.from()) ? filter.from() : first;
            if (end - System.nanoTime() <= 0) {
                return total.andMore();
            }
            try {
                total = total.plus(counted(agency, filter.between(from, to), zone, total.uncounted()));
            } catch (QueryTimeoutException tooLong) {
                return total.andMore();
            }
            to = from.minusDays(1);
        }
        return total;
    }

    /** Reads one more than is counted, which tells only that there are more. */
    private HistoryTotal counted(Optional<AgencyId> agency, HistoryFilter filter, ZoneId zone, int most) {
        Selection found = new Selection(agency, filter, zone);
        return jdbc.sql(StatementTime.within(
                        countWithin,
                        "select count(*) as turns, coalesce(sum(if(place > :most, 0, missed)), 0) as missed"
                                + " from (select " + TurnFigures.MISSED + " as missed, rownum() as place" + found.sql()
                                + " limit :limit) counted"))
                .params(found.parameters())
                .param("most", most)
                .param("limit", most + 1)
                .query((row, number) -> new HistoryTotal(
                        Math.min(row.getInt("turns"), most), row.getInt("turns") > most, row.getInt("missed")))
                .single();
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                new HistoryKey(
                        StoredMoment.in(row, "at").orElseThrow(),
                        new AgencyId(id(row, "agency_id").orElseThrow()),
                        new TicketId(id(row, "ticket_id").orElseThrow()),
                        row.getInt("turn")),
                new TicketNumber(row.getString("number_prefix"), row.getInt("number_sequence")),
                new ServiceId(id(row, "service_id").orElseThrow()),
                number(row, "counter_number").map(Long::intValue),
                id(row, "officer_id").map(StaffId::new),
                PriorityClass.valueOf(row.getString("priority_class")),
                TicketStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                StoredMoment.in(row, "queued_at").orElseThrow(),
                StoredMoment.in(row, "last_called_at"),
                StoredMoment.in(row, "ended_at"),
                number(row, "wait_millis").map(Duration::ofMillis),
                number(row, "way_millis").map(Duration::ofMillis),
                number(row, "service_millis").map(Duration::ofMillis),
                row.getBoolean("missed"),
                number(row, "rating").map(Long::intValue),
                row.getInt("corrections") > 0,
                false);
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(UUID::fromString);
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** What is looked for, as SQL from its "from" on. */
    private record Selection(
            String sql, boolean ofOneAgency, boolean byIndex, Map<String, @Nullable Object> parameters) {

        private Selection(Optional<AgencyId> agency, HistoryFilter filter, ZoneId zone) {
            this(
                    sql(agency, filter),
                    agency.isPresent(),
                    agency.isEmpty() && standsInTheIndex(filter),
                    parameters(agency, filter, zone));
        }

        /** Whether something is looked for across agencies, and all of that stands in history_turn_by_time. */
        private static boolean standsInTheIndex(HistoryFilter filter) {
            boolean something = filter.result().isPresent()
                    || filter.priorityClass().isPresent()
                    || filter.figure().arrivals()
                    || filter.rating().isPresent();
            FigureFilter figure = filter.figure();
            return something
                    && figure.equals(figure.arrivals() ? FigureFilter.ARRIVALS : FigureFilter.ANY)
                    && filter.service().isEmpty()
                    && filter.counter().isEmpty()
                    && filter.officer().isEmpty()
                    && filter.number().isEmpty()
                    && filter.note().isEmpty();
        }

        /** Looks for the page in the index alone where that can be, and fetches no other rows than the page's. */
        String page(String columns, HistoryOrder order) {
            String found = sql + order.sql(ofOneAgency) + " limit :limit";
            return byIndex
                    ? "select " + columns + " from (select t.agency_id, t.at, t.ticket_id, t.turn" + found
                            + ") f straight_join history_turn t on t.agency_id = f.agency_id and t.at = f.at"
                            + " and t.ticket_id = f.ticket_id and t.turn = f.turn" + order.sql(ofOneAgency)
                    : "select " + columns + found;
        }

        Selection after(HistoryOrder order, Optional<HistoryKey> key) {
            if (key.isEmpty()) {
                return this;
            }
            HistoryKey last = key.get();
            Map<String, @Nullable Object> all = new HashMap<>(parameters);
            all.put("lastAt", StoredMoment.of(last.at()));
            if (!ofOneAgency) {
                all.put("lastAgency", last.agency().toString());
            }
            all.put("lastTicket", last.ticket().value().toString());
            all.put("lastTurn", last.turn());
            return new Selection(sql + order.after(ofOneAgency), ofOneAgency, byIndex, all);
        }

        private static String sql(Optional<AgencyId> agency, HistoryFilter filter) {
            StringBuilder sql = new StringBuilder(" from ")
                    .append(filter.note().isEmpty() ? turns(agency, filter) : noted(agency))
                    .append(" where t.at >= :from and t.at < :until");
            agency.ifPresent(own -> sql.append(" and t.agency_id = :agency"));
            filter.service().ifPresent(chosen -> sql.append(" and t.service_id = :service"));
            filter.counter().ifPresent(chosen -> sql.append(" and t.counter_number = :counter"));
            filter.officer().ifPresent(chosen -> sql.append(" and t.officer_id = :officer"));
            filter.result().ifPresent(chosen -> {
                sql.append(" and t.status = :status");
                chosen.outcome().ifPresent(outcome -> sql.append(" and t.outcome = :outcome"));
            });
            filter.priorityClass().ifPresent(chosen -> sql.append(" and t.priority_class = :class"));
            filter.rating().ifPresent(chosen -> sql.append(" and t.rating = :rating"));
            sql.append(TurnFigures.sql(filter.figure()));
            filter.number().ifPresent(typed -> {
                typed.prefix().ifPresent(prefix -> sql.append(" and t.number_prefix = :prefix"));
                typed.sequence().ifPresent(sequence -> sql.append(" and t.number_sequence = :sequence"));
            });
            return sql.toString();
        }

        /**
         * By which index: always one in whose order the page is read, so that it ends where the page does. The database would now
         * and then rather sort all that it finds.
         */
        private static String turns(Optional<AgencyId> agency, HistoryFilter filter) {
            boolean oneNumber = filter.number()
                    .filter(typed ->
                            typed.prefix().isPresent() && typed.sequence().isPresent())
                    .isPresent();
            String index = oneNumber
                    ? "history_turn_by_number"
                    : agency.isEmpty()
                            ? "history_turn_by_time"
                            : filter.officer().isPresent()
                                    ? "history_turn_by_officer"
                                    : filter.counter().isPresent()
                                            ? "history_turn_by_counter"
                                            : filter.service().isPresent() ? "history_turn_by_service" : "primary";
            return "history_turn t force index (" + index + ")";
        }

        /** From the notes, in the order of their turns: there are far fewer. A turn that has several is found by its first. */
        private static String noted(Optional<AgencyId> agency) {
            return "history_note n force index ("
                    + (agency.isPresent() ? "history_note_by_place" : "history_note_by_time")
                    + ") straight_join history_turn t force index (primary) on t.agency_id = n.agency_id and t.at = n.turn_at"
                    + " and t.ticket_id = n.ticket_id and t.turn = n.turn and n.words like :note escape '|'"
                    + " and not exists (select 1 from history_note e where e.ticket_id = n.ticket_id and e.turn = n.turn"
                    + " and e.event_id < n.event_id and e.words like :note escape '|')";
        }

        private static Map<String, @Nullable Object> parameters(
                Optional<AgencyId> agency, HistoryFilter filter, ZoneId zone) {
            Map<String, @Nullable Object> parameters = new HashMap<>();
            parameters.put(
                    "from", StoredMoment.of(filter.from().atStartOfDay(zone).toInstant()));
            parameters.put(
                    "until",
                    StoredMoment.of(filter.to().plusDays(1).atStartOfDay(zone).toInstant()));
            parameters.put("agency", agency.map(AgencyId::toString).orElse(null));
            parameters.put(
                    "service", filter.service().map(id -> id.value().toString()).orElse(null));
            parameters.put("counter", filter.counter().orElse(null));
            parameters.put(
                    "officer", filter.officer().map(id -> id.value().toString()).orElse(null));
            parameters.put(
                    "status",
                    filter.result().map(result -> result.status().name()).orElse(null));
            parameters.put(
                    "outcome",
                    filter.result().flatMap(TurnResult::outcome).map(Enum::name).orElse(null));
            TurnFigures.put(parameters, filter.figure(), zone, filter.to());
            parameters.put("class", filter.priorityClass().map(Enum::name).orElse(null));
            parameters.put("rating", filter.rating().orElse(null));
            parameters.put(
                    "prefix", filter.number().flatMap(NumberSearch::prefix).orElse(null));
            parameters.put(
                    "sequence", filter.number().flatMap(NumberSearch::sequence).orElse(null));
            parameters.put("note", "%" + filter.note().strip().replaceAll("([|%_])", "|$1") + "%");
            return parameters;
        }
    }
}
