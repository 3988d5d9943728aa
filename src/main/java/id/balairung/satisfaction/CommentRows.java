package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The comments of ratings. One whose time is over is an empty text, so that it can be told from a rating without words. */
@Component
class CommentRows {

    /** As many rows as one short transaction changes. */
    static final int BATCH = 500;

    private final JdbcClient jdbc;

    CommentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment without its words. */
    record Found(long id, ServiceId service, LocalDate day, CommentTag tag) {}

    /** The newest service day first, and of a day the last one that was given. */
    List<CommentEntry> page(AgencyId agency, CommentFilter filter, Optional<CommentKey> after, int limit) {
        Map<String, Object> params = params(agency, filter);
        StringBuilder where = where(filter, true);
        after.ifPresent(key -> {
            where.append(" and (service_day, id) < (:afterDay, :afterId)");
            params.put("afterDay", key.day());
            params.put("afterId", key.id().value());
        });
        params.put("limit", limit);
        return jdbc.sql("""
                        select id, comment, service_id, service_day, score, coalesce(tag, 'UNREVIEWED') as tag,
                          (select group_concat(kind) from follow_up
                            where follow_up.agency_id = rating.agency_id and rating_id = rating.id) as kinds
                        from rating where\s""" + where + " order by service_day desc, id desc limit :limit")
                .params(params)
                .query((row, number) -> new CommentEntry(
                        new CommentId(row.getLong("id")),
                        row.getString("comment"),
                        new ServiceId(UUID.fromString(row.getString("service_id"))),
                        row.getObject("service_day", LocalDate.class),
                        row.getInt("score"),
                        CommentTag.valueOf(row.getString("tag")),
                        kinds(row)))
                .list();
    }

    private static Set<FollowUpKind> kinds(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("kinds")).stream()
                .flatMap(kinds -> Arrays.stream(kinds.split(",")))
                .map(FollowUpKind::valueOf)
                .collect(Collectors.toSet());
    }

    /** How many there are of each tag, whichever the filter asks for. */
    Map<CommentTag, Long> counts(AgencyId agency, CommentFilter filter) {
        Map<CommentTag, Long> counts = new EnumMap<>(CommentTag.class);
        jdbc.sql("select coalesce(tag, 'UNREVIEWED') as tag, count(*) as times from rating where "
                        + where(filter, false) + " group by coalesce(tag, 'UNREVIEWED') order by null")
                .params(params(agency, filter))
                .query((row, number) -> counts.put(CommentTag.valueOf(row.getString("tag")), row.getLong("times")))
                .list();
        return counts;
    }

    private static StringBuilder where(CommentFilter filter, boolean tags) {
        StringBuilder where =
                new StringBuilder("agency_id = :agency and worded = 1 and service_day between :from and :to");
        if (!filter.words().isEmpty()) {
            where.append(" and comment like :words escape '!'");
        }
        if (tags && !filter.tags().isEmpty()) {
            where.append(" and coalesce(tag, 'UNREVIEWED') in (:tags)");
        }
        filter.service().ifPresent(service -> where.append(" and service_id = :service"));
        filter.score().ifPresent(score -> where.append(" and score = :score"));
        return where;
    }

    private static Map<String, Object> params(AgencyId agency, CommentFilter filter) {
        Map<String, Object> params = new HashMap<>();
        params.put("agency", agency.toString());
        params.put("from", filter.period().from());
        params.put("to", filter.period().to());
        params.put("words", "%" + filter.words().replaceAll("[!%_]", "!$0") + "%");
        params.put("tags", filter.tags().stream().map(CommentTag::name).toList());
        filter.service()
                .ifPresent(service -> params.put("service", service.value().toString()));
        filter.score().ifPresent(score -> params.put("score", score));
        return params;
    }

    /** Locked until the transaction ends. */
    Optional<Found> lock(AgencyId agency, CommentId comment) {
        return jdbc.sql("""
                        select id, service_id, service_day, coalesce(tag, 'UNREVIEWED') as tag from rating
                        where agency_id = :agency and id = :id and worded = 1 for update""")
                .param("agency", agency.toString())
                .param("id", comment.value())
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        new ServiceId(UUID.fromString(row.getString("service_id"))),
                        row.getObject("service_day", LocalDate.class),
                        CommentTag.valueOf(row.getString("tag"))))
                .optional();
    }

    void tag(AgencyId agency, CommentId comment, CommentTag tag) {
        jdbc.sql("update rating set tag = nullif(:tag, 'UNREVIEWED') where agency_id = :agency and id = :id")
                .param("tag", tag.name())
                .param("agency", agency.toString())
                .param("id", comment.value())
                .update();
    }

    /** The first service day in a window with words; the day after the last one isn't in it. */
    Optional<LocalDate> nextDay(AgencyId agency, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select min(service_day) from rating
                        where agency_id = :agency and worded = 1 and service_day >= :from and service_day < :until""")
                .param("agency", agency.toString())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * Takes up to {@value #BATCH} comments away; their ratings stay. With them goes what was written in their follow-ups that are done,
     * which may quote them; a screen that shows it still can't write it back. Those that are done later have their own time.
     *
     * @return how many comments
     */
    int erase(AgencyId agency, LocalDate from, LocalDate until) {
        List<Long> ids = jdbc.sql("""
                        select id from rating
                        where agency_id = :agency and worded = 1 and service_day >= :from and service_day < :until
                        limit\s""" + BATCH)
                .param("agency", agency.toString())
                .param("from", from)
                .param("until", until)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return 0;
        }
        jdbc.sql("""
                        update follow_up set details = '', result = '', lapor_reference = null, version = version + 1
                        where agency_id = :agency and rating_id in (:ids) and state = 'DONE'""").param("agency", agency.toString()).param("ids", ids).update();
        return jdbc.sql("update rating set comment = '' where agency_id = :agency and id in (:ids)")
                .param("agency", agency.toString())
                .param("ids", ids)
                .update();
    }
}
