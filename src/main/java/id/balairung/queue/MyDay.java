package id.balairung.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * An officer's own day in figures (kpi.md); {@code n} is {@code served}.
 *
 * @param served how many were served to the end
 * @param noShows how many did not come
 * @param medianService the median service time; empty when nobody was served
 * @param p90Service the 90th percentile of the service time, nearest rank; empty when nobody was served
 * @param withinTarget how many of the served waited no longer than their service's target
 * @param last the ticket that ended last; empty when none did
 */
public record MyDay(
        int served,
        int noShows,
        Optional<Duration> medianService,
        Optional<Duration> p90Service,
        int withinTarget,
        Optional<TicketSnapshot> last) {}
