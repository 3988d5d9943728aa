package id.balairung.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.balairung.counter.CounterId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All of a ticket that a transition changes: kept with an event so that the act can be taken back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketState(
        int turn,
        TicketStatus status,
        UUID serviceId,
        Instant queuedAt,
        Instant waitsSince,
        int calls,
        @Nullable Instant firstCalledAt,
        @Nullable Instant lastCalledAt,
        @Nullable UUID counterId,
        @Nullable UUID officerId,
        @Nullable Instant servingSince,
        @Nullable TicketStatus heldFrom,
        @Nullable Instant heldAt,
        @Nullable Instant holdUntil,
        @Nullable String holdReason,
        long heldMillis,
        @Nullable Instant finishedAt,
        @Nullable Outcome outcome) {

    /** Without anybody's own words, for this may come into a log. */
    @Override
    public String toString() {
        return status + " in turn " + turn;
    }

    /** When and where the ticket left a counter, if that is how it stands. */
    Optional<DayReckoning.Departure> departure() {
        Instant left = finishedAt != null ? finishedAt : heldAt;
        return counterId == null || left == null
                ? Optional.empty()
                : Optional.of(new DayReckoning.Departure(new CounterId(counterId), left));
    }
}
