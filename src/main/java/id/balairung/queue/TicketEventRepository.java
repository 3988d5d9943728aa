package id.balairung.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TicketEventRepository extends Repository<TicketEvent, Long> {

    Optional<TicketEvent> findByCommandId(UUID command);

    Optional<TicketEvent> findFirstByTicketIdAndTypeNotOrderByIdDesc(UUID ticket, EventType type);

    @Query("select distinct e.ticketId from TicketEvent e"
            + " where e.ticketId in :tickets and e.staffId = :staff and e.type in :types")
    Set<UUID> findHandled(Collection<UUID> tickets, UUID staff, Collection<EventType> types);

    /** The agency is named: across agencies nothing else leads to a ticket's events. */
    List<TicketEvent> findByAgencyIdAndTicketIdOrderById(UUID agency, UUID ticket);

    /** In no order. The agencies are named: across all of them nothing else leads to a type's events. */
    @Query("select e from TicketEvent e where e.agencyId in :agencies and e.type in :types and e.occurredAt >= :since")
    List<TicketEvent> findSince(Collection<UUID> agencies, Collection<EventType> types, Instant since);
}
