package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Countdown;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Shortcut;
import id.balairung.queue.Act;
import id.balairung.queue.EventType;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the last act back while that is possible, and shows which act and for how many seconds. On a break the counter
 * takes nobody, so an act that would bring somebody back to it can't be undone then.
 */
class UndoControl extends Div {

    private final Runnable elapsed;
    private final Clock clock;
    private final Button button;
    private final Span what = new Span();
    private final Div seconds = new Div();
    private @Nullable Instant shown;

    UndoControl(Signal<ConsoleState> state, Clock clock, Runnable undo, Runnable elapsed) {
        addClassName("bl-undo");
        this.clock = clock;
        this.elapsed = elapsed;
        this.button = new Button(getTranslation("queue.undo"), Icons.UNDO.create(), click -> undo.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setDisableOnClick(true);
        what.addClassName("what");
        button.getElement().appendChild(what.getElement());
        new Shortcut("Z").on(button);
        seconds.addClassName("seconds");
        add(seconds, button);
        Signal.effect(this, () -> show(state.get()));
    }

    private void show(ConsoleState state) {
        Instant now = clock.instant();
        Optional<Act> last =
                state.undoable().filter(act -> state.phase() != Phase.PAUSED || !bringsSomebodyBack(act.type()));
        Optional<Instant> until = last.flatMap(Act::undoableUntil).filter(now::isBefore);
        setVisible(until.isPresent());
        if (until.isEmpty()) {
            // Not on screen; what is done to a button meanwhile would all be kept until it appears.
            shown = null;
            return;
        }
        last.ifPresent(act -> what.setText(" "
                + getTranslation(
                        "queue.undo."
                                + act.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        act.ticket().number())));
        button.setEnabled(state.reachable());
        if (!until.get().equals(shown)) {
            seconds.removeAll();
            Countdown countdown = new Countdown(until.get(), now);
            countdown.addElapsedListener(event -> elapsed.run());
            seconds.add(countdown);
        }
        shown = until.get();
    }

    private static boolean bringsSomebodyBack(EventType type) {
        return switch (type) {
            case SERVED, COMPLETED, NO_SHOW, HELD, TRANSFERRED -> true;
            default -> false;
        };
    }
}
