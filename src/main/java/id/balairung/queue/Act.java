package id.balairung.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * What an act did.
 *
 * @param ticket the ticket afterwards
 * @param type what happened
 * @param visitorName how to address the person, if they told; empty once they left the counter
 * @param undoableUntil until when the act can be taken back, UTC; empty when it can't
 */
public record Act(
        TicketSnapshot ticket, EventType type, Optional<String> visitorName, Optional<Instant> undoableUntil) {

    /** Without the name, for this may come into a log. */
    @Override
    public String toString() {
        return type + " " + ticket.number();
    }
}
