package id.balairung.queue.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import id.balairung.common.ui.Icons;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The waiting tickets in the order of their turn, of which one can be chosen. A newer list is taken over in place: what is
 * chosen, scroll and focus stay, and what is new or changed is tinted for a moment.
 */
@Tag("bl-queue")
@JsModule("./bl-queue.ts")
class QueueList extends LiveList<QueueList.Row> {

    /** Chooses a row, or lets go of the chosen one. */
    static final String CHOOSE = "choose";

    private static final String CHOSEN = "chosen";

    private List<TicketSnapshot> tickets = List.of();

    /**
     * A ticket.
     *
     * @param id its number
     * @param group its class, by which the browser finds the words
     * @param since since when it waits, credit included, epoch ms
     * @param limit how long it may wait, minutes
     */
    record Row(String id, PriorityClass group, long since, long limit) implements Item {

        static Row of(TicketSnapshot ticket, Workplace place) {
            return new Row(
                    ticket.number().toString(),
                    ticket.priorityClass(),
                    ticket.waitsSince().toEpochMilli(),
                    ticket.priorityClass()
                            .limit(place.service(ticket.service()).targetWait(), place.rules())
                            .toMinutes());
        }
    }

    QueueList(Runnable whenChosen) {
        Map<String, String> words = new HashMap<>(Map.of(
                "label", getTranslation("queue.list.label"),
                "number", getTranslation("queue.list.number"),
                "priority", getTranslation("queue.list.priority"),
                "waited", getTranslation("queue.list.waited"),
                "minutes", getTranslation("common.wait.minutes"),
                "of", getTranslation("common.wait.of"),
                "left", getTranslation("common.wait.left"),
                "over", getTranslation("common.wait.over")));
        for (PriorityClass priorityClass : PriorityClass.values()) {
            PriorityLook look = PriorityLook.of(priorityClass);
            // A long word may go on in the next line after its slash.
            words.put(priorityClass.name(), getTranslation(look.key()).replace("/", "/\u200b"));
            look.icon().map(Icons::symbol).ifPresent(icon -> words.put("icon " + priorityClass.name(), icon));
        }
        speak(words);
        addListener(AskedEvent.class, asked -> {
            if (asked.act().equals(CHOOSE)) {
                choose(asked.row());
                whenChosen.run();
            }
        });
    }

    /**
     * Takes over a newer list; who left it is no longer chosen.
     *
     * @param newer those who wait, in the order of their turn
     * @param rows what is drawn of them
     */
    void take(List<TicketSnapshot> newer, Supplier<Written> rows) {
        tickets = newer;
        show(rows.get());
        if (chosen().isEmpty()) {
            letGo();
        }
    }

    /** The ticket that is chosen. */
    Optional<TicketSnapshot> chosen() {
        return numbered(getElement().getProperty(CHOSEN, ""));
    }

    private void choose(String number) {
        boolean again = number.equals(getElement().getProperty(CHOSEN, ""));
        numbered(number)
                .filter(ticket -> !again)
                .ifPresentOrElse(ticket -> getElement().setProperty(CHOSEN, number), this::letGo);
    }

    /** What isn't there isn't removed: even that would be told to the screen. */
    private void letGo() {
        if (getElement().hasProperty(CHOSEN)) {
            getElement().removeProperty(CHOSEN);
        }
    }

    private Optional<TicketSnapshot> numbered(String number) {
        return tickets.stream()
                .filter(ticket -> ticket.number().toString().equals(number))
                .findAny();
    }
}
