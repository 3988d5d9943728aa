package id.balairung.queue;

import id.balairung.agency.ServiceId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many wait at each service of the whole mall: counts only.
 *
 * @param asOf when it was read, UTC
 * @param waiting how many wait, by service; a service where nobody waits is missing
 */
public record MallQueue(Instant asOf, Map<ServiceId, Integer> waiting) {

    static MallQueue of(MallBoard mall) {
        return new MallQueue(
                mall.asOf(),
                mall.boards().stream()
                        .flatMap(board -> board.waiting().stream())
                        .collect(Collectors.toUnmodifiableMap(TicketSnapshot::service, ticket -> 1, Integer::sum)));
    }

    /** How many wait at a service. */
    public int waitingAt(ServiceId service) {
        return waiting.getOrDefault(service, 0);
    }
}
