package id.balairung.queue.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.Drawn;
import id.balairung.common.ServiceDay;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSummary;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.EventType;
import id.balairung.queue.HandOff;
import id.balairung.queue.MyDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNumber;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One screen's console: carries out what the officer does and keeps what the screen shows. An act's answer shows at once;
 * the feed's boards follow and always win. After a refusal it reads the truth again. Used under the session's lock.
 */
class LiveConsole {

    private final ConsoleServices services;
    private final ValueSignal<ConsoleState> state;
    private final List<Overlay> overlays = new ArrayList<>();
    private @Nullable Intent intent;

    LiveConsole(ConsoleServices services, QueueBoard board) {
        this.services = services;
        this.state = new ValueSignal<>(read(board));
    }

    /** What the screen shows. */
    Signal<ConsoleState> state() {
        return state.asReadonly();
    }

    /** What the screen shows at this moment, for a listener. */
    ConsoleState now() {
        return state.peek();
    }

    /** Takes what the feed tells. */
    void receive(QueueUpdate<QueueBoard> update) {
        switch (update) {
            case QueueUpdate.Current<QueueBoard>(QueueBoard board) -> {
                services.drawn().came(board);
                guarded(() -> follow(board));
            }
            case QueueUpdate.Interrupted<QueueBoard>(Instant since) -> show(now().interruptedFrom(since));
        }
    }

    /** Reads everything anew, as after a lost connection. */
    void readAgain(QueueBoard board) {
        guarded(() -> {
            overlays.clear();
            ConsoleState before = now();
            ConsoleState read = read(board);
            show(read.undoing(before.undoable().filter(act -> !builtOn(act, read.board()))));
        });
    }

    /** The counters to choose from. */
    List<CounterSummary> counters() {
        return services.counters().counters();
    }

    Optional<Notice> open(CounterId counter, Collection<ServiceId> chosen) {
        return changeShift(() -> services.counters().open(counter, chosen));
    }

    Optional<Notice> chooseServices(Collection<ServiceId> chosen) {
        return changeShift(() -> services.counters().chooseServices(chosen));
    }

    Optional<Notice> takeBreak(BreakReason reason, Instant plannedEnd) {
        return changeShift(() -> services.counters().takeBreak(reason, plannedEnd));
    }

    Optional<Notice> endBreak() {
        return changeShift(services.counters()::endBreak);
    }

    Optional<Notice> close() {
        Optional<CounterId> counter = now().shift().map(OpenShift::counter);
        return attempt(() -> {
            services.counters().close();
            counter.ifPresent(closed -> overlay(board -> board.afterClosing(closed)));
            show(now());
        });
    }

    Optional<Notice> callNext() {
        CommandId command = command(EventType.CALLED, Optional.empty());
        List<CallResult> answer = new ArrayList<>(1);
        Optional<Notice> refused = attempt(() -> answer.add(services.tickets().callNext(command)));
        if (refused.isPresent()) {
            return refused;
        }
        return switch (answer.getFirst()) {
            case CallResult.Called(Act act) -> {
                answered(act);
                yield Optional.empty();
            }
            case CallResult.NobodyWaiting nobody -> {
                seeTheTruth();
                yield Optional.of(Notice.NOBODY_WAITS);
            }
        };
    }

    Optional<Notice> callChosen(TicketId ticket, String reason) {
        return act(EventType.CALLED, ticket, command -> services.tickets().callChosen(command, ticket, reason));
    }

    Optional<Notice> recall() {
        return onActive(
                EventType.RECALLED, (command, ticket) -> services.tickets().recall(command, ticket));
    }

    Optional<Notice> serve() {
        return onActive(
                EventType.SERVED, (command, ticket) -> services.tickets().serve(command, ticket));
    }

    Optional<Notice> complete(Outcome outcome) {
        return onActive(
                EventType.COMPLETED, (command, ticket) -> services.tickets().complete(command, ticket, outcome));
    }

    Optional<Notice> markNoShow() {
        return onActive(
                EventType.NO_SHOW, (command, ticket) -> services.tickets().markNoShow(command, ticket));
    }

    Optional<Notice> hold(String reason, Instant until) {
        return onActive(EventType.HELD, (command, ticket) -> services.tickets().hold(command, ticket, reason, until));
    }

    Optional<Notice> resume(TicketId ticket) {
        return act(EventType.RESUMED, ticket, command -> services.tickets().resume(command, ticket));
    }

    Optional<Notice> returnLate(TicketId ticket) {
        return act(EventType.RETURNED, ticket, command -> services.tickets().returnLate(command, ticket));
    }

    Optional<Notice> transfer(ServiceId target, String reason) {
        return onActive(
                EventType.TRANSFERRED,
                (command, ticket) -> services.tickets().transfer(command, ticket, target, reason));
    }

    /**
     * Hands the present ticket off.
     *
     * @param arrived is told the number at the other agency
     */
    Optional<Notice> handOff(ServiceId target, String reason, Consumer<Optional<TicketNumber>> arrived) {
        List<Optional<TicketNumber>> number = new ArrayList<>(1);
        Optional<Notice> refused = onActive(EventType.HANDED_OFF, (command, ticket) -> {
            HandOff handOff = services.tickets().handOff(command, ticket, target, reason);
            number.add(handOff.newNumber());
            return handOff.act();
        });
        if (refused.isEmpty()) {
            arrived.accept(number.getFirst());
        }
        return refused;
    }

    Optional<Notice> abandon(TicketId ticket) {
        return act(EventType.ABANDONED, ticket, command -> services.tickets().abandon(command, ticket));
    }

    Optional<Notice> undo() {
        return now().undoable()
                .map(last -> last.ticket().id())
                .flatMap(ticket -> act(
                        EventType.UNDONE, ticket, command -> services.tickets().undo(command, ticket)));
    }

    /** The last act's time to be taken back is over. */
    void undoElapsed() {
        show(now().undoing(Optional.empty()));
    }

    /** Counts again what is left over of earlier days. */
    void countLeftOver() {
        guarded(() -> show(now().leaving(leftOver())));
    }

    private int leftOver() {
        ServiceDay today = services.mall().today();
        return Math.toIntExact(services.endOfDay().leftOver().stream()
                .filter(ticket -> !ticket.serviceDay().equals(today))
                .count());
    }

    private Optional<Notice> onActive(EventType type, TicketAct act) {
        Optional<TicketId> ticket = now().active().map(Act::ticket).map(TicketSnapshot::id);
        if (ticket.isEmpty()) {
            seeTheTruth();
            return Optional.of(Notice.of(new BusinessRuleViolation("queue.refused.nobody-here")));
        }
        return act(type, ticket.get(), command -> act.on(command, ticket.get()));
    }

    private Optional<Notice> act(EventType type, TicketId ticket, Function<CommandId, Act> act) {
        CommandId command = command(type, Optional.of(ticket));
        return attempt(() -> answered(act.apply(command)));
    }

    private Optional<Notice> changeShift(Supplier<OpenShift> change) {
        return attempt(() -> {
            OpenShift changed = change.get();
            overlay(board -> board.after(changed));
            show(now());
        });
    }

    private Optional<Notice> attempt(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (BusinessRuleViolation refused) {
            seeTheTruth();
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            // Whether it was done is unknown; the same command id is kept, so that trying again does it once.
            show(now());
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    private CommandId command(EventType type, Optional<TicketId> ticket) {
        Intent wanted = intent;
        if (wanted == null || !wanted.is(type, ticket)) {
            wanted = new Intent(type, ticket, CommandId.next());
            intent = wanted;
        }
        return wanted.command();
    }

    private void answered(Act act) {
        intent = null;
        overlay(board -> board.after(act.ticket()));
        ConsoleState before = now();
        boolean mine = before.shift()
                .filter(shift -> act.ticket().activeAt(shift.counter()))
                .isPresent();
        boolean left = before.active()
                .filter(active -> active.ticket().id().equals(act.ticket().id()))
                .isPresent();
        Optional<Act> active = mine ? Optional.of(act) : left ? Optional.empty() : before.active();
        ConsoleState after = before.serving(active)
                .undoing(Optional.of(act).filter(done -> done.undoableUntil().isPresent()))
                .reachableAgain();
        show(endsTurn(act.type()) ? after.with(services.figures().today()) : after);
    }

    private static boolean endsTurn(EventType type) {
        return switch (type) {
            case COMPLETED, NO_SHOW, RETURNED, UNDONE, HANDED_OFF -> true;
            default -> false;
        };
    }

    private void follow(QueueBoard board) {
        overlays.removeIf(overlay -> !overlay.missingIn(board));
        ConsoleState before = now();
        QueueBoard truth = overlaid(board);
        ConsoleState after = before.on(truth, services.drawn().of(truth))
                .undoing(before.undoable().filter(act -> !builtOn(act, truth)))
                .reachableAgain();
        Optional<TicketSnapshot> there = after.shift().flatMap(shift -> truth.activeAt(shift.counter()));
        if (!there.equals(before.active().map(Act::ticket))) {
            // Another tab of the same officer acted, or the ticket is of an earlier day and not on the board.
            intent = null;
            after = after.serving(services.tickets().atMyCounter())
                    .with(services.figures().today());
        }
        show(after);
    }

    private void seeTheTruth() {
        try {
            Optional<OpenShift> shift = services.counters().current();
            Optional<CounterId> closed =
                    shift.isPresent() ? Optional.empty() : now().shift().map(OpenShift::counter);
            shift.ifPresent(open -> overlay(board -> board.after(open)));
            closed.ifPresent(counter -> overlay(board -> board.afterClosing(counter)));
            Optional<Act> active = services.tickets().atMyCounter();
            active.ifPresent(act -> overlay(board -> board.after(act.ticket())));
            show(now().serving(active).reachableAgain());
        } catch (DataAccessException | TransactionException gone) {
            show(now());
        }
    }

    private void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (DataAccessException | TransactionException gone) {
            show(now().interruptedFrom(now().board().asOf()));
        }
    }

    private void overlay(UnaryOperator<QueueBoard> change) {
        overlays.add(new Overlay(services.clock().instant(), change));
    }

    private QueueBoard overlaid(QueueBoard board) {
        QueueBoard result = board;
        for (Overlay overlay : overlays) {
            result = overlay.change().apply(result);
        }
        return result;
    }

    private void show(ConsoleState next) {
        ConsoleState before = now();
        QueueBoard shown = overlaid(next.board());
        ConsoleState after = (shown == next.board() ? next : next.on(shown, new Drawn())).shownAgain();
        boolean freed = after.phase() == Phase.READY && before.phase() != Phase.READY;
        state.set(freed ? after.freeFrom(services.clock().instant()) : after);
    }

    private static boolean builtOn(Act act, QueueBoard board) {
        return board.tickets().stream()
                .anyMatch(ticket -> ticket.id().equals(act.ticket().id())
                        && ticket.version() > act.ticket().version());
    }

    private ConsoleState read(QueueBoard board) {
        StaffPrincipal officer = services.currentStaff().require();
        AgencyId agency = services.currentStaff().requireAgency();
        Workplace place = new Workplace(
                officer.id(),
                officer.mayChooseTicket(),
                services.catalogue().agency(agency).name(),
                services.catalogue().servicesOf(agency).stream()
                        .collect(Collectors.toUnmodifiableMap(ServiceSummary::id, service -> service)),
                services.catalogue().hours(agency, services.mall().today()),
                services.mall().rules());
        Optional<OpenShift> shift = services.counters().current();
        MyDay figures = services.figures().today();
        Instant freeSince = Stream.concat(
                        shift.map(OpenShift::openedAt).stream(),
                        figures.last().flatMap(TicketSnapshot::finishedAt).stream())
                .max(Comparator.naturalOrder())
                .orElse(board.asOf());
        QueueBoard seen = shift.filter(open -> !board.shifts().contains(open))
                .map(board::after)
                .orElse(board);
        return new ConsoleState(
                place,
                seen,
                services.drawn().of(seen),
                services.tickets().atMyCounter(),
                Optional.empty(),
                freeSince,
                figures,
                leftOver(),
                Optional.empty(),
                0);
    }

    /** What an officer does to the ticket at the counter. */
    private interface TicketAct {
        Act on(CommandId command, TicketId ticket);
    }
}
