package id.balairung.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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
        @Nullable Outcome outcome) {}
