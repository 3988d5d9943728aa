package id.balairung.queue;

import id.balairung.common.BusinessRuleViolation;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one command in one short transaction. A deadlock or a lock wait (1213, 1205) is retried with jitter, a few
 * times. A command that was carried out already, by a double click or before an answer was lost, answers with what it
 * did then; the unique key on the event's command id sees to it.
 */
@Component
class Commands {

    /** How long an act can be taken back. */
    static final Duration UNDO_WINDOW = Duration.ofSeconds(30);

    /** A lock wait alone may take 5 s; a person doesn't wait for six of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final TransactionTemplate transaction;
    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final PersistenceExceptionTranslator translator;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .maxRetries(8)
            .timeout(PATIENCE)
            .delay(Duration.ofMillis(4))
            .jitter(Duration.ofMillis(3))
            .multiplier(2)
            .maxDelay(Duration.ofMillis(200))
            .build());

    Commands(
            PlatformTransactionManager transactions,
            TicketRepository tickets,
            TicketEventRepository events,
            PersistenceExceptionTranslator translator) {
        this.transaction = new TransactionTemplate(transactions);
        this.tickets = tickets;
        this.events = events;
        this.translator = translator;
    }

    /**
     * Runs a command.
     *
     * @param command the person's intent
     * @param act what to do, inside a transaction
     * @throws BusinessRuleViolation when a rule refuses it
     */
    <T extends @Nullable Object> T run(CommandId command, Supplier<T> act, Function<Act, T> replayed) {
        try {
            return retry.invoke(() -> transaction.execute(status -> translated(act)));
        } catch (BusinessRuleViolation
                | DataIntegrityViolationException
                | OptimisticLockingFailureException
                | PessimisticLockingFailureException refused) {
            Optional<Act> earlier = transaction.execute(status -> earlier(command));
            return earlier.map(replayed).orElseThrow(() -> sentence(refused));
        }
    }

    static Act done(Ticket ticket, EventType type, Instant at) {
        return new Act(
                ticket.snapshot(),
                type,
                ticket.status().active() ? ticket.visitorName() : Optional.empty(),
                type.undoable() ? Optional.of(at.plus(UNDO_WINDOW)) : Optional.empty());
    }

    /** The entity manager, used directly, throws the engine's own exceptions; the rest of the house knows Spring's. */
    private <T extends @Nullable Object> T translated(Supplier<T> act) {
        try {
            return act.get();
        } catch (PersistenceException raw) {
            throw DataAccessUtils.translateIfNecessary(raw, translator);
        } catch (UncategorizedSQLException raw) {
            // The driver gives a lock that was waited for in vain no SQL state of its own.
            throw raw.getSQLException() != null && raw.getSQLException().getErrorCode() == LOCK_WAIT_TIMEOUT
                    ? new CannotAcquireLockException("Waited for a lock in vain", raw)
                    : raw;
        }
    }

    private Optional<Act> earlier(CommandId command) {
        return events.findByCommandId(command.value())
                .flatMap(event -> tickets.findById(event.ticketId().value())
                        .map(ticket -> done(ticket, event.type(), event.occurredAt())));
    }

    private static RuntimeException sentence(RuntimeException refused) {
        return switch (refused) {
            case DataIntegrityViolationException violation
            when String.valueOf(violation.getMessage()).contains("one_active_ticket_per_counter") ->
                new BusinessRuleViolation("queue.refused.counter-busy");
            case OptimisticLockingFailureException moved ->
                new BusinessRuleViolation("queue.refused.changed-meanwhile");
            case PessimisticLockingFailureException busy -> new BusinessRuleViolation("queue.refused.busy");
            default -> refused;
        };
    }
}
