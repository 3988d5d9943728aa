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

    /** An unsur that fewer than five answered of a batch is left out of it: a visitor may leave unsur unanswered. */
    Map<ServiceId, Responses> responses(AgencyId agency, LocalDate from, LocalDate to) {
        Map<OfBatch, Tally> batches = new HashMap<>();
        jdbc.sql("""
                        select said.service_id, said.version, code, said.release_batch, answer, count(*) as times
                        from skm_response said join skm_answer on skm_answer.response_id = said.id
                        where\s""" + OF_PERIOD
                        + " group by said.service_id, said.version, code, said.release_batch, answer order by null")
                .params(params(agency, from, to))
                .query((RowCallbackHandler) row -> batches.merge(
                        new OfBatch(
                                service(row),
                                row.getInt("version"),
                                new UnsurCode(row.getString("code")),
                                row.getString("release_batch")),
                        Tally.of(row.getInt("answer"), row.getLong("times")),
                        Tally::plus));
        Map<ServiceId, Map<Integer, Map<UnsurCode, Tally>>> answers = new HashMap<>();
        batches.forEach((of, tally) -> {
            if (tally.count() >= Releases.FEWEST) {
                answers.computeIfAbsent(of.service(), first -> new HashMap<>())
                        .computeIfAbsent(of.version(), first -> new HashMap<>())
                        .merge(of.unsur(), tally, Tally::plus);
            }
        });
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
     * Up to {@value OwnService#MOST_COMMENTS} of each service, in the order of a digest of their words, which tells nothing but the words.
     *
     * @param kept the first service day whose comments are kept. Those of a month end together, with its first day, whether it has any:
     *     one that ended alone would tell its day
     */
    Map<ServiceId, List<String>> comments(AgencyId agency, LocalDate from, LocalDate to, LocalDate kept) {
        LocalDate firstMonth = kept.minusDays(1).plusMonths(1).withDayOfMonth(1);
        return jdbc
                .sql("select service_id, comment, sha2(comment, 256) as place from rating said where " + OF_PERIOD
                        + " and worded = 1")
                .params(params(agency, from.isAfter(firstMonth) ? from : firstMonth, to))
                .query((row, number) -> new Written(service(row), row.getString("comment"), row.getString("place")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Written::place))
                .collect(Collectors.groupingBy(
                        Written::service,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Written::text, Collectors.toList()),
                                texts -> texts.stream()
                                        .limit(OwnService.MOST_COMMENTS)
                                        .toList())));
    }

    private record OfBatch(ServiceId service, int version, UnsurCode unsur, String batch) {}

    private record Written(ServiceId service, String text, String place) {}

    private static Map<String, Object> params(AgencyId agency, LocalDate from, LocalDate to) {
        return Map.of("agency", agency.toString(), "from", from, "to", to);
    }

    private static ServiceId service(ResultSet row) throws SQLException {
        return new ServiceId(UUID.fromString(row.getString("service_id")));
    }
}
