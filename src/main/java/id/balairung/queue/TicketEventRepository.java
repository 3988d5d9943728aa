package id.balairung.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface TicketEventRepository extends Repository<TicketEvent, Long> {

    Optional<TicketEvent> findByCommandId(UUID command);

    Optional<TicketEvent> findFirstByTicketIdOrderByIdDesc(UUID ticket);

    List<TicketEvent> findByTicketIdOrderById(UUID ticket);

    List<TicketEvent> findByTypeInAndOccurredAtGreaterThanEqualOrderById(Collection<EventType> types, Instant since);
}
