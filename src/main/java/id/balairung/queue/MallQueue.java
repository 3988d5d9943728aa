package id.balairung.queue;

import id.balairung.agency.ServiceId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many wait at each service of the whole mall, and for how long a newcomer would: no ticket is told.
 *
 * @param asOf when it was read, UTC
 * @param waiting how many wait, by service; a service where nobody waits is missing
 * @param estimates how long a newcomer of the general class will wait, by service
 */
public record MallQueue(Instant asOf, Map<ServiceId, Integer> waiting, Map<ServiceId, WaitEstimate> estimates) {

    static MallQueue of(MallBoard mall) {
        return new MallQueue(
                mall.asOf(),
                mall.boards().stream()
                        .flatMap(board -> board.waiting().stream())
                        .collect(Collectors.toUnmodifiableMap(TicketSnapshot::service, ticket -> 1, Integer::sum)),
                mall.boards().stream()
                        .flatMap(board -> board.estimates().entrySet().stream())
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many wait at a service. */
    public int waitingAt(ServiceId service) {
        return waiting.getOrDefault(service, 0);
    }

    /** How long a newcomer of the general class will wait at a service. */
    public WaitEstimate estimateAt(ServiceId service) {
        return estimates.getOrDefault(service, new WaitEstimate.TooLittleData());
    }
}
