package id.balairung.queue;

import java.time.Duration;
import java.util.Optional;

/** Why a ticket is next ("Mengapa nomor ini?"). */
public sealed interface CallReason {

    /** How long the ticket has waited, credit included. */
    Duration waited();

    /**
     * It reached the maximum wait of its class.
     *
     * @param waited how long it has waited
     * @param limit the maximum wait
     */
    record MaximumWait(Duration waited, Duration limit) implements CallReason {}

    /**
     * Its class earns its turn faster, so it goes before somebody who came earlier.
     *
     * @param waited how long it has waited
     * @param limit the maximum wait of its class
     * @param ahead the ticket it overtakes
     */
    record PriorityClassAhead(Duration waited, Duration limit, TicketId ahead) implements CallReason {}

    /**
     * It has waited longest, measured by its service's target.
     *
     * @param waited how long it has waited
     * @param target the target wait
     * @param ahead an earlier ticket that still has more time to its own target; empty when it simply came first
     */
    record LongestWait(Duration waited, Duration target, Optional<TicketId> ahead) implements CallReason {}
}
