package id.balairung.queue.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.queue.ServiceFigures;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.WaitEstimate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each service: who waits, how long, how the day goes, and what a newcomer has to expect. */
@Tag("bl-board-services")
@JsModule("./bl-board.ts")
class ServiceTable extends LiveList<ServiceTable.Row> {

    /** Opens the service. */
    static final String OPEN = "open";

    /**
     * A service.
     *
     * @param since when its longest wait began, epoch ms; 0 when nobody waits
     * @param target its target wait, minutes
     * @param over how many have waited longer than their limit
     * @param near how many will within ten minutes
     * @param flow arrivals and finished today
     * @param paused why and until when it takes no new numbers; empty when it takes them
     */
    record Row(
            String id,
            String prefix,
            String name,
            int waiting,
            long since,
            long target,
            int over,
            int near,
            String flow,
            String estimate,
            String percent,
            String n,
            String paused,
            RowAct open)
            implements Item {}

    ServiceTable(Signal<BoardState> state) {
        speak(Map.ofEntries(
                Map.entry("label", getTranslation("queue.board.services")),
                Map.entry("service", getTranslation("queue.board.service")),
                Map.entry("waiting", getTranslation("queue.board.figure.waiting")),
                Map.entry("oldest", getTranslation("queue.board.figure.oldest")),
                Map.entry("state", getTranslation("queue.board.state")),
                Map.entry("target", getTranslation("queue.board.within")),
                Map.entry("none", getTranslation("queue.board.nobody")),
                Map.entry("of", getTranslation("queue.board.of", "{0}", "{1}")),
                Map.entry("over", getTranslation("queue.board.over", "{0}")),
                Map.entry("near", getTranslation("queue.board.near", "{0}")),
                Map.entry("fine", getTranslation("queue.board.fine"))));
        Signal.effect(this, () -> show(state.get(), "", () -> rows(state.peek())));
    }

    private List<Row> rows(BoardState state) {
        Map<ServiceId, List<TicketSnapshot>> atRisk =
                state.atRisk().stream().collect(Collectors.groupingBy(TicketSnapshot::service));
        return state.services().stream()
                .map(service -> row(service, atRisk.getOrDefault(service.id(), List.of()), state))
                .toList();
    }

    private Row row(ServiceSummary service, List<TicketSnapshot> atRisk, BoardState state) {
        ServiceFigures day = state.board().soFar().of(service.id());
        int over = state.board().soFar().of(service.id()).overdue();
        String name = service.name(getLocale());
        return new Row(
                service.id().value().toString(),
                service.prefix(),
                name,
                state.board().waiting(List.of(service.id())).size(),
                state.board()
                        .oldestWaiting(service.id())
                        .map(ticket -> ticket.queuedAt().toEpochMilli())
                        .orElse(0L),
                service.targetWait().toMinutes(),
                over,
                Math.max(0, atRisk.size() - over),
                getTranslation("queue.board.flow", day.arrivals(), day.finished()),
                estimate(state.board().estimate(service.id())),
                day.withinTargetPercent().map(percent -> percent + "%").orElse("-"),
                getTranslation("queue.my-day.n", day.judged()),
                paused(service, state),
                new RowAct(OPEN, name, getTranslation("queue.board.open-service", service.prefix(), name)));
    }

    private String estimate(WaitEstimate estimate) {
        return switch (estimate) {
            case WaitEstimate.Range(Duration from, Duration to) ->
                getTranslation("queue.board.estimate.range", from.toMinutes(), to.toMinutes());
            case WaitEstimate.TooLittleData little -> getTranslation("queue.board.estimate.too-little");
            case WaitEstimate.NoCounter none -> getTranslation("queue.board.estimate.no-counter");
        };
    }

    private String paused(ServiceSummary service, BoardState state) {
        return service.pausedReason()
                .map(reason -> service.pausedUntil()
                        .map(until -> getTranslation("queue.board.paused-until", state.clock(until), reason))
                        .orElseGet(() -> getTranslation("queue.board.paused", reason)))
                .orElse("");
    }
}
