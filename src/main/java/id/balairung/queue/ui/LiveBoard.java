package id.balairung.queue.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceId;
import id.balairung.alert.AlertId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.Drawn;
import id.balairung.counter.CounterId;
import id.balairung.queue.Act;
import id.balairung.queue.CommandId;
import id.balairung.queue.EventType;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.StaffPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One screen's live board: carries out what the agency's admin does and keeps what the screen shows. An act on a ticket
 * shows at once; the feed's boards follow and always win. Used under the session's lock.
 */
class LiveBoard {

    private final BoardServices services;
    private final ValueSignal<BoardState> state;
    private final List<Overlay> overlays = new ArrayList<>();
    private @Nullable Intent intent;

    LiveBoard(BoardServices services, AgencySummary agency, QueueBoard board) {
        this.services = services;
        StaffPrincipal person = services.currentStaff().require();
        this.state = new ValueSignal<>(new BoardState(
                Reader.of(person.role()),
                person.id(),
                agency,
                services.mall().rules(),
                board,
                services.drawn().of(board),
                Optional.empty(),
                0));
    }

    /** What the screen shows. */
    Signal<BoardState> state() {
        return state.asReadonly();
    }

    /** What the screen shows at this moment, for a listener. */
    BoardState now() {
        return state.peek();
    }

    /** Takes what the feed tells. What was on its way when the screen turned to another agency is not for it. */
    void receive(QueueUpdate<QueueBoard> update) {
        switch (update) {
            case QueueUpdate.Current<QueueBoard>(QueueBoard board) -> {
                services.drawn().came(board);
                if (board.agency().equals(now().agency().id())) {
                    follow(board);
                }
            }
            case QueueUpdate.Interrupted<QueueBoard>(Instant since) -> show(now().interruptedFrom(since));
        }
    }

    /** Takes a board that was read after a lost connection. */
    void readAgain(QueueBoard board) {
        overlays.clear();
        follow(board);
    }

    /**
     * Moves a waiting ticket to another service.
     *
     * @param done is told what was done
     */
    Optional<Notice> reassign(TicketId ticket, ServiceId target, String reason, Consumer<Act> done) {
        return act(
                EventType.TRANSFERRED,
                ticket,
                command -> services.supervision().reassign(command, ticket, target, reason),
                done);
    }

    /**
     * Marks a waiting ticket as abandoned.
     *
     * @param done is told what was done
     */
    Optional<Notice> abandon(TicketId ticket, Consumer<Act> done) {
        return act(EventType.ABANDONED, ticket, command -> services.tickets().abandon(command, ticket), done);
    }

    /** Takes an act back. */
    Optional<Notice> undo(Act last) {
        TicketId ticket = last.ticket().id();
        return act(EventType.UNDONE, ticket, command -> services.tickets().undo(command, ticket), undone -> {});
    }

    /** Takes no new numbers for a service. */
    Optional<Notice> pause(ServiceId service, String reason, Optional<Instant> until) {
        return attempt(() -> services.agencies().pause(service, reason, until));
    }

    /** Takes new numbers again. */
    Optional<Notice> reopen(ServiceId service) {
        return attempt(() -> services.agencies().reopen(service));
    }

    /** Asks the officer at a counter back from the break. */
    Optional<Notice> askBack(CounterId counter) {
        return attempt(() -> services.counters().askBack(counter));
    }

    /** Closes a counter that was left open. */
    Optional<Notice> close(CounterId counter) {
        return attempt(() -> {
            services.counters().close(counter);
            overlay(board -> board.afterClosing(counter));
        });
    }

    /**
     * Settles the ticket that was left active at a counter, and closes the counter.
     *
     * @param command the admin's intent; the same while it is tried again
     * @param outcome what came of it; empty when the person left
     */
    Optional<Notice> settleAndClose(
            CommandId command, TicketSnapshot ticket, Optional<Outcome> outcome, CounterId counter) {
        Optional<Notice> refused = attempt(() -> {
            Act settled = outcome.map(
                            came -> services.endOfDay().complete(command, ticket.id(), ticket.version(), came))
                    .orElseGet(() -> services.endOfDay().abandon(command, ticket.id(), ticket.version()));
            overlay(board -> board.after(settled.ticket()));
        });
        return refused.isPresent() ? refused : close(counter);
    }

    /** Takes note of an alert. */
    Optional<Notice> acknowledge(AlertId alert) {
        return attempt(() -> services.alerts().acknowledge(alert));
    }

    private Optional<Notice> act(
            EventType type, TicketId ticket, Function<CommandId, Act> act, Consumer<Act> afterwards) {
        CommandId command = command(type, ticket);
        return attempt(() -> {
            Act done = act.apply(command);
            intent = null;
            overlay(board -> board.after(done.ticket()));
            afterwards.accept(done);
        });
    }

    private Optional<Notice> attempt(Runnable act) {
        try {
            act.run();
            show(now());
            return Optional.empty();
        } catch (BusinessRuleViolation refused) {
            intent = null;
            show(now());
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            // Whether it was done is unknown; the same command id is kept, so that trying again does it once.
            show(now());
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    private CommandId command(EventType type, TicketId ticket) {
        Intent wanted = intent;
        if (wanted == null || !wanted.is(type, Optional.of(ticket))) {
            wanted = new Intent(type, Optional.of(ticket), CommandId.next());
            intent = wanted;
        }
        return wanted.command();
    }

    private void follow(QueueBoard board) {
        overlays.removeIf(overlay -> !overlay.missingIn(board));
        show(now().on(board, services.drawn().of(board)));
    }

    private void overlay(UnaryOperator<QueueBoard> change) {
        overlays.add(new Overlay(services.clock().instant(), change));
    }

    private void show(BoardState next) {
        QueueBoard shown = next.board();
        for (Overlay overlay : overlays) {
            shown = overlay.change().apply(shown);
        }
        BoardState over = next.reachable() && shown != next.board() ? next.on(shown, new Drawn()) : next;
        state.set(over.shownAgain());
    }
}
