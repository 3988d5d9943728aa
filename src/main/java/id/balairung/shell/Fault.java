package id.balairung.shell;

import id.balairung.common.BusinessRuleViolation;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What went wrong, as far as it matters to the person at the screen. */
sealed interface Fault {

    /** A rule was broken and says so itself. */
    record RuleBroken(BusinessRuleViolation rule) implements Fault {}

    /** The database doesn't answer; nothing was changed. */
    record DatabaseGone() implements Fault {}

    /**
     * The person may not do this.
     *
     * @param byService whether a service said so by itself; what its annotations say is recorded without us
     */
    record NotAllowed(boolean byService) implements Fault {}

    /** A defect. The reference stands in the log beside the cause. */
    record Unexpected(String reference) implements Fault {}

    /**
     * Tells what a throwable means.
     *
     * @param thrown what was thrown; its causes count too
     */
    static Fault of(Throwable thrown) {
        for (Throwable cause : causes(thrown).toList()) {
            switch (cause) {
                case BusinessRuleViolation rule -> {
                    return new RuleBroken(rule);
                }
                case CannotCreateTransactionException gone -> {
                    return new DatabaseGone();
                }
                case DataAccessResourceFailureException gone -> {
                    return new DatabaseGone();
                }
                case QueryTimeoutException gone -> {
                    return new DatabaseGone();
                }
                case SQLTransientConnectionException gone -> {
                    return new DatabaseGone();
                }
                case SQLNonTransientConnectionException gone -> {
                    return new DatabaseGone();
                }
                case SQLRecoverableException gone -> {
                    return new DatabaseGone();
                }
                case AccessDeniedException denied -> {
                    return new NotAllowed(!(denied instanceof AuthorizationDeniedException));
                }
                default -> {}
            }
        }
        return new Unexpected(UUID.randomUUID().toString().substring(0, 8));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** The i18n key of the sentence that people read. */
    default String key() {
        return switch (this) {
            case RuleBroken broken -> broken.rule().key();
            case DatabaseGone gone -> "shell.fault.database";
            case NotAllowed denied -> "shell.fault.not-allowed";
            case Unexpected unexpected -> "shell.fault.unexpected";
        };
    }

    /** The sentence's arguments. */
    default Object[] arguments() {
        return switch (this) {
            case RuleBroken broken -> broken.rule().arguments();
            case Unexpected unexpected -> new Object[] {unexpected.reference()};
            default -> new Object[0];
        };
    }
}
