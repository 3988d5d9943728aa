package id.balairung.history;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets exports in the background be made when a test wants them.
 *
 * @param context the application's
 */
public record ExportsMade(ApplicationContext context) {

    /** Begins those that wait. */
    public void begin() {
        context.getBean(ExportQueue.class).round();
    }

    /** Deletes all of them. */
    public void deleteAll() {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.getBean(JdbcClient.class)
                        .sql("delete from history_export")
                        .update());
        context.getBean(ExportExpiry.class).round();
    }
}
