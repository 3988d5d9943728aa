package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The reports as they are kept. */
@Component
class ClosingRows {

    private static final String SERVICES = "daily_closing_service";
    private static final String HOURS = "daily_closing_hour";

    private static final List<String> FIGURES =
            List.copyOf(values(DayFigures.NONE).keySet());
    private static final String COLUMNS = String.join(", ", FIGURES);
    private static final String VALUES = ":" + String.join(", :", FIGURES);

    private final JdbcClient jdbc;

    ClosingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a report in the place of the one that was there, if any, and counts that. */
    void keep(AgencyId agency, DayReport report, Instant at) {
        String renewed = FIGURES.stream()
                .map(column -> ", %1$s = values(%1$s)".formatted(column))
                .collect(Collectors.joining());
        of(
                        agency,
                        report.day(),
                        "insert into daily_closing (agency_id, service_day, built_at, version, " + COLUMNS
                                + ") values (:agency, :day, :at, 1, " + VALUES
                                + ") on duplicate key update built_at = values(built_at), version = version + 1"
                                + renewed)
                .param("at", StoredMoment.of(at))
                .params(values(report.total()))
                .update();
        removeFrom(SERVICES, agency, report.day());
        removeFrom(HOURS, agency, report.day());
        report.services()
                .forEach((service, figures) ->
                        keepPart(SERVICES, "service_id", service.value().toString(), agency, report.day(), figures));
        report.hours().forEach((hour, figures) -> keepPart(HOURS, "hour", hour, agency, report.day(), figures));
    }

    private void keepPart(String table, String column, Object key, AgencyId agency, LocalDate day, DayFigures figures) {
        of(
                        agency,
                        day,
                        "insert into " + table + " (agency_id, service_day, " + column + ", " + COLUMNS
                                + ") values (:agency, :day, :key, " + VALUES + ")")
                .param("key", key)
                .params(values(figures))
                .update();
    }

    void remove(AgencyId agency, LocalDate day) {
        List.of(SERVICES, HOURS, "daily_closing").forEach(table -> removeFrom(table, agency, day));
    }

    private void removeFrom(String table, AgencyId agency, LocalDate day) {
        of(agency, day, "delete from " + table + " where agency_id = :agency and service_day = :day")
                .update();
    }

    Optional<DayReport> report(AgencyId agency, LocalDate day) {
        return of(
                        agency,
                        day,
                        "select built_at, version, " + COLUMNS
                                + " from daily_closing where agency_id = :agency and service_day = :day")
                .query((row, number) -> new DayReport(
                        day,
                        Optional.of(closing(row)),
                        figures(row),
                        parts(agency, day, HOURS, part -> part.getInt("hour")),
                        parts(agency, day, SERVICES, ClosingRows::service)))
                .optional();
    }

    /** The totals of each day, without its hours and services, the first day first. */
    List<DayReport> days(AgencyId agency, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select service_day, built_at, version, " + COLUMNS
                                + " from daily_closing where agency_id = :agency and service_day between :from and :to order by service_day")
                .param("agency", agency.toString())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> total(row))
                .list();
    }

    /** The totals of each agency on each day, the first day first. */
    List<AgencyDay> days(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        return jdbc.sql("select agency_id, service_day, built_at, version, " + COLUMNS
                        + " from daily_closing where service_day between :from and :to order by service_day, agency_id")
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new AgencyDay(new AgencyId(UUID.fromString(row.getString("agency_id"))), total(row)))
                .list();
    }

    private <K> Map<K, DayFigures> parts(AgencyId agency, LocalDate day, String part, Key<K> key) {
        Map<K, DayFigures> found = new HashMap<>();
        of(agency, day, "select * from " + part + " where agency_id = :agency and service_day = :day")
                .query(row -> {
                    found.put(key.of(row), figures(row));
                });
        return found;
    }

    private interface Key<K> {
        K of(ResultSet row) throws SQLException;
    }

    private static ServiceId service(ResultSet row) throws SQLException {
        return new ServiceId(UUID.fromString(row.getString("service_id")));
    }

    private static DayReport total(ResultSet row) throws SQLException {
        return new DayReport(
                row.getObject("service_day", LocalDate.class),
                Optional.of(closing(row)),
                figures(row),
                Map.of(),
                Map.of());
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(StoredMoment.in(row, "built_at").orElseThrow(), row.getInt("version"));
    }

    private StatementSpec of(AgencyId agency, LocalDate day, String sql) {
        return jdbc.sql(sql).param("agency", agency.toString()).param("day", day);
    }

    /** What stands in which column, the same in each of the tables. */
    private static Map<String, @Nullable Object> values(DayFigures figures) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("arrivals", figures.arrivals());
        values.put("called", figures.called());
        values.put("served", figures.served());
        values.put("no_shows", figures.noShows());
        values.put("abandoned", figures.abandoned());
        values.put("unsettled", figures.unsettled());
        values.put("transferred", figures.transferred());
        values.put("judged", figures.judged());
        values.put("within_target", figures.withinTarget());
        put(values, "waits", "wait", figures.waitingTime());
        put(values, "services", "service", figures.serviceTime());
        return values;
    }

    private static void put(Map<String, @Nullable Object> values, String n, String times, TurnTimes taken) {
        values.put(n, taken.n());
        values.put(times + "_millis", taken.sum().toMillis());
        values.put(times + "_median_millis", millis(taken.median()));
        values.put(times + "_p90_millis", millis(taken.p90()));
    }

    private static DayFigures figures(ResultSet row) throws SQLException {
        return new DayFigures(
                row.getInt("arrivals"),
                row.getInt("called"),
                row.getInt("served"),
                row.getInt("no_shows"),
                row.getInt("abandoned"),
                row.getInt("unsettled"),
                row.getInt("transferred"),
                row.getInt("judged"),
                row.getInt("within_target"),
                times(row, "waits", "wait"),
                times(row, "services", "service"));
    }

    private static TurnTimes times(ResultSet row, String n, String times) throws SQLException {
        return new TurnTimes(
                row.getInt(n),
                Duration.ofMillis(row.getLong(times + "_millis")),
                duration(row, times + "_median_millis"),
                duration(row, times + "_p90_millis"));
    }

    private static @Nullable Long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(null);
    }

    private static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }
}
