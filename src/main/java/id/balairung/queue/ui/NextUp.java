package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.queue.CallOrder;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, and why. */
class NextUp extends Div {

    private final LiveText number = new LiveText();
    private final Span group = new Span();
    private final LiveText reason = new LiveText();
    private @Nullable PriorityClass shown;

    NextUp(Signal<ConsoleState> state) {
        addClassName("bl-next");
        Span caption = new Span(getTranslation("queue.next.title"));
        caption.addClassNames("bl-s", "bl-sec");
        number.addClassName("n");
        Div row = new Div(caption, number, group);
        row.addClassName("bl-row");
        Paragraph why = new Paragraph(new Bold(getTranslation("queue.why.question")), reason);
        why.addClassName("why");
        add(row, why);
        Signal.effect(this, () -> show(state.get()));
    }

    private void show(ConsoleState state) {
        Optional<CallOrder.Choice> next = state.next();
        Optional<TicketSnapshot> ticket =
                next.flatMap(choice -> state.ticket(choice.candidate().ticket()));
        setVisible(ticket.isPresent());
        ticket.ifPresent(first -> {
            number.setText(first.number().toString());
            if (first.priorityClass() != shown) {
                shown = first.priorityClass();
                group.removeAll();
                group.add(PriorityLook.of(first.priorityClass()).create(this));
            }
        });
        next.ifPresent(choice -> reason.setText(" " + new WhySentence(choice, state).in(this)));
    }
}
