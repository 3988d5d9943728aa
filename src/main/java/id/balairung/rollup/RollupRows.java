package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import id.balairung.closing.DayTurns;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of days, months and years as they are kept. */
@Component
class RollupRows {

    private static final Table<Figures> AGENCY = new Table<>(
            "rollup_agency", List.of(), RollupRows::values, RollupRows::figures, RollupRows::whole, Figures.NONE);
    private static final Table<Figures> SERVICE = new Table<>(
            "rollup_service",
            List.of("service_id"),
            RollupRows::values,
            RollupRows::figures,
            RollupRows::atService,
            Figures.NONE);
    private static final Table<CounterFigures> COUNTER = new Table<>(
            "rollup_counter",
            List.of("counter_number"),
            RollupRows::values,
            RollupRows::counter,
            RollupRows::atCounter,
            CounterFigures.NONE);
    private static final Table<OfficerLoad> LOAD = new Table<>(
            "rollup_load", List.of(), RollupRows::values, RollupRows::load, RollupRows::whole, OfficerLoad.NONE);

    private static final List<Table<?>> ALL = List.of(AGENCY, SERVICE, COUNTER, LOAD);

    private final JdbcClient jdbc;

    RollupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a day in the place of what was kept of it; one on which nobody came has counters at most. */
    void keep(AgencyId agency, LocalDate day, DayRollup rollup) {
        remove(agency, day);
        Unit.Whole whole = new Unit.Whole(agency);
        if (!rollup.services().isEmpty()) {
            insert(AGENCY, Span.DAY, day, Map.of(whole, rollup.agency()));
            insert(LOAD, Span.DAY, day, Map.of(whole, rollup.load()));
        }
        Map<Unit, Figures> services = new HashMap<>();
        rollup.services().forEach((service, figures) -> services.put(new Unit.AtService(agency, service), figures));
        insert(SERVICE, Span.DAY, day, services);
        Map<Unit, CounterFigures> counters = new HashMap<>();
        rollup.counters().forEach((counter, figures) -> counters.put(new Unit.AtCounter(agency, counter), figures));
        insert(COUNTER, Span.DAY, day, counters);
    }

    private void remove(AgencyId agency, LocalDate day) {
        ALL.forEach(table -> jdbc.sql(
                        "delete from " + table.name() + " where span = 'D' and starts = :day and agency_id = :agency")
                .param("day", day)
                .param("agency", agency.toString())
                .update());
    }

    /** Puts a month or a year together from its parts. */
    void build(AllAgencies everyAgency, Span span, LocalDate start) {
        build(AGENCY, span, start, Figures::sum);
        build(SERVICE, span, start, Figures::sum);
        build(COUNTER, span, start, CounterFigures::sum);
        build(LOAD, span, start, OfficerLoad::sum);
    }

    private <F> void build(Table<F> table, Span span, LocalDate start, Sum<F> sum) {
        jdbc.sql("delete from " + table.name() + " where span = :span and starts = :start")
                .param("span", span.code())
                .param("start", start)
                .update();
        Map<Unit, List<F>> parts = new HashMap<>();
        read(
                table,
                Optional.empty(),
                Optional.empty(),
                Chosen.all(new SpanRange(span.part(), start, span.last(start))),
                (day, unit, figures) ->
                        parts.computeIfAbsent(unit, one -> new ArrayList<>()).add(figures));
        Map<Unit, F> sums = new HashMap<>();
        parts.forEach((unit, all) -> sums.put(unit, sum.of(all)));
        insert(table, span, start, sums);
    }

    private interface Sum<F> {
        F of(List<F> parts);
    }

    /** Takes each row. */
    interface Found<F> {

        /**
         * A row.
         *
         * @param start the first day that it is about
         * @param unit what it is of
         * @param figures what stands in it
         */
        void take(LocalDate start, Unit unit, F figures);
    }

    void agencies(AgencyId agency, Chosen chosen, Found<Figures> found) {
        read(AGENCY, Optional.of(agency), Optional.empty(), chosen, found);
    }

    void agencies(AllAgencies everyAgency, Chosen chosen, Found<Figures> found) {
        read(AGENCY, Optional.empty(), Optional.empty(), chosen, found);
    }

    void service(AgencyId agency, ServiceId service, Chosen chosen, Found<Figures> found) {
        read(SERVICE, Optional.of(agency), Optional.of(service), chosen, found);
    }

    void loads(AgencyId agency, Chosen chosen, Found<OfficerLoad> found) {
        read(LOAD, Optional.of(agency), Optional.empty(), chosen, found);
    }

    void loads(AllAgencies everyAgency, Chosen chosen, Found<OfficerLoad> found) {
        read(LOAD, Optional.empty(), Optional.empty(), chosen, found);
    }

    /** Added up by the database: nothing of a counter needs a sketch. */
    Map<Unit, CounterFigures> counters(AgencyId agency, Chosen chosen) {
        return counters(Optional.of(agency), chosen);
    }

    Map<Unit, CounterFigures> counters(AllAgencies everyAgency, Chosen chosen) {
        return counters(Optional.empty(), chosen);
    }

    private Map<Unit, CounterFigures> counters(Optional<AgencyId> agency, Chosen chosen) {
        Map<Unit, CounterFigures> found = new HashMap<>();
        sums(
                COUNTER,
                agency,
                chosen,
                "sum(open_millis) as open_millis, sum(serving_millis) as serving_millis, sum(quiet_millis) as quiet_millis,"
                        + " sum(turns) as turns",
                row -> found.put(atCounter(row), counter(row)));
        return found;
    }

    /** How many turns of each service kept to its standards. */
    Map<Unit, Compliance> compliance(AgencyId agency, Chosen chosen) {
        return compliance(Optional.of(agency), chosen);
    }

    Map<Unit, Compliance> compliance(AllAgencies everyAgency, Chosen chosen) {
        return compliance(Optional.empty(), chosen);
    }

    private Map<Unit, Compliance> compliance(Optional<AgencyId> agency, Chosen chosen) {
        Map<Unit, Compliance> found = new HashMap<>();
        sums(
                SERVICE,
                agency,
                chosen,
                "sum(judged) as judged, sum(within_target) as within_target, sum(services) as services,"
                        + " sum(service_within) as service_within",
                row -> found.put(
                        atService(row),
                        new Compliance(
                                row.getLong("judged"),
                                row.getLong("within_target"),
                                row.getLong("services"),
                                row.getLong("service_within"))));
        return found;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private interface Values<F> {
        Map<String, Object> of(F figures);
    }

    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /**
     * One of the tables.
     *
     * @param key the columns of its key besides span, first day and agency
     * @param values what stands in which column
     * @param figures reads that
     * @param unit reads what a row is of
     * @param none tells the columns
     */
    private record Table<F>(
            String name, List<String> key, Values<F> values, Read<F> figures, Read<? extends Unit> unit, F none) {}

    private <F> void insert(Table<F> table, Span span, LocalDate start, Map<? extends Unit, F> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("span", "starts", "agency_id"));
        columns.addAll(table.key());
        columns.addAll(table.values().of(table.none()).keySet());
        String row = "(" + "?, ".repeat(columns.size() - 1) + "?)";
        List<@Nullable Object> parameters = new ArrayList<>();
        rows.forEach((unit, figures) -> {
            parameters.add(span.code());
            parameters.add(start);
            parameters.add(unit.agency().toString());
            parameters.addAll(keys(unit));
            parameters.addAll(table.values().of(figures).values());
        });
        jdbc.sql("insert into " + table.name() + " (" + String.join(", ", columns) + ") values "
                        + String.join(", ", Collections.nCopies(rows.size(), row)))
                .params(parameters)
                .update();
    }

    private static List<Object> keys(Unit unit) {
        return switch (unit) {
            case Unit.Whole whole -> List.of();
            case Unit.AtService at -> List.of(at.service().value().toString());
            case Unit.AtCounter at -> List.of(at.counter());
        };
    }

    private <F> void read(
            Table<F> table, Optional<AgencyId> agency, Optional<ServiceId> service, Chosen chosen, Found<F> found) {
        if (!chosen.ranges().isEmpty()) {
            select("select * from " + table.name(), agency, service, chosen, "").query((RowCallbackHandler)
                    row -> found.take(
                            row.getObject("starts", LocalDate.class),
                            table.unit().from(row),
                            table.figures().from(row)));
        }
    }

    private void sums(Table<?> table, Optional<AgencyId> agency, Chosen chosen, String columns, Row each) {
        if (!chosen.ranges().isEmpty()) {
            String by = "agency_id, " + String.join(", ", table.key());
            select(
                            "select " + by + ", " + columns + " from " + table.name(),
                            agency,
                            Optional.empty(),
                            chosen,
                            " group by " + by)
                    .query((RowCallbackHandler) each::take);
        }
    }

    /** In as many forms as there are numbers of ranges: a few. */
    private JdbcClient.StatementSpec select(
            String from, Optional<AgencyId> agency, Optional<ServiceId> service, Chosen chosen, String rest) {
        StringBuilder sql = new StringBuilder(from).append(" where (");
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<SpanRange> ranges = chosen.ranges();
        for (int range = 0; range < ranges.size(); range++) {
            sql.append(range == 0 ? "" : " or ")
                    .append("(span = :span%1$d and starts between :from%1$d and :to%1$d)".formatted(range));
            parameters.put("span" + range, ranges.get(range).span().code());
            parameters.put("from" + range, ranges.get(range).from());
            parameters.put("to" + range, ranges.get(range).to());
        }
        sql.append(')');
        int left = 0;
        for (DayTurns.Unbuilt day : chosen.without()) {
            sql.append(" and not (span = 'D' and agency_id = :left%1$d and starts = :day%1$d)".formatted(left));
            parameters.put("left" + left, day.agency().toString());
            parameters.put("day" + left, day.day());
            left++;
        }
        agency.ifPresent(own -> {
            sql.append(" and agency_id = :agency");
            parameters.put("agency", own.toString());
        });
        service.ifPresent(own -> {
            sql.append(" and service_id = :service");
            parameters.put("service", own.value().toString());
        });
        return jdbc.sql(sql.append(rest).toString()).params(parameters);
    }

    private static Unit.Whole whole(ResultSet row) throws SQLException {
        return new Unit.Whole(new AgencyId(uuid(row, "agency_id")));
    }

    private static Unit.AtService atService(ResultSet row) throws SQLException {
        return new Unit.AtService(new AgencyId(uuid(row, "agency_id")), new ServiceId(uuid(row, "service_id")));
    }

    private static Unit.AtCounter atCounter(ResultSet row) throws SQLException {
        return new Unit.AtCounter(new AgencyId(uuid(row, "agency_id")), row.getInt("counter_number"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return UUID.fromString(Objects.requireNonNull(row.getString(column)));
    }

    private static Map<String, Object> values(Figures figures) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("arrivals", figures.arrivals());
        values.put("served", figures.served());
        values.put("no_shows", figures.noShows());
        values.put("abandoned", figures.abandoned());
        values.put("unsettled", figures.unsettled());
        values.put("transferred", figures.transferred());
        values.put("judged", figures.judged());
        values.put("within_target", figures.withinTarget());
        put(values, "waits", "wait", figures.waiting());
        put(values, "services", "service", figures.service());
        values.put("service_within", figures.serviceWithin());
        values.put("estimated", figures.estimated());
        values.put("estimated_inside", figures.estimatedInside());
        put(values, "misses", "miss", figures.estimateMiss());
        values.put("week_hours", figures.hours().encoded());
        return values;
    }

    private static void put(Map<String, Object> values, String n, String name, Spread spread) {
        values.put(n, spread.n());
        values.put(name + "_millis", spread.sum());
        values.put(name + "_sketch", spread.sketch().encoded());
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("arrivals"),
                row.getLong("served"),
                row.getLong("no_shows"),
                row.getLong("abandoned"),
                row.getLong("unsettled"),
                row.getLong("transferred"),
                row.getLong("judged"),
                row.getLong("within_target"),
                spread(row, "waits", "wait"),
                spread(row, "services", "service"),
                row.getLong("service_within"),
                row.getLong("estimated"),
                row.getLong("estimated_inside"),
                spread(row, "misses", "miss"),
                WeekHours.of(bytes(row, "week_hours")));
    }

    private static Spread spread(ResultSet row, String n, String name) throws SQLException {
        return new Spread(row.getLong(n), row.getLong(name + "_millis"), Sketch.of(bytes(row, name + "_sketch")));
    }

    private static Map<String, Object> values(CounterFigures figures) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("open_millis", figures.openMillis());
        values.put("serving_millis", figures.servingMillis());
        values.put("quiet_millis", figures.quietMillis());
        values.put("turns", figures.turns());
        return values;
    }

    private static CounterFigures counter(ResultSet row) throws SQLException {
        return new CounterFigures(
                row.getLong("open_millis"),
                row.getLong("serving_millis"),
                row.getLong("quiet_millis"),
                row.getLong("turns"));
    }

    private static Map<String, Object> values(OfficerLoad load) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("officer_days", load.turns().n());
        values.put("turns", load.turns().sum());
        values.put("turns_sketch", load.turns().sketch().encoded());
        values.put("serving_millis", load.serving().sum());
        values.put("serving_sketch", load.serving().sketch().encoded());
        return values;
    }

    private static OfficerLoad load(ResultSet row) throws SQLException {
        long days = row.getLong("officer_days");
        return new OfficerLoad(
                new Spread(days, row.getLong("turns"), Sketch.of(bytes(row, "turns_sketch"))),
                new Spread(days, row.getLong("serving_millis"), Sketch.of(bytes(row, "serving_sketch"))));
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBytes(column));
    }
}
