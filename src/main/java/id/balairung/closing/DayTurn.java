package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.queue.EstimateAccuracy;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn of a day, as its figures need it. Every moment is UTC.
 *
 * @param turn which of its ticket's turns, from 1
 * @param service at which service
 * @param status how it ended, or where it stands while it is open
 * @param issuedAt when its ticket was issued
 * @param queuedAt when it entered the queue; later than the issue for one that came back after a no-show
 * @param calledAt the last call since then
 * @param servingSince when the service began
 * @param endedAt when it ended; empty while it is open
 * @param held how long it was held since the service began
 * @param serviceTime the service time, when it was served
 * @param target the target wait of its service on that day
 * @param targetService the target service time
 * @param counter the number of the counter that called it last
 * @param officer who called it last
 * @param estimate how right the wait was that the visitor was told; {@link EstimateAccuracy#NONE} when that can't be judged
 */
public record DayTurn(
        int turn,
        ServiceId service,
        TicketStatus status,
        Instant issuedAt,
        Instant queuedAt,
        Optional<Instant> calledAt,
        Optional<Instant> servingSince,
        Optional<Instant> endedAt,
        Duration held,
        Optional<Duration> serviceTime,
        Duration target,
        Duration targetService,
        Optional<Integer> counter,
        Optional<StaffId> officer,
        EstimateAccuracy estimate) {

    /**
     * How it stood at a moment, as far as can be told: of several calls only the last is known.
     *
     * @param moment UTC
     * @return empty when it hadn't begun
     */
    public Optional<DayTurn> asOf(Instant moment) {
        if (queuedAt.isAfter(moment)) {
            return Optional.empty();
        }
        Optional<Instant> called = calledAt.filter(at -> !at.isAfter(moment));
        Optional<Instant> serving = servingSince.filter(at -> !at.isAfter(moment));
        Optional<Instant> ended = endedAt.filter(at -> !at.isAfter(moment));
        TicketStatus open = serving.isPresent()
                ? TicketStatus.SERVING
                : called.isPresent() ? TicketStatus.CALLED : TicketStatus.WAITING;
        return Optional.of(new DayTurn(
                turn,
                service,
                ended.isPresent() ? status : open,
                issuedAt,
                queuedAt,
                called,
                serving,
                ended,
                held,
                serviceTime.filter(time -> ended.isPresent()),
                target,
                targetService,
                counter.filter(at -> called.isPresent()),
                officer.filter(by -> called.isPresent()),
                called.isPresent() ? estimate : EstimateAccuracy.NONE));
    }

    /** Whether its ticket was issued for it; the later ones were transferred. */
    public boolean arrived() {
        return turn == 1;
    }

    /**
     * The waiting time (kpi.md).
     *
     * @param until up to when the day is told, UTC
     * @return empty when it wasn't called
     */
    public Optional<Duration> wait(Instant until) {
        // An open one that was called after its day counts as it stood when that ended.
        return calledAt.filter(called -> endedAt.isPresent() || called.isBefore(until))
                .map(called -> Duration.between(queuedAt, called));
    }

    /** Whether it was called within the target. */
    public boolean within(Instant until) {
        return wait(until).filter(wait -> wait.compareTo(target) <= 0).isPresent();
    }

    /** Whether it waited in vain, and longer than the target. */
    public boolean missed(Instant until) {
        Instant left = endedAt.filter(until::isAfter).orElse(until);
        return wait(until).isEmpty() && Duration.between(queuedAt, left).compareTo(target) > 0;
    }
}
