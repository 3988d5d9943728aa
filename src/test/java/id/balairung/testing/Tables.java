package id.balairung.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, to tell whether anything changed. */
public class Tables {

    /** What may be added whenever somebody is refused, and a little later when that is sealed. */
    private static final List<String> TRAILS = List.of("audit_event", "audit_seal", "flyway_schema_history");

    private final JdbcClient jdbc;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sum over each table but the trail's; two are equal while nothing changed in between. */
    public Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        jdbc.sql("checksum table " + String.join(", ", names())).query(row -> {
            sums.put(row.getString(1).replaceFirst(".*\\.", ""), row.getLong(2));
        });
        return sums;
    }

    /** All rows but the trail's that belong to an agency, as text. */
    public Map<String, String> rowsOf(String agency) {
        return jdbc
                .sql("select table_name from information_schema.columns"
                        + " where table_schema = database() and column_name = 'agency_id'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !TRAILS.contains(table))
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc
                                .sql("select * from " + table + " where agency_id = ?")
                                .param(agency)
                                .query()
                                .listOfRows()
                                .stream()
                                .map(Map::toString)
                                .sorted()
                                .collect(Collectors.joining("\n")),
                        (one, same) -> one,
                        TreeMap::new));
    }

    private List<String> names() {
        return jdbc
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = database() and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !TRAILS.contains(table))
                .toList();
    }
}
