package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import id.balairung.alert.Alert;
import id.balairung.alert.AlertId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a new alert out to those who use a screen reader, once. What lasted when the board was opened is not new. */
class AlertAnnouncement extends Div {

    private final Set<AlertId> known = new HashSet<>();

    AlertAnnouncement(Signal<BoardState> state) {
        addClassName("bl-sr");
        getElement().setAttribute("aria-live", "polite");
        state.peek().board().alerts().forEach(alert -> known.add(alert.id()));
        Signal.effect(this, () -> announce(state.get().board().alerts()));
    }

    private void announce(List<Alert> lasting) {
        String news = lasting.stream()
                .filter(alert -> known.add(alert.id()))
                .map(alert -> new AlertSentence(alert).in(this))
                .collect(Collectors.joining(" "));
        if (!news.isEmpty()) {
            setText(news);
        }
        known.retainAll(lasting.stream().map(Alert::id).collect(Collectors.toSet()));
    }
}
