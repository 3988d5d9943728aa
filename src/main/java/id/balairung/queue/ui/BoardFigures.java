package id.balairung.queue.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import id.balairung.counter.OpenShift;
import id.balairung.queue.ServiceFigures;
import id.balairung.queue.TicketSnapshot;
import java.time.Instant;
import java.util.List;

/** The board in five figures. */
@Tag("bl-board-figures")
@JsModule("./bl-board.ts")
class BoardFigures extends LiveList<BoardFigures.Row> {

    /** A figure; a value that is a wait is given by its beginning, epoch ms, and runs in the browser. */
    record Row(String id, String caption, String value, String unit, String detail, long since, boolean missed)
            implements Item {}

    BoardFigures(Signal<BoardState> state) {
        getElement().getClassList().add("bl-strip");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("queue.board.figures"));
        Signal.effect(this, () -> show(state.get(), "", () -> rows(state.peek())));
    }

    private List<Row> rows(BoardState state) {
        return List.of(waiting(state), oldest(state), held(state), target(state), counters(state));
    }

    private Row waiting(BoardState state) {
        return figure(
                "waiting",
                String.valueOf(state.waiting().size()),
                "",
                getTranslation("queue.board.figure.services", state.services().size()));
    }

    private Row oldest(BoardState state) {
        return state.oldest().map(ticket -> oldest(state, ticket)).orElseGet(() -> figure("oldest", "-", "", ""));
    }

    private Row oldest(BoardState state, TicketSnapshot ticket) {
        long standard = state.target(ticket.service()).toMinutes();
        boolean missed = !ticket.queuedAt()
                .plus(state.target(ticket.service()))
                .isAfter(state.board().asOf());
        return new Row(
                "oldest",
                getTranslation("queue.board.figure.oldest"),
                "",
                " " + getTranslation("queue.unit.minutes"),
                getTranslation(
                        missed ? "queue.board.figure.standard-missed" : "queue.board.figure.standard",
                        ticket.number(),
                        standard),
                ticket.queuedAt().toEpochMilli(),
                missed);
    }

    private Row held(BoardState state) {
        Instant now = state.board().asOf();
        List<TicketSnapshot> held = state.held();
        long late = held.stream()
                .filter(ticket -> ticket.holdUntil().filter(now::isAfter).isPresent())
                .count();
        return figure(
                "held",
                String.valueOf(held.size()),
                "",
                held.isEmpty() ? "" : getTranslation("queue.board.figure.held-late", late));
    }

    private Row target(BoardState state) {
        ServiceFigures day = state.figures();
        return figure(
                "target",
                day.withinTargetPercent().map(String::valueOf).orElse("-"),
                day.withinTargetPercent().isPresent() ? "%" : "",
                getTranslation("queue.my-day.n", day.judged()));
    }

    private Row counters(BoardState state) {
        List<OpenShift> open = state.counters().stream()
                .flatMap(counter -> state.board().shiftAt(counter.id()).stream())
                .toList();
        long paused = open.stream().filter(OpenShift::onBreak).count();
        return figure(
                "counters",
                String.valueOf(open.size()),
                " " + getTranslation("queue.board.figure.of", state.counters().size()),
                getTranslation("queue.board.figure.paused", paused));
    }

    private Row figure(String id, String value, String unit, String detail) {
        return new Row(id, getTranslation("queue.board.figure." + id), value, unit, detail, 0, false);
    }
}
