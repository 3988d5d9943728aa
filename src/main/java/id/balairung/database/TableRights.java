package id.balairung.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Grants the application its rights on each table after every migration, as the tables' owner. On most tables it may do
 * everything with rows; what is recorded for good it can only add to. It may never change a table.
 */
@Component
class TableRights extends BaseCallback {

    private static final Logger LOG = LoggerFactory.getLogger(TableRights.class);
    private static final String EVERYTHING = "insert, update, delete";
    private static final String ADDING = "insert";

    /** Tables on which the application has fewer rights. In a ticket's events the retention job replaces personal data. */
    private static final Map<String, String> FEWER = Map.of(
            "audit_event",
            ADDING,
            "audit_seal",
            ADDING,
            "ticket_event",
            ADDING + ", update (details)",
            "flyway_schema_history",
            "select");

    private static final int NO_SUCH_GRANT = 1147;
    private static final int NO_SUCH_GRANT_AT_ALL = 1141;

    private final OwnerAccount owner;
    private final DataSource application;

    TableRights(OwnerAccount owner, DataSource application) {
        this.owner = owner;
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE && owner.isKnown();
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return false;
    }

    @Override
    public String getCallbackName() {
        return "rights";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Connection connection = context.getConnection();
            String grantee = applicationsAccount();
            for (String table : tables(connection)) {
                String rights = FEWER.getOrDefault(table, EVERYTHING);
                if (FEWER.containsKey(table)) {
                    take(connection, table, grantee);
                }
                if (!rights.isEmpty()) {
                    execute(connection, "grant " + rights + " on `" + table + "` to " + grantee);
                }
            }
        } catch (SQLException e) {
            throw new StartupRefusal(
                    "The account in BALAIRUNG_DB_OWNER may not grant rights on the tables (%s): ./balairung database-users prints what it needs."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** As the server knows it, quoted for a statement. */
    private String applicationsAccount() {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select concat(quote(substring_index(current_user(), '@', 1)), '@', quote(substring_index(current_user(), '@', -1)))")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw StartupRefusal.ofServer(e, StartupRefusal.Account.APPLICATION);
        }
    }

    /** An earlier version may have granted more. */
    private static void take(Connection connection, String table, String grantee) throws SQLException {
        try {
            execute(connection, "revoke update, delete on `" + table + "` from " + grantee);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_GRANT && e.getErrorCode() != NO_SUCH_GRANT_AT_ALL) {
                throw e;
            }
            LOG.trace("Nothing was granted on {}", table);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
