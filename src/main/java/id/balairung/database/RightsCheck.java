package id.balairung.database;

import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
            requireNoRightsOnTheServer(statement);
            for (String table : NEVER_CHANGED) {
                requireNoRight(statement, "update " + table + " set id = id where 1 = 0");
                requireNoRight(statement, "delete from " + table + " where 1 = 0");
            }
            connection.rollback();
        } catch (SQLException e) {
            throw StartupRefusal.ofServer(e, StartupRefusal.Account.APPLICATION);
        }
    }

    private static void requireNoRightsOnTheServer(Statement statement) throws SQLException {
        try (ResultSet grant = statement.executeQuery("show grants")) {
            while (grant.next()) {
                String text = grant.getString(1);
                if (text.contains(" ON *.* ") && !text.startsWith("GRANT USAGE ")) {
                    throw refusal("has rights on the whole server, as root has");
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
