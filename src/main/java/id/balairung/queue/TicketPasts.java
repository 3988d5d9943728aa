package id.balairung.queue;

import id.balairung.audit.ReadingAcross;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterNumbers;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AllAgencies;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what happened to one ticket. An officer reads those that they handled, an agency's admin the agency's, the head all:
 * each of those is a reading that the agency finds in its trail.
 */
@Service
public class TicketPasts {

    private static final String DATA = "ticket";

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final VisitTickets visits;
    private final CounterNumbers counters;
    private final StaffNames names;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    TicketPasts(
            TicketRepository tickets,
            TicketEventRepository events,
            VisitTickets visits,
            CounterNumbers counters,
            StaffNames names,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.events = events;
        this.visits = visits;
        this.counters = counters;
        this.names = names;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A ticket's past.
     *
     * @param ticket the ticket
     * @return empty when there is none that this person may read
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Optional<TicketPast> of(TicketId ticket) {
        StaffPrincipal reader = currentStaff.require();
        Supplier<Optional<TicketPast>> past = () -> reading.execute(status -> read(ticket, reader));
        Optional<TicketPast> found = reader.agency().isPresent() ? past.get() : TenantScope.acrossAgencies(past);
        found.ifPresent(read -> readings.of(
                read.agency(),
                DATA,
                read.ticket().number() + " " + read.ticket().serviceDay()));
        return found;
    }

    private Optional<TicketPast> read(TicketId ticket, StaffPrincipal reader) {
        return tickets.findById(ticket.value())
                .filter(found -> readable(List.of(found), reader).contains(found.id()))
                .map(found -> past(found, reader));
    }

    private TicketPast past(Ticket found, StaffPrincipal reader) {
        List<Ticket> visit = tickets.findByVisitIdOrderByIssuedAt(found.visitId()).stream()
                .filter(one -> one.agencyId().equals(found.agencyId()))
                .toList();
        Set<TicketId> readable = readable(visit, reader);
        List<TicketEvent> log = events.findByAgencyIdAndTicketIdOrderById(
                found.agencyId().value(), found.id().value());
        List<PastTurn> turns = turns(found.snapshot(), log);
        List<PastEvent> told = log.stream().map(PastEvent::of).toList();
        return new TicketPast(
                found.agencyId(),
                found.snapshot(),
                turns,
                told,
                visit.stream()
                        .filter(one -> !one.id().equals(found.id()))
                        .map(one -> new TicketPast.Sibling(
                                one.id(), one.number(), one.serviceId(), readable.contains(one.id())))
                        .toList(),
                visits.count(AllAgencies.READ, found.visitId()) - visit.size(),
                timeInMall(visit.stream().map(Ticket::snapshot).toList()),
                counters.of(counters(turns, told)),
                names.of(staff(turns, told)));
    }

    /** The turns that transfers ended, save those that were taken back, and the one in which the ticket stands. */
    private static List<PastTurn> turns(TicketSnapshot ticket, List<TicketEvent> log) {
        SortedMap<Integer, PastTurn> turns = new TreeMap<>();
        log.stream()
                .filter(event -> event.type() == EventType.TRANSFERRED && event.turn() <= ticket.turn())
                .forEach(event -> event.before()
                        .map(before -> PastTurn.of(EndedTurn.of(ticket, before, event.occurredAt())))
                        .ifPresent(ended -> turns.put(ended.turn(), ended)));
        turns.put(ticket.turn(), PastTurn.of(ticket));
        return List.copyOf(turns.values());
    }

    private static Optional<Duration> timeInMall(List<TicketSnapshot> visit) {
        Stream<Instant> issued = visit.stream().map(TicketSnapshot::issuedAt);
        return visit.stream().anyMatch(ticket -> ticket.status().open())
                ? Optional.empty()
                : visit.stream()
                        .flatMap(ticket -> ticket.finishedAt().stream())
                        .max(Comparator.naturalOrder())
                        .flatMap(last ->
                                issued.min(Comparator.naturalOrder()).map(first -> Duration.between(first, last)));
    }

    private static Set<CounterId> counters(List<PastTurn> turns, List<PastEvent> told) {
        return Stream.of(
                        turns.stream().flatMap(turn -> turn.counter().stream()),
                        told.stream().flatMap(event -> event.counter().stream()),
                        told.stream().flatMap(event -> event.before().flatMap(PastEvent.Before::counter).stream()))
                .flatMap(found -> found)
                .collect(Collectors.toSet());
    }

    private static Set<StaffId> staff(List<PastTurn> turns, List<PastEvent> told) {
        return Stream.concat(
                        turns.stream().flatMap(turn -> turn.officer().stream()),
                        told.stream().flatMap(event -> event.staff().stream()))
                .collect(Collectors.toSet());
    }

    private Set<TicketId> readable(List<Ticket> found, StaffPrincipal reader) {
        if (reader.role() != Role.OFFICER) {
            return found.stream().map(Ticket::id).collect(Collectors.toSet());
        }
        List<UUID> asked = found.stream().map(ticket -> ticket.id().value()).toList();
        return events.findHandled(asked, reader.id().value(), TicketNotes.HANDLING).stream()
                .map(TicketId::new)
                .collect(Collectors.toSet());
    }
}
