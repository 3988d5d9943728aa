package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a ticket, save what its visitor told.
 *
 * @param agency whose ticket it is
 * @param ticket the ticket as it stands
 * @param turns its turns, in order; the last one is that in which it stands
 * @param events what happened to it, in order
 * @param siblings the visit's other tickets at the same agency, in the order of their issue
 * @param elsewhere how many tickets the visit has at other agencies
 * @param timeInMall from the visit's first issue to its last finish, as far as this agency knows; empty while a ticket is open
 * @param counters the numbers that the counters have now
 * @param staff the names of those who did something; who has no account any more is missing
 */
public record TicketPast(
        AgencyId agency,
        TicketSnapshot ticket,
        List<PastTurn> turns,
        List<PastEvent> events,
        List<Sibling> siblings,
        int elsewhere,
        Optional<Duration> timeInMall,
        Map<CounterId, Integer> counters,
        Map<StaffId, String> staff) {

    /**
     * Another ticket of the visit.
     *
     * @param ticket the ticket
     * @param number its number
     * @param service the service of its last turn
     * @param readable whether this person may read its past
     */
    public record Sibling(TicketId ticket, TicketNumber number, ServiceId service, boolean readable) {}

    /** Without anybody's own words, for this may come into a log. */
    @Override
    public String toString() {
        return ticket.number() + " " + ticket.serviceDay();
    }
}
