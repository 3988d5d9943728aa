package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Shortcut;
import id.balairung.queue.Act;
import id.balairung.queue.TicketSnapshot;
import java.util.Optional;
import java.util.function.Consumer;

/** Catatan: notes something of the present number or, at a free counter, of the one that ended last. */
class NoteButton extends Button {

    private boolean possible = true;

    NoteButton(Signal<ConsoleState> state, Consumer<TicketSnapshot> wanted) {
        super(Icons.NOTE.create());
        setText(getTranslation("queue.note"));
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("bl-note");
        addClickListener(click -> noted(state.peek()).ifPresent(wanted));
        new Shortcut("C").on(this);
        Signal.effect(this, () -> show(state.get()));
    }

    private void show(ConsoleState now) {
        boolean some = now.reachable() && noted(now).isPresent();
        // Disabled where it stays disabled, a button would be sent its state with every change.
        if (some != possible) {
            possible = some;
            setEnabled(some);
        }
    }

    private static Optional<TicketSnapshot> noted(ConsoleState now) {
        return now.active().map(Act::ticket).or(now.myDay()::last);
    }
}
