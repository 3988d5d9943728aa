package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Shortcut;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.Outcome;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the present step asks for: who comes, what came of the service, or that there is nothing to call. */
class StepBand extends Div {

    private final Div words = new Div();
    private RadioButtonGroup<Outcome> outcomes = new RadioButtonGroup<>();
    private Optional<TicketId> asked = Optional.empty();
    private @Nullable Step shown;

    StepBand(Signal<ConsoleState> state, UndoControl undo) {
        addClassName("bl-step");
        words.addClassName("words");
        add(words, undo);
        Signal.effect(this, () -> show(Step.of(state.get())));
    }

    /** The outcome that is chosen. */
    Outcome outcome() {
        return Optional.ofNullable(outcomes.getValue()).orElse(Outcome.FULFILLED);
    }

    private void show(Step step) {
        if (step.equals(shown)) {
            return;
        }
        shown = step;
        words.removeAll();
        switch (step.phase()) {
            case SERVING -> askOutcome(step.ticket());
            case CALLED ->
                say(
                        getTranslation("queue.step.called", step.counter()),
                        step.calls() >= step.callsAsked()
                                ? getTranslation("queue.step.no-show-possible", step.calls(), step.callsAsked())
                                : getTranslation("queue.step.no-show-later", step.calls(), step.callsAsked()));
            case PAUSED -> {
                say(getTranslation("queue.step.paused"), getTranslation("queue.step.paused-next", step.waiting()));
                hint("queue.step.paused-key");
            }
            case READY -> {
                if (!step.next().isEmpty()) {
                    words.add(label(getTranslation("queue.step.ready", step.next())));
                    hint("queue.step.ready-next");
                } else {
                    say(
                            getTranslation("queue.step.nobody"),
                            step.held() == 0
                                    ? getTranslation("queue.step.nobody-held")
                                    : getTranslation("queue.step.held", step.held()));
                }
            }
            case CLOSED -> {
                // There is no console without a counter.
            }
        }
    }

    private void say(String label, String detail) {
        Span second = new Span(detail);
        second.addClassNames("bl-s", "bl-sec");
        words.add(label(label), second);
    }

    /** Which key to press; a style sheet hides it where there is no keyboard. */
    private void hint(String key) {
        Span hint = new Span(getTranslation(key));
        hint.addClassNames("bl-s", "bl-sec", "bl-key-hint");
        words.add(hint);
    }

    /** Asked again about the same ticket, as after an undo, it begins with what was chosen before. */
    private void askOutcome(Optional<TicketId> ticket) {
        Outcome before = ticket.equals(asked) ? outcome() : Outcome.FULFILLED;
        asked = ticket;
        String question = getTranslation("queue.step.outcome");
        outcomes = new RadioButtonGroup<>();
        outcomes.addClassName("bl-tiles");
        outcomes.setAriaLabel(question);
        outcomes.setRenderer(new ComponentRenderer<>(this::tile));
        outcomes.setItems(Outcome.values());
        outcomes.setValue(before);
        AtomicInteger key = new AtomicInteger();
        outcomes.getChildren()
                .filter(child -> child.getElement().getTag().equals("vaadin-radio-button"))
                .forEach(tile -> new Shortcut(String.valueOf(key.incrementAndGet())).bind(tile));
        words.add(label(question), outcomes);
    }

    private Component tile(Outcome outcome) {
        Div tile = new Div(
                new Span(getTranslation("queue.outcome."
                        + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                new Shortcut(String.valueOf(outcome.ordinal() + 1)).hint());
        tile.addClassName("tile");
        return tile;
    }

    private static Span label(String text) {
        Span label = new Span(text);
        label.addClassName("label");
        return label;
    }

    /** What the band shows; the same value is drawn once, so that a chosen outcome stays chosen. */
    private record Step(
            Phase phase,
            Optional<TicketId> ticket,
            int calls,
            int callsAsked,
            int counter,
            int waiting,
            String next,
            int held) {

        static Step of(ConsoleState state) {
            boolean ready = state.phase() == Phase.READY || state.phase() == Phase.PAUSED;
            Optional<TicketSnapshot> active = state.active().map(Act::ticket);
            return new Step(
                    state.phase(),
                    active.map(TicketSnapshot::id),
                    active.map(TicketSnapshot::calls).orElse(0),
                    state.place().rules().recallsBeforeNoShow() + 1,
                    state.shift().map(OpenShift::counterNumber).orElse(0),
                    state.phase() == Phase.PAUSED ? state.queue().size() : 0,
                    ready
                            ? state.next()
                                    .flatMap(choice ->
                                            state.ticket(choice.candidate().ticket()))
                                    .map(ticket -> ticket.number().toString())
                                    .orElse("")
                            : "",
                    ready ? state.held().size() : 0);
        }
    }
}
