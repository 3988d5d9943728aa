package id.balairung.queue;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface WaitingRepository extends Repository<Waiting, UUID> {

    /**
     * The place of a ticket, locked, and with it the ticket; empty when it left the queue or another transaction is taking
     * it right now.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("select w from Waiting w join fetch w.ticket where w.ticketId = :ticket")
    Optional<Waiting> claim(UUID ticket);

    long countByServiceId(UUID service);

    long countByServiceIdAndWaitsSinceGreaterThanEqualAndWaitsSinceBefore(UUID service, Instant from, Instant before);
}
