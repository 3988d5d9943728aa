package id.balairung.queue.ui;

import id.balairung.queue.CommandId;
import id.balairung.queue.EventType;
import id.balairung.queue.TicketId;
import java.util.Optional;

/**
 * What a person wants done, under one command id until the screen has moved on: a repeated click is the same command.
 *
 * @param type what
 * @param ticket to which ticket; empty for whose turn it is
 * @param command the command
 */
record Intent(EventType type, Optional<TicketId> ticket, CommandId command) {

    boolean is(EventType otherType, Optional<TicketId> otherTicket) {
        return type == otherType && ticket.equals(otherTicket);
    }
}
