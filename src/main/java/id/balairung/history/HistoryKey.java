package id.balairung.history;

import id.balairung.queue.TicketId;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;

/**
 * A turn's place in the history: the order in which it is read.
 *
 * @param at when the turn was last called, or when it was queued if nobody called it, UTC; never after its service day
 * @param agency whose turn
 * @param ticket whose turn
 * @param turn which of the ticket's turns
 */
public record HistoryKey(Instant at, AgencyId agency, TicketId ticket, int turn) {}
