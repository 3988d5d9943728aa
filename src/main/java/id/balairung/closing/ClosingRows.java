package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The reports as they are kept. */
@Component
class ClosingRows {

    private static final String SERVICES = "daily_closing_service";
    private static final String HOURS = "daily_closing_hour";

    private static final List<String> FIGURES = List.of(
            "arrivals",
            "called",
            "served",
            "no_shows",
            "abandoned",
            "unsettled",
            "transferred",
            "judged",
            "within_target",
            "waits",
            "wait_millis",
            "wait_median_millis",
            "wait_p90_millis",
            "services",
            "service_millis",
            "service_median_millis",
            "service_p90_millis");

    private static final String COLUMNS = String.join(", ", FIGURES);
    private static final String VALUES = ":" + String.join(", :", FIGURES);

    private final JdbcClient jdbc;

    ClosingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a report in the place of the one that was there, if any, and counts that. */
    void keep(AgencyId agency, DayReport report, Instant at) {
        StringBuilder renewed = new StringBuilder("built_at = values(built_at), version = version + 1");
        FIGURES.forEach(column -> renewed.append(", %1$s = values(%1$s)".formatted(column)));
        figures(
                        jdbc.sql("insert into daily_closing (agency_id, service_day, built_at, version, " + COLUMNS
                                        + ") values (:agency, :day, :at, 1, " + VALUES + ") on duplicate key update "
                                        + renewed)
                                .param("at", utc(at)),
                        agency,
                        report.day(),
                        report.total())
                .update();
        for (String part : List.of(SERVICES, HOURS)) {
            jdbc.sql("delete from " + part + " where agency_id = :agency and service_day = :day")
                    .param("agency", agency.toString())
                    .param("day", report.day())
                    .update();
        }
        report.services()
                .forEach((service, figures) -> figures(
                                jdbc.sql("insert into " + SERVICES + " (agency_id, service_day, service_id, " + COLUMNS
                                                + ") values (:agency, :day, :service, " + VALUES + ")")
                                        .param("service", service.value().toString()),
                                agency,
                                report.day(),
                                figures)
                        .update());
        report.hours()
                .forEach((hour, figures) -> figures(
                                jdbc.sql("insert into " + HOURS + " (agency_id, service_day, hour, " + COLUMNS
                                                + ") values (:agency, :day, :hour, " + VALUES + ")")
                                        .param("hour", hour),
                                agency,
                                report.day(),
                                figures)
                        .update());
    }

    void remove(AgencyId agency, LocalDate day) {
        for (String table : List.of(SERVICES, HOURS, "daily_closing")) {
            jdbc.sql("delete from " + table + " where agency_id = :agency and service_day = :day")
                    .param("agency", agency.toString())
                    .param("day", day)
                    .update();
        }
    }

    Optional<DayReport> report(AgencyId agency, LocalDate day) {
        return jdbc.sql("select built_at, version, " + COLUMNS
                        + " from daily_closing where agency_id = :agency and service_day = :day")
                .param("agency", agency.toString())
                .param("day", day)
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
        jdbc.sql("select * from " + part + " where agency_id = :agency and service_day = :day")
                .param("agency", agency.toString())
                .param("day", day)
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
        return new Closing(
                row.getObject("built_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getInt("version"));
    }

    private static StatementSpec figures(StatementSpec statement, AgencyId agency, LocalDate day, DayFigures figures) {
        return statement
                .param("agency", agency.toString())
                .param("day", day)
                .param("arrivals", figures.arrivals())
                .param("called", figures.called())
                .param("served", figures.served())
                .param("no_shows", figures.noShows())
                .param("abandoned", figures.abandoned())
                .param("unsettled", figures.unsettled())
                .param("transferred", figures.transferred())
                .param("judged", figures.judged())
                .param("within_target", figures.withinTarget())
                .param("waits", figures.waitingTime().n())
                .param("wait_millis", figures.waitingTime().sum().toMillis())
                .param("wait_median_millis", millis(figures.waitingTime().median()))
                .param("wait_p90_millis", millis(figures.waitingTime().p90()))
                .param("services", figures.serviceTime().n())
                .param("service_millis", figures.serviceTime().sum().toMillis())
                .param("service_median_millis", millis(figures.serviceTime().median()))
                .param("service_p90_millis", millis(figures.serviceTime().p90()));
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
                new TurnTimes(
                        row.getInt("waits"),
                        Duration.ofMillis(row.getLong("wait_millis")),
                        duration(row, "wait_median_millis"),
                        duration(row, "wait_p90_millis")),
                new TurnTimes(
                        row.getInt("services"),
                        Duration.ofMillis(row.getLong("service_millis")),
                        duration(row, "service_median_millis"),
                        duration(row, "service_p90_millis")));
    }

    private static @Nullable Long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(null);
    }

    private static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
