package id.balairung.queue.ui;

import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.common.Drawn;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSummary;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.CallOrder;
import id.balairung.queue.CallPolicy;
import id.balairung.queue.Candidate;
import id.balairung.queue.MyDay;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything a console shows, as one value.
 *
 * @param place where it stands
 * @param board the agency's queue
 * @param drawn what was drawn of it
 * @param active the ticket called or served at the own counter, with the visitor's name
 * @param undoable the own last act, while it can be taken back
 * @param freeSince since when the counter has nobody, as far as this screen knows
 * @param myDay the officer's own figures
 * @param leftOver how many tickets of earlier days somebody has to settle
 * @param interruptedSince from when the data is, while the database can't be reached
 * @param beat rises with every answer, so that the parts show themselves again even where nothing changed
 */
record ConsoleState(
        Workplace place,
        QueueBoard board,
        Drawn drawn,
        Optional<Act> active,
        Optional<Act> undoable,
        Instant freeSince,
        MyDay myDay,
        int leftOver,
        Optional<Instant> interruptedSince,
        int beat) {

    /** The officer's open shift. */
    Optional<OpenShift> shift() {
        return board.shifts().stream()
                .filter(shift -> shift.officer().equals(place.officer()))
                .findAny();
    }

    /** The counter that the officer has open. */
    Optional<CounterSummary> counter() {
        return shift().flatMap(shift -> board.counters().counters().stream()
                .filter(counter -> counter.id().equals(shift.counter()))
                .findAny());
    }

    /** The services of the open shift; none when the counter is closed. */
    Set<ServiceId> services() {
        return shift().map(OpenShift::services).orElse(Set.of());
    }

    Phase phase() {
        Optional<OpenShift> shift = shift();
        if (shift.isEmpty()) {
            return Phase.CLOSED;
        }
        if (active.isPresent()) {
            return active.get().ticket().status() == TicketStatus.CALLED ? Phase.CALLED : Phase.SERVING;
        }
        return shift.get().onBreak() ? Phase.PAUSED : Phase.READY;
    }

    /** Whether the action would be carried out now. */
    boolean possible(ConsoleAction action) {
        return reachable()
                && phase().knows(action)
                && switch (action) {
                    case CALL_NEXT -> !queue().isEmpty();
                    case NO_SHOW -> calls() > place.rules().recallsBeforeNoShow();
                    default -> true;
                };
    }

    /** The one action that is filled; empty when there is nothing to do. */
    Optional<ConsoleAction> primary() {
        return switch (phase()) {
            case READY -> Optional.of(ConsoleAction.CALL_NEXT).filter(this::possible);
            case CALLED -> Optional.of(ConsoleAction.SERVE);
            case SERVING -> Optional.of(ConsoleAction.COMPLETE);
            case PAUSED -> Optional.of(ConsoleAction.BREAK);
            case CLOSED -> Optional.empty();
        };
    }

    /** Whether acts can reach the database. */
    boolean reachable() {
        return interruptedSince.isEmpty();
    }

    /** Whether a held ticket can be resumed now. */
    boolean mayResume() {
        return reachable() && phase() == Phase.READY;
    }

    /** Those who wait at the counter's services, in the order in which they would be called. */
    List<TicketSnapshot> queue() {
        return turns().order();
    }

    /** Whose turn it is and why. */
    Optional<CallOrder.Choice> next() {
        return turns().next();
    }

    /** The held tickets of the counter's services, whose time comes first, first. */
    List<TicketSnapshot> held() {
        return board.held(services()).stream()
                .sorted(Comparator.comparing(ticket -> ticket.holdUntil().orElse(Instant.MAX)))
                .toList();
    }

    /** The no-shows who may still come back, the latest first. */
    List<TicketSnapshot> mayReturn() {
        Instant earliest = board.asOf().minus(place.rules().lateReturnTolerance());
        return board.noShows(services()).stream()
                .filter(ticket -> ticket.finishedAt().filter(earliest::isBefore).isPresent())
                .sorted(Comparator.comparing(
                                (TicketSnapshot ticket) -> ticket.finishedAt().orElse(Instant.MIN))
                        .reversed())
                .toList();
    }

    /** The counters that somebody has open. */
    Set<CounterId> taken() {
        return board.shifts().stream().map(OpenShift::counter).collect(Collectors.toUnmodifiableSet());
    }

    /** How many of today's tickets are open although the agency has closed and so has every counter; 0 until then. */
    int openAfterClosing() {
        boolean over = place.closedAt(board.asOf()) && board.shifts().isEmpty();
        return over
                ? Math.toIntExact(board.tickets().stream()
                        .filter(ticket -> ticket.status().open())
                        .count())
                : 0;
    }

    /** The number of a ticket on the board, e.g. the one that was overtaken. */
    Optional<TicketSnapshot> ticket(TicketId id) {
        return board.tickets().stream().filter(ticket -> ticket.id().equals(id)).findAny();
    }

    /** The same over another board, of which that was drawn. */
    ConsoleState on(QueueBoard newer, Drawn ofIt) {
        return new ConsoleState(
                place, newer, ofIt, active, undoable, freeSince, myDay, leftOver, interruptedSince, beat);
    }

    /** The same with another ticket at the counter, or none. */
    ConsoleState serving(Optional<Act> present) {
        return new ConsoleState(
                place, board, drawn, present, undoable, freeSince, myDay, leftOver, interruptedSince, beat);
    }

    /** The same with another act to take back, or none. */
    ConsoleState undoing(Optional<Act> last) {
        return new ConsoleState(place, board, drawn, active, last, freeSince, myDay, leftOver, interruptedSince, beat);
    }

    /** The same, free since another moment. */
    ConsoleState freeFrom(Instant since) {
        return new ConsoleState(place, board, drawn, active, undoable, since, myDay, leftOver, interruptedSince, beat);
    }

    /** The same with newer figures. */
    ConsoleState with(MyDay figures) {
        return new ConsoleState(
                place, board, drawn, active, undoable, freeSince, figures, leftOver, interruptedSince, beat);
    }

    /** The same with another number of tickets to settle. */
    ConsoleState leaving(int open) {
        return new ConsoleState(place, board, drawn, active, undoable, freeSince, myDay, open, interruptedSince, beat);
    }

    /** The same, from that moment on without a database. */
    ConsoleState interruptedFrom(Instant since) {
        return new ConsoleState(
                place, board, drawn, active, undoable, freeSince, myDay, leftOver, Optional.of(since), beat);
    }

    /** The same with the database there. */
    ConsoleState reachableAgain() {
        return new ConsoleState(
                place, board, drawn, active, undoable, freeSince, myDay, leftOver, Optional.empty(), beat);
    }

    /** The same, to be shown again. */
    ConsoleState shownAgain() {
        return new ConsoleState(
                place, board, drawn, active, undoable, freeSince, myDay, leftOver, interruptedSince, beat + 1);
    }

    /** Which ticket is at the counter and how often it changed; keys rest when this changes. */
    String activeVersion() {
        return active.map(Act::ticket)
                .map(ticket -> ticket.number() + " " + ticket.version())
                .orElse("");
    }

    private int calls() {
        return active.map(act -> act.ticket().calls()).orElse(0);
    }

    private Turns turns() {
        TurnsOf asked = new TurnsOf(services(), place.rules());
        return drawn.once(asked, () -> turnsAt(asked.services()));
    }

    private Turns turnsAt(Set<ServiceId> services) {
        List<TicketSnapshot> waiting = board.waiting(services);
        Map<TicketId, TicketSnapshot> byId =
                waiting.stream().collect(Collectors.toUnmodifiableMap(TicketSnapshot::id, Function.identity()));
        List<Candidate> candidates = waiting.stream()
                .map(ticket -> new Candidate(
                        ticket.id(),
                        ticket.service(),
                        ticket.priorityClass(),
                        ticket.waitsSince(),
                        place.service(ticket.service()).targetWait()))
                .toList();
        CallOrder order = new CallOrder(CallPolicy.of(place.rules()));
        return new Turns(
                order.sorted(candidates, board.asOf()).stream()
                        .map(candidate -> byId.get(candidate.ticket()))
                        .toList(),
                order.next(candidates, board.asOf()));
    }

    /** Whose turn it is at these services by these rules. */
    private record TurnsOf(Set<ServiceId> services, MallRules rules) {}

    /** Everybody who waits, in the order of their turn, and who is next and why. */
    private record Turns(List<TicketSnapshot> order, Optional<CallOrder.Choice> next) {}
}
