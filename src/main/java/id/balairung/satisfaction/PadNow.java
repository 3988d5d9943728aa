package id.balairung.satisfaction;

import id.balairung.queue.TicketId;

/** What a rating pad should show now. */
public sealed interface PadNow {

    /** It isn't paired, or no longer. */
    record Parted() implements PadNow {}

    /** There is nobody to ask. */
    record Asleep() implements PadNow {}

    /**
     * Somebody was just served at its counter.
     *
     * @param ticket the ticket to ask for
     */
    record Asks(TicketId ticket) implements PadNow {}
}
