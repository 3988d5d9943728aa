package id.balairung.queue.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.alert.Alert;
import id.balairung.common.Drawn;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSummary;
import id.balairung.counter.OpenShift;
import id.balairung.queue.CallOrder;
import id.balairung.queue.CallPolicy;
import id.balairung.queue.Candidate;
import id.balairung.queue.Happening;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.ServiceFigures;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything a live board of one agency shows, as one value: the shared board, and who looks at it.
 *
 * @param reader as what the person looks at it
 * @param person who looks at it
 * @param agency whose board it is
 * @param rules the mall's rules
 * @param board the agency's queue
 * @param drawn what was drawn of it
 * @param interruptedSince from when the data is, while the database can't be reached
 * @param beat rises with every answer, so that the parts show themselves again even where nothing changed
 */
record BoardState(
        Reader reader,
        StaffId person,
        AgencySummary agency,
        MallRules rules,
        QueueBoard board,
        Drawn drawn,
        Optional<Instant> interruptedSince,
        int beat) {

    /** How long before its limit a ticket is at risk; the browser knows the same. */
    private static final Duration NEAR = Duration.ofMinutes(10);

    private static final int LATEST = 8;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    /** Whether acts are offered at all. */
    boolean acts() {
        return reader.acts();
    }

    /** Whether acts can reach the database. */
    boolean reachable() {
        return interruptedSince.isEmpty();
    }

    /**
     * Something that is drawn alike for everybody who looks at the same services in the same way.
     *
     * @param what what it is, in which language
     * @param drawing draws it from this state, except from who looks at it
     */
    <T> T once(Object what, Supplier<T> drawing) {
        return drawn.once(
                new Look(
                        what,
                        reader,
                        rules,
                        services().stream().map(ServiceSummary::id).toList()),
                drawing);
    }

    /** What is shown: an officer's own services while a counter is open, else everything of the agency. */
    List<ServiceSummary> services() {
        return reader != Reader.OFFICER
                ? board.services()
                : ownShift()
                        .map(OpenShift::services)
                        .map(own -> board.services().stream()
                                .filter(service -> own.contains(service.id()))
                                .toList())
                        .orElse(board.services());
    }

    /** The counters at which something of what is shown is or could be served. */
    List<CounterSummary> counters() {
        Set<ServiceId> shown = serviceIds();
        return board.counters().counters().stream()
                .filter(counter -> reader != Reader.OFFICER
                        || board.shiftAt(counter.id()).map(OpenShift::services).orElse(counter.services()).stream()
                                .anyMatch(shown::contains))
                .toList();
    }

    /** Everybody shown who waits, in the order in which they would be called. */
    List<TicketSnapshot> waiting() {
        return once(Sorting.TURN, () -> inCallOrder(board.waiting(serviceIds())));
    }

    /** Who waits at one service, in the order in which they would be called. */
    List<TicketSnapshot> waiting(ServiceId service) {
        return inCallOrder(board.waiting(List.of(service)));
    }

    /** Who has waited longest of all that are shown (kpi.md). */
    Optional<TicketSnapshot> oldest() {
        return board.waiting(serviceIds()).stream().min(Comparator.comparing(TicketSnapshot::queuedAt));
    }

    /** Those who have waited longer than their limit or will within ten minutes, the worst first. */
    List<TicketSnapshot> atRisk() {
        return once(Sorting.RISK, this::findAtRisk);
    }

    private List<TicketSnapshot> findAtRisk() {
        Instant soon = board.asOf().plus(NEAR);
        return board.waiting(serviceIds()).stream()
                .filter(ticket -> !due(ticket).isAfter(soon))
                .sorted(Comparator.comparing(this::due).thenComparing(TicketSnapshot::number))
                .toList();
    }

    /** Whether a ticket has waited longer than its limit. */
    boolean overdue(TicketSnapshot ticket) {
        return due(ticket).isBefore(board.asOf());
    }

    /** How long a ticket may wait. */
    Duration limit(TicketSnapshot ticket) {
        return ticket.priorityClass().limit(target(ticket.service()), rules);
    }

    /** A service's target wait. */
    Duration target(ServiceId service) {
        return board.service(service).map(ServiceSummary::targetWait).orElse(Duration.ZERO);
    }

    /** Those shown who are held. */
    List<TicketSnapshot> held() {
        return board.held(serviceIds());
    }

    /** The day's figures of all that is shown. */
    ServiceFigures figures() {
        return board.soFar().of(serviceIds());
    }

    /** What happened last to what is shown, newest first. */
    List<Happening> latest() {
        Set<ServiceId> shown = serviceIds();
        return board.soFar().latest().stream()
                .filter(happening -> shown.contains(happening.service()))
                .limit(LATEST)
                .toList();
    }

    /** The first lasting alert about any of these, e.g. a counter and the ticket there. */
    Optional<Alert> alertAbout(Collection<UUID> subjects) {
        return board.alerts().stream()
                .filter(alert -> subjects.contains(alert.subject()))
                .findFirst();
    }

    /** The number of a counter of the agency; empty when it was removed. */
    Optional<Integer> counterNumber(CounterId id) {
        return board.counters().counters().stream()
                .filter(counter -> counter.id().equals(id))
                .map(CounterSummary::number)
                .findAny();
    }

    /** A ticket that waits now. */
    Optional<TicketSnapshot> waitingTicket(TicketId id) {
        return board.waiting().stream().filter(ticket -> ticket.id().equals(id)).findAny();
    }

    /** A moment as the mall's clock shows it, with a point in every language, e.g. 10.42. */
    String clock(Instant moment) {
        return CLOCK.format(moment.atZone(rules.zone()));
    }

    /** The same over another board, of which that was drawn, with the database there. */
    BoardState on(QueueBoard newer, Drawn ofIt) {
        return new BoardState(reader, person, agency, rules, newer, ofIt, Optional.empty(), beat);
    }

    /** The same, from that moment on without a database. */
    BoardState interruptedFrom(Instant since) {
        return new BoardState(reader, person, agency, rules, board, drawn, Optional.of(since), beat);
    }

    /** The same, to be shown again. */
    BoardState shownAgain() {
        return new BoardState(reader, person, agency, rules, board, drawn, interruptedSince, beat + 1);
    }

    private enum Sorting {
        TURN,
        RISK
    }

    /** Everything beside the board that a drawing depends on. */
    private record Look(Object what, Reader reader, MallRules rules, List<ServiceId> services) {}

    private Instant due(TicketSnapshot ticket) {
        return ticket.queuedAt().plus(limit(ticket));
    }

    private Optional<OpenShift> ownShift() {
        return board.shifts().stream()
                .filter(shift -> shift.officer().equals(person))
                .findAny();
    }

    private Set<ServiceId> serviceIds() {
        return services().stream().map(ServiceSummary::id).collect(Collectors.toUnmodifiableSet());
    }

    private List<TicketSnapshot> inCallOrder(List<TicketSnapshot> tickets) {
        Map<TicketId, TicketSnapshot> byId =
                tickets.stream().collect(Collectors.toUnmodifiableMap(TicketSnapshot::id, Function.identity()));
        List<Candidate> candidates = tickets.stream()
                .map(ticket -> new Candidate(
                        ticket.id(),
                        ticket.service(),
                        ticket.priorityClass(),
                        ticket.waitsSince(),
                        target(ticket.service())))
                .toList();
        return new CallOrder(CallPolicy.of(rules))
                .sorted(candidates, board.asOf()).stream()
                        .map(candidate -> byId.get(candidate.ticket()))
                        .toList();
    }
}
