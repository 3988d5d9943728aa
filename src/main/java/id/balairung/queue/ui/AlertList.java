package id.balairung.queue.ui;

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

    private Row row(Alert alert, BoardState state) {
        String sentence = new AlertSentence(alert).in(this);
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
