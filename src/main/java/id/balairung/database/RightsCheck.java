package id.balairung.database;

import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with an account that may do too much: one with rights on the whole server, such as root, or one that could
 * change what was recorded. Whoever broke into the application could do as much as its account. Who only looks at what a running
 * application has migrates nothing, and is not asked.
 */
@Component
@ConditionalOnProperty(name = "balairung.database.attach", havingValue = "false", matchIfMissing = true)
@DependsOn("flywayInitializer")
class RightsCheck {

    private static final List<String> NEVER_CHANGED = List.of("audit_event", "audit_seal");

    private static final Pattern SERVER = Pattern.compile("^GRANT (?!USAGE ).* ON \\*\\.\\* ");

    /** Whoever may drop or alter a table can empty it, whatever the rights on its rows are. */
    private static final Pattern OVER_TABLES =
            Pattern.compile("^GRANT .*\\b(ALL PRIVILEGES|DROP|ALTER|CREATE|INDEX|TRIGGER)\\b.* ON |WITH GRANT OPTION");

    private static final int NO_RIGHT_ON_TABLE = 1142;
    private static final int NO_SUCH_TABLE = 1146;

    private final DataSource dataSource;

    RightsCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @PostConstruct
    void check() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            requireNoGrant(statement, SERVER, "has rights on the whole server, as root has");
            for (String table : NEVER_CHANGED) {
                requireNoRight(statement, "update " + table + " set id = id where 1 = 0");
                requireNoRight(statement, "delete from " + table + " where 1 = 0");
            }
            requireNoRight(statement, "delete from ticket_event where 1 = 0");
            requireNoGrant(statement, OVER_TABLES, "could change the tables themselves");
            connection.rollback();
        } catch (SQLException e) {
            throw StartupRefusal.ofServer(e, StartupRefusal.Account.APPLICATION);
        }
    }

    private static void requireNoGrant(Statement statement, Pattern refused, String what) throws SQLException {
        try (ResultSet grant = statement.executeQuery("show grants")) {
            while (grant.next()) {
                if (refused.matcher(grant.getString(1)).find()) {
                    throw refusal(what);
                }
            }
        }
    }

    private static void requireNoRight(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_RIGHT_ON_TABLE || e.getErrorCode() == NO_SUCH_TABLE) {
                return;
            }
            throw e;
        }
        throw refusal("could change the audit trail");
    }

    private static StartupRefusal refusal(String what) {
        return new StartupRefusal(
                "The database account in BALAIRUNG_DB_USER %s: ./balairung database-users prints the accounts to make instead."
                        .formatted(what));
    }
}
