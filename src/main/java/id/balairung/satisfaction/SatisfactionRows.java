package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what was said of the services of some service days. */
@Component
class SatisfactionRows {

    private static final String OWN = "agency_id = :agency and service_day between :from and :to";
    private static final String ALL = "service_day between :from and :to";

    private final JdbcClient jdbc;

    SatisfactionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A service of an agency. */
    record Place(AgencyId agency, ServiceId service) {}

    /** SKM responses, by service. */
    Map<Place, Responses> responses(AgencyId agency, LocalDate from, LocalDate to) {
        return responses(OWN, Map.of("agency", agency.toString(), "from", from, "to", to));
    }

    /** SKM responses of every agency, by service. */
    Map<Place, Responses> responses(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        return responses(ALL, Map.of("from", from, "to", to));
    }

    private Map<Place, Responses> responses(String where, Map<String, ?> period) {
        Map<Place, Map<Integer, Map<UnsurCode, Tally>>> answers = new HashMap<>();
        jdbc.sql("select agency_id, service_id, version, code, answer, count(*) as times from skm_answer where " + where
                        + " group by agency_id, service_id, version, code, answer order by null")
                .params(period)
                .query((RowCallbackHandler) row -> answers.computeIfAbsent(place(row), first -> new HashMap<>())
                        .computeIfAbsent(row.getInt("version"), first -> new HashMap<>())
                        .merge(
                                new UnsurCode(row.getString("code")),
                                Tally.of(row.getInt("answer"), row.getLong("times")),
                                Tally::plus));
        Map<Place, Responses> all = new HashMap<>();
        jdbc.sql("select agency_id, service_id, version, count(*) as times from skm_response where " + where
                        + " group by agency_id, service_id, version order by null")
                .params(period)
                .query((RowCallbackHandler) row -> {
                    int version = row.getInt("version");
                    Responses one = new Responses(Map.of(
                            version,
                            new Responses.Version(
                                    row.getLong("times"),
                                    answers.getOrDefault(place(row), Map.of()).getOrDefault(version, Map.of()))));
                    all.merge(place(row), one, Responses::plus);
                });
        return all;
    }

    /** Quick ratings, by service. */
    Map<Place, Tally> ratings(AgencyId agency, LocalDate from, LocalDate to) {
        return ratings(OWN, Map.of("agency", agency.toString(), "from", from, "to", to));
    }

    /** Quick ratings of every agency, by service. */
    Map<Place, Tally> ratings(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        return ratings(ALL, Map.of("from", from, "to", to));
    }

    private Map<Place, Tally> ratings(String where, Map<String, ?> period) {
        Map<Place, Tally> all = new HashMap<>();
        jdbc.sql("select agency_id, service_id, score, count(*) as times from rating where " + where
                        + " group by agency_id, service_id, score order by null")
                .params(period)
                .query((RowCallbackHandler)
                        row -> all.merge(place(row), Tally.of(row.getInt("score"), row.getLong("times")), Tally::plus));
        return all;
    }

    /** Quick ratings by the hour in which the service was finished, from 0 to 23 in the mall's zone. */
    Map<Integer, Tally> byHour(AgencyId agency, LocalDate from, LocalDate to) {
        return grouped(agency, from, to, "hour", "");
    }

    /** Quick ratings by how long the visitor had waited, in steps of {@link WaitStep}. */
    Map<WaitStep, Tally> byWait(AgencyId agency, LocalDate from, LocalDate to) {
        Map<WaitStep, Tally> steps = new TreeMap<>();
        grouped(agency, from, to, "least(wait_millis div 300000, 12)", " and wait_millis is not null")
                .forEach((fives, tally) -> steps.merge(WaitStep.ofMinutes(fives * WaitStep.FIVE), tally, Tally::plus));
        return steps;
    }

    private Map<Integer, Tally> grouped(AgencyId agency, LocalDate from, LocalDate to, String by, String only) {
        Map<Integer, Tally> all = new TreeMap<>();
        jdbc.sql("select " + by + " as step, score, count(*) as times from rating where " + OWN + only
                        + " group by step, score order by null")
                .param("agency", agency.toString())
                .param("from", from)
                .param("to", to)
                .query((RowCallbackHandler) row -> all.merge(
                        row.getInt("step"), Tally.of(row.getInt("score"), row.getLong("times")), Tally::plus));
        return all;
    }

    /** The newest ratings of an agency, the newest first. */
    List<NewRating> newest(AgencyId agency, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("select id, given_at, service_id, score from rating where " + OWN
                        + " order by id desc limit :most")
                .param("agency", agency.toString())
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, number) -> new NewRating(
                        row.getLong("id"),
                        StoredMoment.in(row, "given_at").orElseThrow(),
                        new ServiceId(UUID.fromString(row.getString("service_id"))),
                        row.getInt("score")))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new AgencyId(UUID.fromString(row.getString("agency_id"))),
                new ServiceId(UUID.fromString(row.getString("service_id"))));
    }
}
