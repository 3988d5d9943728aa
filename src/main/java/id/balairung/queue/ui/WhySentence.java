package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import id.balairung.queue.CallOrder;
import id.balairung.queue.CallReason;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.util.Optional;

/**
 * "Mengapa nomor ini?" in words.
 *
 * @param choice whose turn it is
 * @param state the console, for the number that was overtaken
 */
record WhySentence(CallOrder.Choice choice, ConsoleState state) {

    String in(Component component) {
        String group = component.getTranslation(
                PriorityLook.of(choice.candidate().priorityClass()).key());
        return switch (choice.reason()) {
            case CallReason.MaximumWait(Duration waited, Duration limit) ->
                choice.candidate().priorityClass().vulnerable()
                        ? component.getTranslation(
                                "queue.why.maximum-priority", group, waited.toMinutes(), limit.toMinutes())
                        : component.getTranslation("queue.why.maximum", waited.toMinutes(), limit.toMinutes());
            case CallReason.PriorityClassAhead(Duration waited, Duration limit, TicketId ahead) ->
                component.getTranslation(
                        "queue.why.priority", group, waited.toMinutes(), limit.toMinutes(), number(ahead));
            case CallReason.LongestWait(Duration waited, Duration target, Optional<TicketId> ahead) ->
                ahead.map(this::number)
                        .map(overtaken -> component.getTranslation(
                                "queue.why.nearest-target", waited.toMinutes(), target.toMinutes(), overtaken))
                        .orElseGet(() ->
                                component.getTranslation("queue.why.longest", waited.toMinutes(), target.toMinutes()));
        };
    }

    /** A number in a sentence stays on one line: a word joiner follows its hyphen. */
    private String number(TicketId ticket) {
        return state.ticket(ticket)
                .map(TicketSnapshot::number)
                .map(number -> number.toString().replace("-", "-\u2060"))
                .orElse("");
    }
}
