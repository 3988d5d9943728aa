package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import id.balairung.alert.Alert;
import id.balairung.common.ui.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The alerts that last: those that nobody took note of yet first. */
@Tag("bl-board-alerts")
@JsModule("./bl-board.ts")
class AlertList extends LiveList<AlertList.Row> {

    /** Takes note of an alert. */
    static final String ACKNOWLEDGE = "acknowledge";

    /**
     * An alert.
     *
     * @param note who took note and when; empty when nobody did
     */
    record Row(String id, String icon, String sentence, String since, String note, List<RowAct> acts) implements Item {}

    AlertList(Signal<BoardState> state) {
        speak(Map.of("empty", getTranslation("queue.board.alerts.none")));
        Signal.effect(this, () -> {
            BoardState now = state.get();
            actable(now.reachable());
            // A note tells who made it from everybody else.
            show(
                    now,
                    now.person(),
                    () -> now.board().alerts().stream()
                            .sorted(Comparator.comparing(
                                    alert -> alert.acknowledgement().isPresent()))
                            .map(alert -> row(alert, now))
                            .toList());
        });
    }

    /**
     * An alert in a person's language. A fact that is a number is shown as its text asks, e.g. a counter's as 03; a ticket's
     * number stays on one line, for a word joiner follows its hyphen.
     */
    static String sentence(Alert alert, Component asking) {
        return asking.getTranslation(
                "queue.alert." + alert.kind().code(),
                alert.facts().stream()
                        .<Object>map(
                                fact -> fact.matches("\\d{1,9}") ? Integer.valueOf(fact) : fact.replace("-", "-\u2060"))
                        .toArray());
    }

    private Row row(Alert alert, BoardState state) {
        String sentence = sentence(alert, this);
        String note = alert.acknowledgement()
                .map(taken -> getTranslation(
                        taken.by().equals(state.person())
                                ? "queue.board.alerts.noted-by-you"
                                : "queue.board.alerts.noted",
                        state.clock(taken.at()),
                        taken.name()))
                .orElse("");
        return new Row(
                alert.id().value().toString(),
                (note.isEmpty() ? Icons.ALERT : Icons.EYE).symbol(),
                sentence,
                getTranslation("queue.timer.since", state.clock(alert.since())),
                note,
                state.acts() && note.isEmpty()
                        ? List.of(new RowAct(
                                ACKNOWLEDGE,
                                getTranslation("queue.board.alerts.note"),
                                getTranslation("queue.board.alerts.note-label", sentence)))
                        : List.of());
    }
}
