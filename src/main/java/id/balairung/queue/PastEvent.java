package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a ticket, as its timeline tells it. Every moment is UTC.
 *
 * @param id its place in the log
 * @param type what
 * @param at when
 * @param turn in which turn; a transfer belongs to the turn that begins with it
 * @param service the service of that turn
 * @param counter where; empty when it happened at no counter
 * @param staff by whom; empty when no person did it
 * @param reason why, or what was noted, in their words; empty, too, where it was erased
 * @param erased whether there were words whose time is over
 * @param outcome what came of the service, as this event says
 * @param callReason the rule by which the ticket was next, by the simple name of a {@link CallReason}
 * @param toService where a transfer or hand-off went
 * @param endedAt when a corrected service really ended
 * @param before what stood there before, of an event that tells
 */
public record PastEvent(
        long id,
        EventType type,
        Instant at,
        int turn,
        ServiceId service,
        Optional<CounterId> counter,
        Optional<StaffId> staff,
        Optional<String> reason,
        boolean erased,
        Optional<Outcome> outcome,
        Optional<String> callReason,
        Optional<ServiceId> toService,
        Optional<Instant> endedAt,
        Optional<Before> before) {

    /**
     * How the ticket stood before an event.
     *
     * @param status where it stood
     * @param service the service of its turn
     * @param counter the counter that had called it last
     * @param outcome what had come of it
     * @param endedAt when it had ended
     * @param waited how long the turn had waited until its last call; empty before one
     */
    public record Before(
            TicketStatus status,
            ServiceId service,
            Optional<CounterId> counter,
            Optional<Outcome> outcome,
            Optional<Instant> endedAt,
            Optional<Duration> waited) {}

    /** Without anybody's own words, for this may come into a log. */
    @Override
    public String toString() {
        return type + " at " + at;
    }

    static PastEvent of(TicketEvent event) {
        EventDetails details = event.details();
        return new PastEvent(
                event.id(),
                event.type(),
                event.occurredAt(),
                event.turn(),
                event.serviceId(),
                event.counterId().map(CounterId::new),
                event.staffId().map(StaffId::new),
                Optional.ofNullable(details.reason())
                        .filter(words -> event.type() != EventType.UNDONE && !words.equals(Reason.ERASED)),
                Reason.ERASED.equals(details.reason()),
                Optional.ofNullable(details.outcome()),
                Optional.ofNullable(details.callReason()),
                Optional.ofNullable(details.toService()).map(ServiceId::new),
                Optional.ofNullable(details.finishedAt()),
                before(details.before()));
    }

    private static Optional<Before> before(@Nullable TicketState state) {
        return Optional.ofNullable(state)
                .map(told -> new Before(
                        told.status(),
                        new ServiceId(told.serviceId()),
                        Optional.ofNullable(told.counterId()).map(CounterId::new),
                        Optional.ofNullable(told.outcome()),
                        Optional.ofNullable(told.finishedAt()),
                        Optional.ofNullable(told.lastCalledAt())
                                .map(called -> Duration.between(told.queuedAt(), called))
                                .filter(waited -> !waited.isNegative())));
    }
}
