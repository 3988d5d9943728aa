package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import java.util.List;

/**
 * All that is kept of a ticket, save what its visitor told.
 *
 * @param agency whose ticket it is
 * @param ticket the ticket as it stands
 * @param events what happened to it, in order
 * @param siblings the visit's other tickets at the same agency
 * @param elsewhere how many tickets the visit has at other agencies
 */
public record TicketPast(
        AgencyId agency, TicketSnapshot ticket, List<PastEvent> events, List<TicketSnapshot> siblings, int elsewhere) {}
