package id.balairung.queue;

import id.balairung.tenancy.AllAgencies;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one run at a time go on, whichever node it is on. The server gives the lock back by itself when the connection that
 * holds it ends, so a node that dies leaves none behind.
 */
@Component
class RetentionLock {

    /** Databases on one server don't share it. */
    private static final String NAME = "concat('balairung retention ', md5(database()))";

    private final DataSource database;

    RetentionLock(DataSource database) {
        this.database = database;
    }

    /**
     * Does the work if nobody else does it at this moment.
     *
     * @return whether it was done
     */
    boolean alone(AllAgencies everyAgency, Runnable work) {
        try (Connection holding = database.getConnection()) {
            if (answer(holding, "select get_lock(" + NAME + ", 0)") != 1) {
                return false;
            }
            try {
                work.run();
            } finally {
                answer(holding, "select release_lock(" + NAME + ")");
            }
            return true;
        } catch (SQLException gone) {
            throw new IllegalStateException("The retention job's lock can't be asked for", gone);
        }
    }

    /** Ended at once: an open transaction would hold back what the server can clean up. */
    private static int answer(Connection holding, String question) throws SQLException {
        try (Statement statement = holding.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            int answer = row.getInt(1);
            holding.commit();
            return answer;
        }
    }
}
