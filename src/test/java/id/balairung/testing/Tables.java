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

    /** For a test with a database of its own; others have one injected. */
    public Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A sum over each table but the trail's; two are equal while nothing changed in between. Of the values as they are read: the
     * server's own {@code checksum table} was seen to change for rows that hadn't.
     */
    public Map<String, Long> sums() {
        return jdbc.sql("""
                        select c.table_name, group_concat('ifnull(hex(concat(`', c.column_name, '`)), ''-'')' order by c.ordinal_position separator ', ') as columns
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_schema = database() and t.table_type = 'BASE TABLE' group by c.table_name""").query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .filter(table -> !TRAILS.contains(table.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> jdbc.sql("select coalesce(sum(crc32(concat_ws(',', " + table.getValue()
                                        + "))), 0) from `" + table.getKey() + "`")
                                .query(Long.class)
                                .single(),
                        (one, same) -> one,
                        TreeMap::new));
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
}
