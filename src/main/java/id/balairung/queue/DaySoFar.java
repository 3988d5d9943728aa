package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.counter.CounterId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service day has brought an agency so far.
 *
 * @param figures the figures of each service of the agency
 * @param freed when the last ticket left each counter today, UTC
 * @param latest the latest happenings of each service, newest first
 */
public record DaySoFar(Map<ServiceId, ServiceFigures> figures, Map<CounterId, Instant> freed, List<Happening> latest) {

    /** The figures of a service. */
    public ServiceFigures of(ServiceId service) {
        return figures.getOrDefault(service, ServiceFigures.NONE);
    }

    /** The figures of these services together. */
    public ServiceFigures of(Collection<ServiceId> services) {
        return services.stream().map(this::of).reduce(ServiceFigures.NONE, ServiceFigures::plus);
    }

    /** When the last ticket left a counter today, UTC; empty when none has. */
    public Optional<Instant> freed(CounterId counter) {
        return Optional.ofNullable(freed.get(counter));
    }
}
