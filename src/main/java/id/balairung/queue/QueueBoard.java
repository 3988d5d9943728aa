package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.alert.Alert;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterId;
import id.balairung.counter.CountersNow;
import id.balairung.counter.OpenShift;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An agency's queue as it stood at a moment: an immutable projection that every screen of the agency shares. Carries
 * nothing that a visitor told.
 *
 * @param agency the agency
 * @param day the service day
 * @param asOf when it was read, UTC
 * @param services what the agency offers, in the order of the prefixes
 * @param tickets today's tickets that wait, are called, served or held, and today's no-shows
 * @param counters its counters, and the open shifts there
 * @param soFar what the day has brought
 * @param estimates how long a newcomer of the general class will wait at each service
 * @param alerts the alerts that last, oldest first
 */
public record QueueBoard(
        AgencyId agency,
        ServiceDay day,
        Instant asOf,
        List<ServiceSummary> services,
        List<TicketSnapshot> tickets,
        CountersNow counters,
        DaySoFar soFar,
        Map<ServiceId, WaitEstimate> estimates,
        List<Alert> alerts) {

    /** The open shifts, by counter number. */
    public List<OpenShift> shifts() {
        return counters.shifts();
    }

    /** Those who wait, anywhere. */
    public List<TicketSnapshot> waiting() {
        return tickets.stream()
                .filter(ticket -> ticket.status() == TicketStatus.WAITING)
                .toList();
    }

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

    /** Who has waited longest at a service (kpi.md: since entering this queue); empty when nobody waits. */
    public Optional<TicketSnapshot> oldestWaiting(ServiceId service) {
        return waiting(List.of(service)).stream().min(Comparator.comparing(TicketSnapshot::queuedAt));
    }

    /** The ticket called or served at a counter; empty when the counter is free. */
    public Optional<TicketSnapshot> activeAt(CounterId counter) {
        return tickets.stream().filter(ticket -> ticket.activeAt(counter)).findAny();
    }

    /** The open shift at a counter; empty when it is closed. */
    public Optional<OpenShift> shiftAt(CounterId counter) {
        return shifts().stream()
                .filter(shift -> shift.counter().equals(counter))
                .findAny();
    }

    /** A service of the agency; empty when it offers no such service. */
    public Optional<ServiceSummary> service(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findAny();
    }

    /** How long a newcomer of the general class will wait at a service. */
    public WaitEstimate estimate(ServiceId service) {
        return estimates.getOrDefault(service, new WaitEstimate.TooLittleData());
    }

    /**
     * Since when an open counter has nobody: the opening, the end of the last break, or when its last ticket left.
     *
     * @param shift an open counter's shift
     * @return the moment, UTC; empty while somebody is called or served there, or it pauses
     */
    public Optional<Instant> idleSince(OpenShift shift) {
        return shift.onBreak() || activeAt(shift.counter()).isPresent()
                ? Optional.empty()
                : Stream.concat(Stream.of(shift.readySince()), soFar.freed(shift.counter()).stream())
                        .max(Comparator.naturalOrder());
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
        return with(shown ? Stream.concat(others.stream(), Stream.of(changed)).toList() : others, shifts());
    }

    /** The board after a counter was opened, paused, resumed, or changed its services. */
    public QueueBoard after(OpenShift changed) {
        return with(
                tickets,
                Stream.concat(withoutShiftAt(changed.counter()), Stream.of(changed))
                        .sorted(Comparator.comparing(OpenShift::counterNumber))
                        .toList());
    }

    /** The board after a counter was closed. */
    public QueueBoard afterClosing(CounterId counter) {
        return with(tickets, withoutShiftAt(counter).toList());
    }

    /** The board with what a newcomer is told now. */
    QueueBoard forecasting(CallPolicy policy) {
        return new QueueBoard(
                agency,
                day,
                asOf,
                services,
                tickets,
                counters,
                soFar,
                new WaitForecast(this, policy, asOf).general(),
                alerts);
    }

    private QueueBoard with(List<TicketSnapshot> tickets, List<OpenShift> shifts) {
        return new QueueBoard(
                agency,
                day,
                asOf,
                services,
                tickets,
                new CountersNow(counters.counters(), shifts),
                soFar,
                estimates,
                alerts);
    }

    private Stream<OpenShift> withoutShiftAt(CounterId counter) {
        return shifts().stream().filter(shift -> !shift.counter().equals(counter));
    }

    private List<TicketSnapshot> at(Collection<ServiceId> services, TicketStatus status) {
        return tickets.stream()
                .filter(ticket -> ticket.status() == status && services.contains(ticket.service()))
                .toList();
    }
}
