package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Icons;
import id.balairung.counter.Break;
import id.balairung.counter.OpenShift;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calm lines over the console: the database is away, the agency's admin asks back from the break, or tickets of closed days
 * wait to be settled.
 */
class NoticeBar extends Div {

    private final LiveText interruption = new LiveText();
    private final Div interrupted;
    private final LiveText left = new LiveText();
    private final Div leftOver;
    private final LiveText wish = new LiveText();
    private final Div askedBack;

    NoticeBar(Signal<ConsoleState> state, Runnable settle) {
        addClassName("bl-notices");
        interrupted = new Div(Icons.INTERRUPTED.create(), interruption);
        interrupted.addClassName("bl-banner");
        interrupted.getElement().setAttribute("role", "status");
        Button open = new Button(getTranslation("queue.settle.open"), click -> settle.run());
        open.addThemeVariants(ButtonVariant.SMALL);
        open.addClassName("bl-push");
        leftOver = new Div(Icons.TASK.create(), left, open);
        leftOver.addClassName("bl-banner");
        leftOver.addClassName("quiet");
        askedBack = new Div(Icons.BREAK.create(), wish);
        askedBack.addClassName("bl-banner");
        askedBack.getElement().setAttribute("role", "status");
        add(interrupted, askedBack, leftOver);
        Signal.effect(this, () -> show(state.get()));
    }

    private void show(ConsoleState state) {
        interrupted.setVisible(!state.reachable());
        state.interruptedSince()
                .ifPresent(since -> interruption.setText(
                        getTranslation("queue.interrupted", state.place().clock(since))));
        Optional<String> asked = state.shift()
                .flatMap(OpenShift::running)
                .flatMap(Break::askedBack)
                .map(state.place()::clock);
        asked.ifPresent(at -> wish.setText(getTranslation("queue.asked-back", at)));
        askedBack.setVisible(asked.isPresent());
        boolean some = state.leftOver() > 0 || state.openAfterClosing() > 0;
        leftOver.setVisible(some);
        left.setText(Stream.of(
                        words("queue.settle.left-over", state.leftOver()),
                        words("queue.settle.left-today", state.openAfterClosing()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
        setVisible(some || asked.isPresent() || !state.reachable());
    }

    private Optional<String> words(String key, int count) {
        return count > 0 ? Optional.of(getTranslation(key, count)) : Optional.empty();
    }
}
