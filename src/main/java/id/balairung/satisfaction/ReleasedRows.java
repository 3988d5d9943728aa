package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what officers may read: only what was let out, by service. */
@Component
class ReleasedRows {

    private static final String OF_PERIOD =
            "said.agency_id = :agency and said.service_day between :from and :to and said.release_batch is not null";

    private final JdbcClient jdbc;

    ReleasedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ServiceId, Tally> ratings(AgencyId agency, LocalDate from, LocalDate to) {
        Map<ServiceId, Tally> all = new HashMap<>();
        jdbc.sql("select service_id, score, count(*) as times from rating said where " + OF_PERIOD
                        + " group by service_id, score order by null")
                .params(params(agency, from, to))
                .query((RowCallbackHandler) row ->
                        all.merge(service(row), Tally.of(row.getInt("score"), row.getLong("times")), Tally::plus));
        return all;
    }

    Map<ServiceId, Responses> responses(AgencyId agency, LocalDate from, LocalDate to) {
        Map<ServiceId, Map<Integer, Map<UnsurCode, Tally>>> answers = new HashMap<>();
        jdbc.sql("""
                        select said.service_id, said.version, code, answer, count(*) as times from skm_response said
                          join skm_answer on skm_answer.response_id = said.id
                        where\s""" + OF_PERIOD + " group by said.service_id, said.version, code, answer order by null")
                .params(params(agency, from, to))
                .query((RowCallbackHandler) row -> answers.computeIfAbsent(service(row), first -> new HashMap<>())
                        .computeIfAbsent(row.getInt("version"), first -> new HashMap<>())
                        .merge(
                                new UnsurCode(row.getString("code")),
                                Tally.of(row.getInt("answer"), row.getLong("times")),
                                Tally::plus));
        Map<ServiceId, Responses> all = new HashMap<>();
        jdbc.sql("select service_id, version, count(*) as times from skm_response said where " + OF_PERIOD
                        + " group by service_id, version order by null")
                .params(params(agency, from, to))
                .query((RowCallbackHandler) row -> {
                    int version = row.getInt("version");
                    Responses one = new Responses(Map.of(
                            version,
                            new Responses.Version(
                                    row.getLong("times"),
                                    answers.getOrDefault(service(row), Map.of()).getOrDefault(version, Map.of()))));
                    all.merge(service(row), one, Responses::plus);
                });
        return all;
    }

    /**
     * In the order of a digest of their words, which tells nothing but the words. Those of a month vanish together: one that did alone,
     * when its time is over, would tell its day.
     */
    Map<ServiceId, List<String>> comments(AgencyId agency, LocalDate from, LocalDate to) {
        List<Written> written = jdbc.sql("""
                        select service_id, extract(year_month from service_day) as month, comment, sha2(comment, 256) as place,
                          release_batch is not null as released
                        from rating
                        where agency_id = :agency and worded in (1, 2) and service_day between :from and :to""")
                .params(params(agency, from, to))
                .query((row, number) -> new Written(
                        new OfMonth(service(row), row.getInt("month")),
                        row.getString("comment"),
                        row.getString("place"),
                        row.getBoolean("released")))
                .list();
        Set<OfMonth> ended = written.stream()
                .filter(one -> one.text().isEmpty())
                .map(Written::of)
                .collect(Collectors.toSet());
        return written.stream()
                .filter(one -> one.released() && !ended.contains(one.of()))
                .sorted(Comparator.comparing(Written::place))
                .collect(Collectors.groupingBy(
                        one -> one.of().service(), Collectors.mapping(Written::text, Collectors.toList())));
    }

    private record OfMonth(ServiceId service, int month) {}

    private record Written(OfMonth of, String text, String place, boolean released) {}

    private static Map<String, Object> params(AgencyId agency, LocalDate from, LocalDate to) {
        return Map.of("agency", agency.toString(), "from", from, "to", to);
    }

    private static ServiceId service(ResultSet row) throws SQLException {
        return new ServiceId(UUID.fromString(row.getString("service_id")));
    }
}
