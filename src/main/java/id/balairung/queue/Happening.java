package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.counter.CounterId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a ticket today.
 *
 * @param at when, UTC
 * @param type what
 * @param number whose number
 * @param priorityClass its class
 * @param service the service of its present turn
 * @param counter where; empty when it happened at no counter
 */
public record Happening(
        Instant at,
        EventType type,
        TicketNumber number,
        PriorityClass priorityClass,
        ServiceId service,
        Optional<CounterId> counter) {}
