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
    private static final Table<Breakdown> BREAKDOWN = new Table<>(
            "rollup_breakdown",
            List.of(),
            RollupRows::values,
            RollupRows::breakdown,
            RollupRows::whole,
            Breakdown.NONE);

    private static final List<Table<?>> ALL = List.of(AGENCY, SERVICE, BREAKDOWN);

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
        }
        if (!rollup.services().isEmpty() || !rollup.counters().isEmpty()) {
            insert(BREAKDOWN, Span.DAY, day, Map.of(whole, Breakdown.of(rollup)));
        }
        Map<Unit, Figures> services = new HashMap<>();
        rollup.services().forEach((service, figures) -> services.put(new Unit.AtService(agency, service), figures));
        insert(SERVICE, Span.DAY, day, services);
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
        build(BREAKDOWN, span, start, Breakdown::sum);
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

    void breakdowns(AgencyId agency, Chosen chosen, Found<Breakdown> found) {
        read(BREAKDOWN, Optional.of(agency), Optional.empty(), chosen, found);
    }

    void breakdowns(AllAgencies everyAgency, Chosen chosen, Found<Breakdown> found) {
        read(BREAKDOWN, Optional.empty(), Optional.empty(), chosen, found);
    }

    /** The counters alone, without what else a breakdown has. */
    void counters(AgencyId agency, Chosen chosen, Found<Map<Integer, CounterFigures>> found) {
        counters(Optional.of(agency), chosen, found);
    }

    void counters(AllAgencies everyAgency, Chosen chosen, Found<Map<Integer, CounterFigures>> found) {
        counters(Optional.empty(), chosen, found);
    }

    private void counters(Optional<AgencyId> agency, Chosen chosen, Found<Map<Integer, CounterFigures>> found) {
        if (!chosen.ranges().isEmpty()) {
            select("starts, agency_id, counters", BREAKDOWN, agency, Optional.empty(), chosen)
                    .query((RowCallbackHandler) row -> found.take(
                            row.getObject("starts", LocalDate.class),
                            whole(row),
                            Breakdown.counters(bytes(row, "counters"))));
        }
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
        };
    }

    private <F> void read(
            Table<F> table, Optional<AgencyId> agency, Optional<ServiceId> service, Chosen chosen, Found<F> found) {
        if (!chosen.ranges().isEmpty()) {
            select("*", table, agency, service, chosen).query((RowCallbackHandler) row -> found.take(
                    row.getObject("starts", LocalDate.class),
                    table.unit().from(row),
                    table.figures().from(row)));
        }
    }

    /**
     * In as many forms as there are numbers of ranges: a few. An agency's rows are taken by its own index: in a small table the database
     * would rather look through those of all agencies, and remember that when it has grown.
     */
    private JdbcClient.StatementSpec select(
            String columns, Table<?> table, Optional<AgencyId> agency, Optional<ServiceId> service, Chosen chosen) {
        StringBuilder sql = new StringBuilder("select " + columns + " from " + table.name()
                + (agency.isPresent() ? " force index (" + table.name() + "_own)" : "") + " where (");
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
        return jdbc.sql(sql.toString()).params(parameters);
    }

    private static Unit.Whole whole(ResultSet row) throws SQLException {
        return new Unit.Whole(new AgencyId(uuid(row, "agency_id")));
    }

    private static Unit.AtService atService(ResultSet row) throws SQLException {
        return new Unit.AtService(new AgencyId(uuid(row, "agency_id")), new ServiceId(uuid(row, "service_id")));
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

    private static Map<String, Object> values(Breakdown breakdown) {
        OfficerLoad load = breakdown.load();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("services", breakdown.encodedServices());
        values.put("counters", breakdown.encodedCounters());
        values.put("officer_days", load.turns().n());
        values.put("turns", load.turns().sum());
        values.put("turns_sketch", load.turns().sketch().encoded());
        values.put("serving_millis", load.serving().sum());
        values.put("serving_sketch", load.serving().sketch().encoded());
        return values;
    }

    private static Breakdown breakdown(ResultSet row) throws SQLException {
        long days = row.getLong("officer_days");
        return new Breakdown(
                Breakdown.services(bytes(row, "services")),
                Breakdown.counters(bytes(row, "counters")),
                new OfficerLoad(
                        new Spread(days, row.getLong("turns"), Sketch.of(bytes(row, "turns_sketch"))),
                        new Spread(days, row.getLong("serving_millis"), Sketch.of(bytes(row, "serving_sketch")))));
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBytes(column));
    }
}
