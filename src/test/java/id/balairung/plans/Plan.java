package id.balairung.plans;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the database does a statement.
 *
 * @param sql the statement, with lists of values and limits made alike
 * @param steps in which order it looks at which table
 */
record Plan(String sql, List<Step> steps) {

    /** What grows from year to year; the rest is small and may be read as a whole. */
    private static final Set<String> GROWING = Set.of(
            "alert",
            "audit_event",
            "counter_break",
            "counter_shift",
            "daily_closing",
            "daily_closing_hour",
            "daily_closing_mall",
            "daily_closing_service",
            "history_export",
            "history_import_turn",
            "history_note",
            "history_turn",
            "period_report",
            "rating",
            "rollup_agency",
            "rollup_breakdown",
            "rollup_service",
            "skm_answer",
            "skm_response",
            "follow_up",
            "ticket",
            "ticket_event",
            "ticket_number",
            "visit");

    /** As many rows as a page may have to be put in order. */
    private static final long PAGE = 200;

    /** As many as an export reads at once, found before they are put in order. */
    private static final long EXPORTED_PAGE = 4_000;

    private static final Pattern NAMED = Pattern.compile(
            "(?:from|join|update|into)\\s+`?(\\w+)`?(?:\\s+(?:as\\s+)?(\\w+))?", Pattern.CASE_INSENSITIVE);

    /**
     * A look at a table.
     *
     * @param table the name that the statement gives it
     * @param access how its rows are found: const, ref, range, index or ALL, from best to worst
     * @param key by which index
     * @param rows how many the database expects to look at
     * @param extra what else is done
     */
    record Step(String table, String access, Optional<String> key, long rows, String extra) {}

    /** What would become slow with the years; empty when nothing would. */
    Optional<String> fault() {
        Map<String, String> tables = tables();
        for (Step step : steps) {
            boolean growing = GROWING.contains(tables.getOrDefault(step.table(), step.table()));
            if (growing && step.access().equals("ALL")) {
                return Optional.of("reads all of " + step.table());
            }
            if (growing && step.access().equals("index") && step.rows() > PAGE) {
                return Optional.of("reads all of an index of " + step.table());
            }
            long page = step.table().startsWith("<derived") && sql.contains("t.target_wait_seconds,")
                    ? EXPORTED_PAGE
                    : PAGE;
            if (step.extra().contains("filesort") && step.rows() > page) {
                return Optional.of("sorts " + step.rows() + " rows of " + step.table());
            }
        }
        return Optional.empty();
    }

    /** The tables by the names that the statement gives them. */
    private Map<String, String> tables() {
        return NAMED.matcher(sql)
                .results()
                .collect(Collectors.toMap(Plan::alias, found -> found.group(1), (one, other) -> one, TreeMap::new));
    }

    private static String alias(MatchResult found) {
        String alias = found.group(2);
        return alias == null
                        || Set.of("where", "set", "order", "join", "left", "values")
                                .contains(alias)
                ? found.group(1)
                : alias;
    }

    /** Without what differs from run to run. */
    String written() {
        Map<String, String> tables = tables();
        return steps.stream()
                .map(step -> tables.getOrDefault(step.table(), step.table())
                        + " " + step.access()
                        + step.key().map(key -> " " + key).orElse(""))
                .collect(Collectors.joining(", "));
    }
}
