package id.balairung.queue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which places this node's transactions are taking at this moment. Eight officers who call at once all see the same heads;
 * without this each would ask the database for every row that another one holds, only to skip it. It is a hint: whose
 * turn it became is decided by the row's lock.
 */
@Component
class ClaimsUnderWay {

    private final Set<TicketId> tickets = ConcurrentHashMap.newKeySet();

    /** Begins to take a place, until the present transaction ends; false while another one takes it. */
    boolean begin(TicketId ticket) {
        if (!tickets.add(ticket)) {
            return false;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                tickets.remove(ticket);
            }
        });
        return true;
    }
}
