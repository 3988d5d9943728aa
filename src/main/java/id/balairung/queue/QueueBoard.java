package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.counter.OpenShift;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An agency's queue as it stood at a moment: an immutable projection that every screen of the agency shares. Carries
 * nothing that a visitor told.
 *
 * @param agency the agency
 * @param day the service day
 * @param asOf when it was read, UTC
 * @param tickets today's tickets that wait, are called, served or held, and today's no-shows
 * @param shifts the open counters
 */
public record QueueBoard(
        AgencyId agency, ServiceDay day, Instant asOf, List<TicketSnapshot> tickets, List<OpenShift> shifts) {

    /** Those who wait at the services, in no particular order; {@link CallOrder} sorts them. */
    public List<TicketSnapshot> waiting(Collection<ServiceId> services) {
        return at(services, TicketStatus.WAITING);
    }

    /** Those held at the services. */
    public List<TicketSnapshot> held(Collection<ServiceId> services) {
        return at(services, TicketStatus.HELD);
    }

    /** Today's no-shows of the services. */
    public List<TicketSnapshot> noShows(Collection<ServiceId> services) {
        return at(services, TicketStatus.NO_SHOW);
    }

    /** The ticket called or served at a counter; empty when the counter is free. */
    public Optional<TicketSnapshot> activeAt(CounterId counter) {
        return tickets.stream().filter(ticket -> ticket.activeAt(counter)).findAny();
    }

    /** The open shift at a counter; empty when it is closed. */
    public Optional<OpenShift> shiftAt(CounterId counter) {
        return shifts.stream().filter(shift -> shift.counter().equals(counter)).findAny();
    }

    /**
     * The board after an act on a ticket, for the screen that acted and need not wait for the feed.
     *
     * @param changed the ticket after the act
     */
    public QueueBoard after(TicketSnapshot changed) {
        List<TicketSnapshot> others = tickets.stream()
                .filter(ticket -> !ticket.id().equals(changed.id()))
                .toList();
        boolean shown = changed.status().onBoard() && changed.serviceDay().equals(day);
        return new QueueBoard(
                agency,
                day,
                asOf,
                shown ? Stream.concat(others.stream(), Stream.of(changed)).toList() : others,
                shifts);
    }

    /** The board after a counter was opened, paused, resumed, or changed its services. */
    public QueueBoard after(OpenShift changed) {
        return new QueueBoard(
                agency,
                day,
                asOf,
                tickets,
                Stream.concat(withoutShiftAt(changed.counter()), Stream.of(changed))
                        .sorted(Comparator.comparing(OpenShift::counterNumber))
                        .toList());
    }

    /** The board after a counter was closed. */
    public QueueBoard afterClosing(CounterId counter) {
        return new QueueBoard(
                agency, day, asOf, tickets, withoutShiftAt(counter).toList());
    }

    private Stream<OpenShift> withoutShiftAt(CounterId counter) {
        return shifts.stream().filter(shift -> !shift.counter().equals(counter));
    }

    private List<TicketSnapshot> at(Collection<ServiceId> services, TicketStatus status) {
        return tickets.stream()
                .filter(ticket -> ticket.status() == status && services.contains(ticket.service()))
                .toList();
    }
}
