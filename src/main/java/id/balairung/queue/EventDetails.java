package id.balairung.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What only some events have to say.
 *
 * @param reason why a person did it, in their words or by code
 * @param outcome what came of the service
 * @param callReason the rule by which the ticket was next
 * @param toService where a transfer or hand-off went
 * @param finishedAt when a corrected service really ended, UTC
 * @param before the state before an act that can be taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventDetails(
        @Nullable String reason,
        @Nullable Outcome outcome,
        @Nullable String callReason,
        @Nullable UUID toService,
        @Nullable Instant finishedAt,
        @Nullable TicketState before) {

    static final EventDetails NONE = new EventDetails(null, null, null, null, null, null);

    /** Without anybody's own words, for this may come into a log. */
    @Override
    public String toString() {
        return "EventDetails";
    }

    static EventDetails before(TicketState state) {
        return new EventDetails(null, null, null, null, null, state);
    }

    EventDetails keeping(TicketState state) {
        return new EventDetails(reason, outcome, callReason, toService, finishedAt, state);
    }

    EventDetails because(String why) {
        return new EventDetails(why, outcome, callReason, toService, finishedAt, before);
    }

    EventDetails with(Outcome result) {
        return new EventDetails(reason, result, callReason, toService, finishedAt, before);
    }

    EventDetails chosenBy(CallReason rule) {
        return new EventDetails(reason, outcome, rule.getClass().getSimpleName(), toService, finishedAt, before);
    }

    EventDetails to(UUID service) {
        return new EventDetails(reason, outcome, callReason, service, finishedAt, before);
    }

    EventDetails ending(Instant end) {
        return new EventDetails(reason, outcome, callReason, toService, end, before);
    }
}
