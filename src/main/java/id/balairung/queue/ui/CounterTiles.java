package id.balairung.queue.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.ServiceSummary;
import id.balairung.alert.Alert;
import id.balairung.common.ui.Icons;
import id.balairung.counter.Break;
import id.balairung.counter.CounterSummary;
import id.balairung.counter.OpenShift;
import id.balairung.queue.QueueConditions;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every counter as a tile: its state, its officer, its ticket and for how long. */
@Tag("bl-board-counters")
@JsModule("./bl-board.ts")
class CounterTiles extends LiveList<CounterTiles.Row> {

    /** Opens what can be done to a counter. */
    static final String MENU = "counter";

    /** Asks the officer back from the break. */
    static final String ASK_BACK = "ask-back";

    /**
     * A tile; moments are epoch ms, 0 for none.
     *
     * @param state the badge's class
     * @param big the ticket's number, or words in its place
     * @param since from when the running time counts
     * @param until until when a break is planned
     * @param missed whether the right corner tells of something wrong
     * @param attention whether an alert concerns the counter
     * @param mark what was done about it, in place of the right corner
     */
    record Row(
            String id,
            String counter,
            String state,
            String icon,
            String word,
            String big,
            boolean isWord,
            long since,
            long until,
            String left,
            String right,
            boolean missed,
            boolean attention,
            String mark,
            List<RowAct> acts)
            implements Item {}

    CounterTiles(Signal<BoardState> state) {
        speak(Map.of(
                "left", getTranslation("common.wait.left", "{0}"), "over", getTranslation("common.wait.over", "{0}")));
        Signal.effect(this, () -> {
            BoardState now = state.get();
            actable(now.reachable());
            show(
                    now,
                    "",
                    () -> now.counters().stream()
                            .map(counter -> row(counter, now))
                            .toList());
        });
    }

    /** Where a counter stands, for its tile and for the count of all. */
    enum Standing {
        SERVING("b-serving", Icons.SERVE),
        CALLING("b-called", Icons.CALL),
        READY("b-completed", Icons.READY),
        PAUSED("b-held", Icons.BREAK),
        CLOSED("b-abandoned", Icons.DOOR);

        private final String look;
        private final Icons icon;

        Standing(String look, Icons icon) {
            this.look = look;
            this.icon = icon;
        }

        static Standing of(CounterSummary counter, BoardState state) {
            Optional<OpenShift> shift = state.board().shiftAt(counter.id());
            Optional<TicketStatus> active = state.board().activeAt(counter.id()).map(TicketSnapshot::status);
            return active.map(status -> status == TicketStatus.SERVING ? SERVING : CALLING)
                    .orElseGet(() ->
                            shift.map(open -> open.onBreak() ? PAUSED : READY).orElse(CLOSED));
        }

        String word() {
            return "queue.board.standing." + name().toLowerCase(Locale.ROOT);
        }
    }

    private Row row(CounterSummary counter, BoardState state) {
        Standing standing = Standing.of(counter, state);
        Optional<OpenShift> shift = state.board().shiftAt(counter.id());
        Optional<TicketSnapshot> ticket = state.board().activeAt(counter.id());
        Optional<Alert> alert = state.alertAbout(Stream.concat(
                        Stream.of(counter.id().value()),
                        ticket.map(active -> active.id().value()).stream())
                .toList());
        Middle middle = ticket.map(CounterTiles::atWork)
                .or(() -> shift.flatMap(OpenShift::running).map(running -> pausing(running, state)))
                .or(() -> shift.map(open -> ready(open, state)))
                .orElseGet(() -> closed(counter, state));
        Optional<String> wrong = alert.filter(wronged -> wronged.kind().equals(QueueConditions.IDLE_COUNTER))
                .flatMap(idle -> waitingAt(idle.facts().getLast(), state));
        String right = ticket.map(active -> what(active, state))
                .or(() -> wrong)
                .or(() -> shift.flatMap(OpenShift::running).map(this::reason))
                .orElse("");
        return new Row(
                counter.id().value().toString(),
                getTranslation("queue.board.counter", counter.number()),
                standing.look,
                standing.icon.symbol(),
                getTranslation(standing.word()),
                middle.big(),
                ticket.isEmpty(),
                middle.since(),
                middle.until(),
                shift.map(OpenShift::officerName).orElseGet(() -> getTranslation("queue.board.no-officer")),
                right,
                ticket.isEmpty() && wrong.isPresent(),
                alert.isPresent(),
                shift.flatMap(OpenShift::running)
                        .flatMap(Break::askedBack)
                        .map(at -> getTranslation("queue.board.asked-back", state.clock(at)))
                        .orElse(""),
                acts(counter, shift, state));
    }

    private List<RowAct> acts(CounterSummary counter, Optional<OpenShift> shift, BoardState state) {
        List<RowAct> acts = new ArrayList<>();
        if (state.acts() && shift.isPresent()) {
            String name = getTranslation("queue.board.counter", counter.number());
            acts.add(new RowAct(MENU, name, getTranslation("queue.board.counter-acts", counter.number())));
            if (shift.get()
                    .running()
                    .filter(running -> running.askedBack().isEmpty())
                    .isPresent()) {
                acts.add(new RowAct(
                        ASK_BACK,
                        getTranslation("queue.board.ask-back"),
                        getTranslation("queue.board.ask-back-label", shift.get().officerName())));
            }
        }
        return acts;
    }

    private static Middle atWork(TicketSnapshot ticket) {
        Instant since = ticket.status() == TicketStatus.SERVING
                ? ticket.servingSince().map(start -> start.plus(ticket.held())).orElse(Instant.EPOCH)
                : ticket.lastCalledAt().orElse(Instant.EPOCH);
        return new Middle(ticket.number().toString(), since.toEpochMilli(), 0);
    }

    private Middle pausing(Break running, BoardState state) {
        return new Middle(
                getTranslation("queue.board.back-at", state.clock(running.plannedEnd())),
                0,
                running.plannedEnd().toEpochMilli());
    }

    private Middle ready(OpenShift shift, BoardState state) {
        return new Middle(
                getTranslation("queue.board.idle"),
                state.board().idleSince(shift).map(Instant::toEpochMilli).orElse(0L),
                0);
    }

    private Middle closed(CounterSummary counter, BoardState state) {
        return new Middle(
                state.board()
                        .soFar()
                        .freed(counter.id())
                        .map(at -> getTranslation("queue.board.last-served", state.clock(at)))
                        .orElseGet(() -> getTranslation("queue.board.not-served")),
                0,
                0);
    }

    private String what(TicketSnapshot ticket, BoardState state) {
        String service = state.board()
                .service(ticket.service())
                .map(offered -> offered.name(getLocale()))
                .orElse("");
        return ticket.status() == TicketStatus.CALLED && ticket.calls() > 1
                ? getTranslation("queue.board.call-count", service, ticket.calls())
                : service;
    }

    private Optional<String> waitingAt(String prefix, BoardState state) {
        return state.board().services().stream()
                .filter(service -> service.prefix().equals(prefix))
                .map(ServiceSummary::id)
                .map(service -> state.board().waiting(List.of(service)).size())
                .filter(waiting -> waiting > 0)
                .map(waiting -> getTranslation("queue.board.waiting-at", waiting, prefix))
                .findAny();
    }

    private String reason(Break running) {
        return getTranslation("counter.break." + running.reason().name().toLowerCase(Locale.ROOT));
    }

    /** The tile's middle line. */
    private record Middle(String big, long since, long until) {}
}
