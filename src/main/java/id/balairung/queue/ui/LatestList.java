package id.balairung.queue.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import id.balairung.queue.EventType;
import id.balairung.queue.Happening;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happened last. */
@Tag("bl-board-latest")
@JsModule("./bl-board.ts")
class LatestList extends LiveList<LatestList.Row> {

    /** A happening: when on the mall's clock, to whose number, and what. */
    record Row(String id, String time, String number, String text) implements Item {}

    LatestList(Signal<BoardState> state) {
        speak(Map.of("empty", getTranslation("queue.board.latest.none")));
        Signal.effect(
                this,
                () -> show(
                        state.get(),
                        "",
                        () -> state.peek().latest().stream()
                                .map(happening -> row(happening, state.peek()))
                                .toList()));
    }

    private Row row(Happening happening, BoardState state) {
        return new Row(
                happening.number() + "-" + happening.type() + "-" + happening.at(),
                state.clock(happening.at()),
                happening.number().toString(),
                text(happening, state));
    }

    private String text(Happening happening, BoardState state) {
        Optional<Integer> counter = happening.counter().flatMap(state::counterNumber);
        String service = state.board()
                .service(happening.service())
                .map(offered -> offered.name(getLocale()))
                .orElse("");
        String key = "queue.happening."
                + happening.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return counter.filter(number -> tellsWhere(happening.type()))
                .map(number -> getTranslation(key + "-at", service, number))
                .orElseGet(() -> getTranslation(key, service));
    }

    private static boolean tellsWhere(EventType type) {
        return switch (type) {
            case CALLED, RECALLED, SERVED, COMPLETED -> true;
            default -> false;
        };
    }
}
