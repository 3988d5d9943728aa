package id.balairung.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on the tables as whoever owns them, past all that the application's own account may not do. */
public final class TablesOwner {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TablesOwner(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Speaks SQL; outside a transaction each statement commits. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Does something that is undone when it is over. */
    public <T> T undone(Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** Does something while nobody else can read a table, or write into it: whoever asks for it waits. */
    public void whileLocked(String table, Runnable work) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("lock tables " + table + " write");
            try {
                work.run();
            } finally {
                statement.execute("unlock tables");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Can't lock " + table, e);
        }
    }
}
