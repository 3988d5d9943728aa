package id.balairung.queue.ui;

import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * A row of the queue.
 *
 * @param id the ticket
 * @param number its number
 * @param priorityClass its class
 * @param waitsSince since when it waits, credit included
 * @param target the service's target wait
 * @param version rises with every change of the ticket
 */
record QueueRow(
        TicketId id, String number, PriorityClass priorityClass, Instant waitsSince, Duration target, int version) {

    static QueueRow of(TicketSnapshot ticket, Workplace place) {
        return new QueueRow(
                ticket.id(),
                ticket.number().toString(),
                ticket.priorityClass(),
                ticket.waitsSince(),
                place.service(ticket.service()).targetWait(),
                ticket.version());
    }
}
