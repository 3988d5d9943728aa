package id.balairung.audit;

import id.balairung.security.StaffPrincipal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is recorded a moment later, by the background: it changes nothing, whoever provokes it must not be able to tell by the time
 * what was found out about it, and it outlasts an outage of the database.
 */
@Component
class LaterEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LaterEvents.class);
    private static final int MOST = 10_000;
    private static final int BATCH = 200;

    private final AuditRows rows;
    private final TransactionTemplate transaction;
    private final Deque<Supplier<Entry>> waiting = new ArrayDeque<>();

    LaterEvents(AuditRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * An event with whoever did it.
     *
     * @param at when, UTC
     */
    record Entry(AuditEvent event, Optional<StaffPrincipal> by, Optional<String> address, Instant at) {}

    /** Takes an entry; what it tells may be found out later. */
    synchronized void add(Supplier<Entry> entry) {
        if (waiting.size() < MOST) {
            waiting.add(entry);
        } else {
            LOG.error("More than {} events wait to be recorded: one is lost", MOST);
        }
    }

    /** Writes the entries now, all or none. */
    void writeNow(List<Entry> entries) {
        transaction.executeWithoutResult(status ->
                entries.forEach(entry -> rows.append(entry.event().agency().orElse(AuditTrail.MALL), entry)));
    }

    /** Writes what waits. What can't be written now waits on; what can't be written ever is lost alone, and the log says so. */
    void flush() {
        for (List<Supplier<Entry>> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                write(batch);
            } catch (RuntimeException gone) {
                putBack(batch);
                throw gone;
            }
        }
    }

    private void write(Collection<Supplier<Entry>> batch) {
        try {
            writeNow(batch.stream().map(Supplier::get).toList());
        } catch (NonTransientDataAccessResourceException gone) {
            throw gone;
        } catch (NonTransientDataAccessException refused) {
            if (batch.size() > 1) {
                batch.forEach(entry -> write(List.of(entry)));
            } else {
                LOG.error("An event can't be recorded: it is lost", refused);
            }
        }
    }

    private synchronized List<Supplier<Entry>> next() {
        List<Supplier<Entry>> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < BATCH) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private synchronized void putBack(List<Supplier<Entry>> batch) {
        batch.reversed().forEach(waiting::addFirst);
    }
}
