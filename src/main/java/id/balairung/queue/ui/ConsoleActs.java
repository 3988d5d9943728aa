package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Notifications;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.TicketSnapshot;
import java.util.Optional;

/** Joins the console's parts to what they do: an act at once, or a dialog that asks first. */
class ConsoleActs {

    private final LiveConsole console;
    private final ConsoleServices services;
    private final StepBand step;
    private final ActionBar actions;
    private final HeldStrip held;
    private final Hero hero;

    ConsoleActs(LiveConsole console, ConsoleServices services) {
        this.console = console;
        this.services = services;
        Signal<ConsoleState> state = console.state();
        this.step = new StepBand(
                state, new UndoControl(state, services.clock(), () -> done(console.undo()), console::undoElapsed));
        this.actions = new ActionBar(state, this::act);
        this.held = new HeldStrip(state, ticket -> done(console.resume(ticket)));
        this.hero = new Hero(state, new NoteButton(state, this::note), new CounterMenu(state, this::change));
    }

    /** What is there while no counter is open. */
    Component closedPart() {
        Div closed = new Div();
        closed.addClassName("bl-closed");
        Signal.effect(closed, () -> {
            boolean here = console.state().get().phase() == Phase.CLOSED;
            closed.setVisible(here);
            if (!here) {
                // With every counter of the agency it weighs as much as the console that is in use.
                closed.removeAll();
            } else if (closed.getComponentCount() == 0) {
                closed.add(new OpenCounterCard(console, this::focus));
            }
        });
        return closed;
    }

    /** The present number, and those who are held. */
    Component leftPart() {
        Div left = new Div(new NowCard(console.state(), hero, step, actions), held);
        left.addClassName("bl-left");
        return whileOpen(left);
    }

    /** The queue, and the officer's own day. */
    Component rightPart(ServiceFilter filter) {
        Div right = new Div(new QueueCard(console.state(), filter, this::actOn), new MyDayCard(console.state()));
        right.addClassName("bl-right");
        return whileOpen(right);
    }

    /** Lists what earlier days left open. */
    void settleLeftOver() {
        Dialog dialog = new Dialog(translated("queue.settle.title"));
        dialog.addClassName("bl-wide");
        dialog.add(new SettlementList(services.endOfDay(), services.catalogue(), services.visitors()));
        dialog.getFooter().add(new Button(translated("queue.dialog.close"), click -> dialog.close()));
        dialog.addOpenedChangeListener(opened -> {
            if (!opened.isOpened()) {
                console.countLeftOver();
            }
        });
        dialog.open();
    }

    private void act(ConsoleAction action) {
        Notifications.clear();
        switch (action) {
            case CALL_NEXT -> done(console.callNext());
            case RECALL -> done(console.recall());
            case SERVE -> done(console.serve());
            case COMPLETE -> done(console.complete(step.outcome()));
            case NO_SHOW -> present().ifPresent(this::confirmNoShow);
            case HOLD ->
                present()
                        .ifPresent(ticket -> new HoldDialog(
                                        console,
                                        services.clock(),
                                        ticket.number().toString(),
                                        this::focus)
                                .open());
            case TRANSFER ->
                present()
                        .ifPresent(ticket -> new TransferDialog(
                                        console, services.catalogue(), ticket, this::arrived, this::focus)
                                .open());
            case BREAK -> {
                if (console.now().phase() == Phase.PAUSED) {
                    done(console.endBreak());
                } else {
                    new BreakDialog(console, services.clock(), this::focus).open();
                }
            }
        }
    }

    private void note(TicketSnapshot ticket) {
        Notifications.clear();
        new NoteDialog(services.notes(), ticket.id(), ticket.number(), () -> {
                    Notifications.SUCCESS.show(translated("queue.note.saved"));
                    focus();
                })
                .open();
    }

    private void change(CounterMenu.Entry entry) {
        Notifications.clear();
        switch (entry) {
            case SERVICES ->
                console.now().shift().ifPresent(shift -> new ServicesDialog(console, shift, this::focus).open());
            case LATE_RETURN -> new LateReturnDialog(console).open();
            case CLOSE -> console.now().shift().ifPresent(this::confirmClose);
        }
    }

    private void actOn(QueueCard.RowAction action, TicketSnapshot ticket) {
        Notifications.clear();
        switch (action) {
            case CALL -> new ChooseTicketDialog(console, ticket, this::focus).open();
            case ABANDON ->
                confirm(
                        Notice.of("queue.abandon.title", ticket.number()),
                        Notice.of("queue.abandon.note"),
                        "queue.abandon.confirm",
                        () -> done(console.abandon(ticket.id())));
        }
    }

    private void confirmNoShow(TicketSnapshot ticket) {
        confirm(
                Notice.of("queue.no-show.title", ticket.number()),
                Notice.of(
                        "queue.no-show.note",
                        ticket.calls(),
                        console.now().place().rules().recallsBeforeNoShow() + 1,
                        console.now().place().rules().lateReturnTolerance().toMinutes()),
                "queue.action.no-show",
                () -> done(console.markNoShow()));
    }

    private void confirmClose(OpenShift shift) {
        confirm(
                Notice.of("queue.close.title", shift.counterNumber()),
                Notice.of(
                        "queue.close.note",
                        console.now().queue().size(),
                        console.now().held().size()),
                "queue.menu.close",
                () -> done(console.close()));
    }

    private void confirm(Notice title, Notice text, String confirmKey, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title.in(dialog));
        dialog.setText(text.in(dialog));
        dialog.setConfirmText(dialog.getTranslation(confirmKey));
        dialog.setCancelable(true);
        dialog.setCancelText(dialog.getTranslation("queue.dialog.close"));
        dialog.addConfirmListener(confirm -> confirmed.run());
        dialog.open();
    }

    private void arrived(TransferDialog.Arrival arrival) {
        new ArrivalDialog(arrival, this::focus).open();
    }

    private void done(Optional<Notice> refused) {
        refused.ifPresentOrElse(notice -> Notifications.ERROR.show(notice.in(hero)), Notifications::clear);
        focus();
    }

    private void focus() {
        if (console.now().primary().isPresent()) {
            actions.focusPrimary();
        } else if (console.now().mayResume()) {
            held.focusFirst();
        }
    }

    private Optional<TicketSnapshot> present() {
        return console.now().active().map(Act::ticket);
    }

    private Component whileOpen(Component part) {
        Signal.effect(part, () -> part.setVisible(console.state().get().phase() != Phase.CLOSED));
        return part;
    }

    private static String translated(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
