package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Shortcut;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The eight actions. They keep their places; one is filled, the impossible ones are disabled. */
class ActionBar extends Div {

    /** Those that ask something first; all others are sent by the click and can't be sent twice. */
    private static final Set<ConsoleAction> ASKING =
            Set.of(ConsoleAction.NO_SHOW, ConsoleAction.HOLD, ConsoleAction.TRANSFER, ConsoleAction.BREAK);

    private final Map<ConsoleAction, Button> buttons = new EnumMap<>(ConsoleAction.class);
    private final Signal<ConsoleState> state;

    ActionBar(Signal<ConsoleState> state, Consumer<ConsoleAction> wanted) {
        addClassName("bl-actions");
        this.state = state;
        for (ConsoleAction action : ConsoleAction.values()) {
            Button button = new Button(action.icon().create(), click -> wanted.accept(action));
            button.setDisableOnClick(!ASKING.contains(action));
            button.setClassName("second", action.second());
            new Shortcut(action.key()).on(button);
            buttons.put(action, button);
            add(button);
        }
        Signal.effect(this, () -> show(state.get()));
    }

    /** Moves the focus to the primary action. */
    void focusPrimary() {
        state.peek().primary().map(buttons::get).ifPresent(Button::focus);
    }

    private void show(ConsoleState now) {
        if (now.phase() == Phase.CLOSED) {
            // Not on screen; what is done to a button meanwhile would all be sent when it appears.
            return;
        }
        Optional<ConsoleAction> primary = now.primary();
        buttons.forEach((action, button) -> {
            boolean possible = now.possible(action);
            // A button that is disabled by the click is sent its state even where it stays the same.
            if (button.isEnabled() != possible) {
                button.setEnabled(possible);
            }
            button.setClassName("hide-phone", !now.phase().knows(action));
            button.getElement()
                    .getThemeList()
                    .set("primary", primary.filter(action::equals).isPresent());
            boolean back = action == ConsoleAction.BREAK && now.phase() == Phase.PAUSED;
            String text = getTranslation(back ? "queue.action.back" : action.text());
            // A text is sent even where it stays the same, and every screen is told of every act in its agency.
            if (!text.equals(button.getText())) {
                button.setText(text);
                button.setIcon((back ? Icons.RESUME : action.icon()).create());
            }
        });
    }
}
