package id.balairung.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The application cannot start for a reason that a person can mend. The message is one line that says how. */
public final class StartupRefusal extends RuntimeException {

    /** MariaDB's errors for a database that is not there, or not for this account. */
    private static final Set<Integer> NO_DATABASE = Set.of(1044, 1049);

    /** The accounts on the server, by the variables that name them. */
    enum Account {
        APPLICATION("BALAIRUNG_DB_USER", "BALAIRUNG_DB_PASSWORD"),
        OWNER("BALAIRUNG_DB_OWNER", "BALAIRUNG_DB_OWNER_PASSWORD");

        private final String user;
        private final String password;

        Account(String user, String password) {
            this.user = user;
            this.password = password;
        }
    }

    StartupRefusal(String whatToDo) {
        this(whatToDo, null);
    }

    StartupRefusal(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }

    /**
     * Why the server in BALAIRUNG_DB_URL can't be used.
     *
     * @param fault what it answered
     * @param account who tried
     */
    static StartupRefusal ofServer(Exception fault, Account account) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NO_DATABASE.contains(sql.getErrorCode())) {
                return new StartupRefusal(
                        "The server in BALAIRUNG_DB_URL has no such database, or its account may not use it:"
                                + " ./balairung database-users prints what makes both.",
                        fault);
            }
            if (cause instanceof SQLException sql && "28000".equals(sql.getSQLState())) {
                return new StartupRefusal(
                        "The database refuses the sign-in: check %s and %s.".formatted(account.user, account.password),
                        fault);
            }
        }
        return new StartupRefusal(
                "The database does not answer: check that the server in BALAIRUNG_DB_URL runs and can be reached from here.",
                fault);
    }
}
