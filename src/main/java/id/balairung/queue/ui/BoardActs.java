package id.balairung.queue.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.alert.AlertId;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.counter.CounterId;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Joins what is asked for on a live board to what it does: an act at once, or a dialog that is made then. */
class BoardActs {

    private final LiveBoard live;
    private final BoardServices services;
    private @Nullable Dialog asking;
    private @Nullable Dialog shown;

    BoardActs(LiveBoard live, BoardServices services) {
        this.live = live;
        this.services = services;
    }

    /** What is asked for at a counter's tile. */
    void onCounter(String act, UUID row) {
        CounterId counter = new CounterId(row);
        live.now().board().shiftAt(counter).ifPresent(shift -> {
            Notifications.clear();
            if (act.equals(CounterTiles.ASK_BACK)) {
                askBack(shift);
            } else {
                ask(new CounterDialog(live.now(), shift, () -> askBack(shift), () -> close(shift)));
            }
        });
    }

    /** What is asked for at a waiting ticket. */
    void onTicket(String act, UUID row) {
        live.now().waitingTicket(new TicketId(row)).ifPresent(ticket -> {
            Notifications.clear();
            ask(act.equals(TicketList.ABANDON) ? abandon(ticket) : reassign(ticket));
        });
    }

    /** What is asked for at an alert. */
    void onAlert(String act, UUID row) {
        live.acknowledge(new AlertId(row)).ifPresent(BoardActs::refuse);
    }

    /** Shows who waits at a service, and what can be done to it; once, however fast it was clicked. */
    void openService(UUID row) {
        ServiceId service = new ServiceId(row);
        if ((shown == null || !shown.isOpened())
                && live.now().board().service(service).isPresent()) {
            shown = new ServiceDialog(live, service, this);
            shown.open();
        }
    }

    /** Asks why and until when a service takes no new numbers. */
    void pause(ServiceSummary service) {
        ask(new PauseDialog(live, services, service, () -> done("queue.board.paused-done", service.prefix())));
    }

    /** Lets a service take new numbers again. */
    void reopen(ServiceSummary service) {
        live.reopen(service.id())
                .ifPresentOrElse(BoardActs::refuse, () -> done("queue.board.reopened", service.prefix()));
    }

    private Dialog reassign(TicketSnapshot ticket) {
        return new ReassignDialog(live, services, ticket, act -> undoable(act, "queue.board.reassigned", target(act)));
    }

    private Dialog abandon(TicketSnapshot ticket) {
        return new ConfirmAct(
                Notice.of("queue.abandon.title", ticket.number()),
                Notice.of("queue.abandon.note"),
                "queue.abandon.confirm",
                () -> live.abandon(ticket.id(), act -> undoable(act, "queue.board.abandoned", "")));
    }

    private void askBack(OpenShift shift) {
        live.askBack(shift.counter())
                .ifPresentOrElse(
                        BoardActs::refuse,
                        () -> done("queue.board.ask-back-done", shift.officerName(), shift.counterNumber()));
    }

    private void close(OpenShift shift) {
        ask(new CloseCounterDialog(live, shift, () -> done("queue.board.closed", shift.counterNumber())));
    }

    private String target(Act act) {
        return live.now()
                .board()
                .service(act.ticket().service())
                .map(service -> service.name(UI.getCurrent().getLocale()))
                .orElse("");
    }

    /** A click that was faster than the dialog asks nothing twice. */
    private void ask(Dialog dialog) {
        if (asking == null || !asking.isOpened()) {
            asking = dialog;
            dialog.open();
        }
    }

    private void undoable(Act act, String key, String target) {
        String sentence = UI.getCurrent().getTranslation(key, act.ticket().number(), target);
        Duration left = act.undoableUntil()
                .map(until -> Duration.between(services.clock().instant(), until))
                .orElse(Duration.ZERO);
        if (left.isPositive()) {
            Button undo =
                    new Button(UI.getCurrent().getTranslation("queue.undo"), Icons.UNDO.create(), click -> undo(act));
            undo.addThemeVariants(ButtonVariant.SMALL);
            undo.setDisableOnClick(true);
            Notifications.SUCCESS.show(sentence, undo, left);
        } else {
            Notifications.SUCCESS.show(sentence);
        }
    }

    private void undo(Act act) {
        live.undo(act)
                .ifPresentOrElse(
                        BoardActs::refuse,
                        () -> done("queue.board.undone", act.ticket().number()));
    }

    private static void done(String key, Object... arguments) {
        Notifications.SUCCESS.show(UI.getCurrent().getTranslation(key, arguments));
    }

    private static void refuse(Notice notice) {
        Notifications.ERROR.show(
                UI.getCurrent().getTranslation(notice.key(), notice.arguments().toArray()));
    }
}
