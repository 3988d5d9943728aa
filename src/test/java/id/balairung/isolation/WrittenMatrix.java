package id.balairung.isolation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The table as people read it. */
final class WrittenMatrix {

    private WrittenMatrix() {}

    static String of(String beginning, List<Row> rows, Collection<String> jobs) {
        StringBuilder page = new StringBuilder(beginning).append("""


                Written by `IsolationMatrixTest` from the table in `IsolationMatrix`, which fails when a way in has no row and tries every
                cell on the running application. *denied*: the role may not; *refused*: for this person there is no such thing; *inside
                only*: nothing but a checked service's own transaction can call it. A refusal changes no row of the database. An officer
                or an agency's admin is never told anything of another agency, whatever the cell says: a screen that opens with the other
                agency's code in its address shows one's own.

                """);
        page.append("After an account was changed: ")
                .append(Arrays.stream(AccountChange.values())
                        .map(change -> "**" + change.heading() + "**: " + change.outcome())
                        .collect(Collectors.joining("; ")))
                .append(
                        ". It is tried for every role on every screen that the role opens, and by push; no call of a service gets as far.\n");
        Arrays.stream(EntryPoint.Kind.values()).forEach(kind -> append(page, kind, rows));
        page.append("\n### What goes on by itself\n\nNo way in, for nobody asks for it: ")
                .append(jobs.stream().map(job -> "`" + job + "`").collect(Collectors.joining(", ")))
                .append(".\n");
        return page.toString();
    }

    private static void append(StringBuilder page, EntryPoint.Kind kind, List<Row> all) {
        List<Row> rows = all.stream().filter(row -> row.entry().kind() == kind).toList();
        page.append("\n### ").append(kind.title()).append("\n\n");
        if (rows.isEmpty()) {
            page.append("None.\n");
            return;
        }
        switch (kind) {
            case SERVICE, SCREEN -> {
                String headings = Arrays.stream(Column.values())
                        .map(column -> column.heading() + " | ")
                        .collect(Collectors.joining());
                String changes = Arrays.stream(AccountChange.values())
                        .map(change -> change.heading() + " | ")
                        .collect(Collectors.joining());
                page.append("| way in | ").append(headings).append(changes).append("note |\n");
                page.append("|---".repeat(Column.values().length + AccountChange.values().length + 2))
                        .append("|\n");
                rows.forEach(row -> page.append("| `")
                        .append(row)
                        .append("` | ")
                        .append(Arrays.stream(Column.values())
                                .map(column -> row.outcome(column)
                                                .map(Outcome::toString)
                                                .orElse("-") + " | ")
                                .collect(Collectors.joining()))
                        .append(Arrays.stream(AccountChange.values())
                                .map(change -> (row.inBackground() ? "-" : change.outcome()) + " | ")
                                .collect(Collectors.joining()))
                        .append(row.note())
                        .append(" |\n"));
            }
            case ADDRESS -> {
                page.append("| way in | tried at | anonymous | signed in | note |\n|---|---|---|---|---|\n");
                rows.forEach(row -> page.append("| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                row,
                                row.address().isEmpty() ? "-" : "`" + row.address() + "`",
                                row.address().isEmpty() ? "-" : row.anonymousStatus(),
                                row.address().isEmpty() ? "-" : row.signedInStatus(),
                                row.note())));
            }
            default -> {
                page.append("| way in | note |\n|---|---|\n");
                rows.forEach(row -> page.append("| `%s` | %s |\n".formatted(row, row.note())));
            }
        }
    }
}
