package id.balairung.testing;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on the tables as whoever owns them, past all that the application's own account may not do. */
public final class TablesOwner {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TablesOwner(DataSource dataSource) {
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
}
