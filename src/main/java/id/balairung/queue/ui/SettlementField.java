package id.balairung.queue.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.queue.Outcome;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a ticket that was left open is settled: the person left, or, where that can be, was served after all. */
class SettlementField extends RadioButtonGroup<SettlementField.Settlement> {

    private final int choices;

    /** How it is settled; without an outcome it is abandoned. */
    record Settlement(Optional<Outcome> outcome) {}

    SettlementField(TicketSnapshot ticket) {
        List<Settlement> possible = new ArrayList<>();
        possible.add(new Settlement(Optional.empty()));
        if (wasAtACounter(ticket)) {
            Arrays.stream(Outcome.values())
                    .map(Optional::of)
                    .map(Settlement::new)
                    .forEach(possible::add);
        }
        choices = possible.size();
        setItems(possible);
        setValue(possible.getFirst());
        setLabel(getTranslation("queue.settle.question"));
        addClassName("bl-column");
        setItemLabelGenerator(this::name);
    }

    /** Whether there is anything to choose. */
    boolean asks() {
        return choices > 1;
    }

    /** What came of it; empty when the person left. */
    Optional<Outcome> outcome() {
        return Optional.ofNullable(getValue()).flatMap(Settlement::outcome);
    }

    /** Only then can it have been served without anybody having said so. */
    static boolean wasAtACounter(TicketSnapshot ticket) {
        return ticket.status() == TicketStatus.SERVING || ticket.status() == TicketStatus.HELD;
    }

    private String name(Settlement item) {
        return item.outcome()
                .map(outcome -> getTranslation(
                        "queue.settle.served",
                        getTranslation("queue.outcome."
                                + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                .orElseGet(() -> getTranslation("queue.settle.left"));
    }
}
