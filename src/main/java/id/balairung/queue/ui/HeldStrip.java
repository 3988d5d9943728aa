package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Icons;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The held tickets of the counter's services, with why and until when, to go on with. */
class HeldStrip extends Section {

    private static final Duration NEAR = Duration.ofMinutes(5);

    private final Span count = new Span();
    private final Div cells = new Div();
    private final List<Button> buttons = new ArrayList<>();
    private final Consumer<TicketId> resume;
    private @Nullable List<Held> shown;

    HeldStrip(Signal<ConsoleState> state, Consumer<TicketId> resume) {
        this.resume = resume;
        addClassNames("bl-card", "bl-held");
        setAriaLabel(getTranslation("queue.held.title"));
        Div title = new Div(new H2(getTranslation("queue.held.title")), count);
        title.addClassName("title");
        count.addClassNames("bl-quiet", "bl-xs");
        cells.addClassName("cells");
        add(title, cells);
        Signal.effect(this, () -> show(state.get()));
    }

    /** Moves the focus to the first ticket to go on with. */
    void focusFirst() {
        buttons.stream().findFirst().ifPresent(Button::focus);
    }

    private void show(ConsoleState state) {
        List<Held> held =
                state.held().stream().map(ticket -> Held.of(ticket, state)).toList();
        if (!held.equals(shown)) {
            shown = held;
            cells.removeAll();
            buttons.clear();
            held.forEach(ticket -> cells.add(cell(ticket)));
            count.setText(
                    held.isEmpty()
                            ? getTranslation("queue.held.none")
                            : getTranslation("queue.held.count", held.size()));
        }
        boolean first = state.primary().isEmpty();
        for (Button button : buttons) {
            if (button.isEnabled() != state.mayResume()) {
                button.setEnabled(state.mayResume());
            }
            button.getElement().getThemeList().set("primary", first && state.mayResume());
            first = false;
        }
    }

    private Component cell(Held held) {
        Span until = new Span(held.icon().create(), new Span(getTranslation(held.untilKey(), held.until())));
        until.addClassNames("bl-xs", "bl-row", held.style());
        Bold number = new Bold(held.number());
        number.addClassName("bl-num");
        Div first = new Div(number, until);
        first.addClassName("bl-row");
        Div why = new Div(held.reason());
        why.addClassNames("bl-xs", "bl-sec", "why");
        why.setTitle(held.reason());
        Button button = new Button(getTranslation("queue.held.resume"), click -> resume.accept(held.id()));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("queue.held.resume-number", held.number()));
        button.setDisableOnClick(true);
        buttons.add(button);
        Div cell = new Div(new Div(first, why), button);
        cell.addClassName("cell");
        return cell;
    }

    /** A held ticket as shown. */
    private record Held(
            TicketId id, String number, String until, String reason, Icons icon, String style, String untilKey) {

        static Held of(TicketSnapshot ticket, ConsoleState state) {
            Instant until = ticket.holdUntil().orElse(state.board().asOf());
            boolean over = !until.isAfter(state.board().asOf());
            boolean near = !until.isAfter(state.board().asOf().plus(NEAR));
            return new Held(
                    ticket.id(),
                    ticket.number().toString(),
                    state.place().clock(until),
                    ticket.holdReason().orElse(""),
                    over ? Icons.ALERT : near ? Icons.NEAR : Icons.CLOCK,
                    over ? "bl-over" : near ? "bl-near" : "bl-quiet",
                    over ? "queue.held.over" : "queue.held.until");
        }
    }
}
