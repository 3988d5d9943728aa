package id.balairung.audit;

import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One trail, as people read it: filtered, newest first, a page at a time by its key. */
@Component
class TrailRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final String NEWEST_FIRST = " order by e.occurred_at desc, e.id desc ";

    private final JdbcClient jdbc;

    TrailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries after a place, or the newest. */
    List<AuditEntry> page(AgencyId trail, AuditFilter filter, Optional<AuditKey> after, int limit) {
        String found = found(filter, after, "e.id", NEWEST_FIRST + "limit :limit");
        return jdbc.sql("select " + EventRow.COLUMNS + ", s.position, lower(hex(s.hash)) hash from (" + found
                        + ") page join audit_event e on e.id = page.id left join audit_seal s on s.event_id = e.id"
                        + NEWEST_FIRST + "limit :limit")
                .params(parameters(trail, filter, after))
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** How many there are after a place, counted no further than so many. */
    int count(AgencyId trail, AuditFilter filter, Optional<AuditKey> after, int most) {
        return jdbc.sql("select count(*) from (select id from (" + found(filter, after, "e.id", "limit :limit")
                        + ") found limit :limit) counted")
                .params(parameters(trail, filter, after))
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    /** Each kind is looked up in its own index range: a rare one in a long trail is found as fast as a frequent one. */
    private static String found(AuditFilter filter, Optional<AuditKey> after, String columns, String page) {
        return filter.group()
                .map(group -> group.kinds().stream()
                        .map(kind -> "(" + select(filter, after, columns) + " and e.kind = '" + kind.name() + "' "
                                + page + ")")
                        .collect(Collectors.joining(" union all ")))
                .orElseGet(() -> select(filter, after, columns) + " " + page);
    }

    private static String select(AuditFilter filter, Optional<AuditKey> after, String columns) {
        return "select " + columns
                + " from audit_event e where e.trail_id = :trail and e.occurred_at >= :from and e.occurred_at < :to"
                + (after.isPresent()
                        ? " and (e.occurred_at < :lastAt or (e.occurred_at = :lastAt and e.id < :lastId))"
                        : "")
                + (filter.person().isEmpty() ? "" : " and e.actor_name like :person escape '|'")
                + (filter.text().isEmpty() ? "" : " and e.subject like :text escape '|'");
    }

    private static Map<String, @Nullable Object> parameters(
            AgencyId trail, AuditFilter filter, Optional<AuditKey> after) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("trail", trail.toString());
        parameters.put("from", StoredMoment.of(filter.from()));
        parameters.put("to", StoredMoment.of(filter.to()));
        after.ifPresent(key -> {
            parameters.put("lastAt", StoredMoment.of(key.at()));
            parameters.put("lastId", key.id());
        });
        if (!filter.person().isEmpty()) {
            parameters.put("person", anywhere(filter.person()));
        }
        if (!filter.text().isEmpty()) {
            parameters.put("text", anywhere(filter.text()));
        }
        return parameters;
    }

    private static String anywhere(String typed) {
        return "%" + typed.strip().replaceAll("([|%_])", "|$1") + "%";
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String position = row.getString("position");
        return new AuditEntry(
                row.getLong("c1"),
                AuditKind.valueOf(row.getString("c3").toUpperCase(Locale.ROOT)),
                EventRow.moment(row.getString("c4")),
                Optional.ofNullable(row.getString("c6")),
                Optional.ofNullable(row.getString("c7")),
                Optional.ofNullable(row.getString("c8")),
                row.getString("c9"),
                values(row.getString("c10")),
                values(row.getString("c11")),
                position == null
                        ? Optional.empty()
                        : Optional.of(new AuditEntry.Seal(Long.parseLong(position), row.getString("hash"))));
    }

    private static Map<String, String> values(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, VALUES);
    }
}
