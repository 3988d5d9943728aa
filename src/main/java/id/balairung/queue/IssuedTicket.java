package id.balairung.queue;

/**
 * A ticket that was issued, with what its slip carries.
 *
 * @param ticket the ticket
 * @param token the slip's token
 */
public record IssuedTicket(TicketSnapshot ticket, PublicToken token) {}
