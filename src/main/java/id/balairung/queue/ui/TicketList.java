package id.balairung.queue.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.Icons;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Waiting tickets, each with its class, its wait, and how that stands to its limit. */
@Tag("bl-board-tickets")
@JsModule("./bl-board.ts")
class TicketList extends LiveList<TicketList.Row> {

    /** Moves a ticket to another service. */
    static final String REASSIGN = "reassign";

    /** Marks a ticket as abandoned. */
    static final String ABANDON = "abandon";

    /**
     * A ticket.
     *
     * @param icon its class's icon; empty for the general class
     * @param group its class in words
     * @param since when it entered the queue, epoch ms
     * @param limit how long it may wait, minutes
     * @param limitText its limit in words, where that isn't the service's standard
     */
    record Row(
            String id,
            String number,
            String icon,
            String group,
            String service,
            long since,
            long limit,
            String limitText,
            List<RowAct> acts)
            implements Item {}

    private final boolean namingServices;

    /** Tickets of several services, each with its service's name. */
    TicketList(Signal<BoardState> state, String emptyKey, Function<BoardState, List<TicketSnapshot>> tickets) {
        this(state, emptyKey, tickets, true);
    }

    private TicketList(
            Signal<BoardState> state,
            String emptyKey,
            Function<BoardState, List<TicketSnapshot>> tickets,
            boolean namingServices) {
        this.namingServices = namingServices;
        speak(Map.of(
                "empty", getTranslation(emptyKey),
                "minutes", getTranslation("common.wait.minutes", "{0}"),
                "of", getTranslation("common.wait.of", "{0}"),
                "left", getTranslation("common.wait.left", "{0}"),
                "over", getTranslation("common.wait.over", "{0}")));
        Signal.effect(this, () -> {
            BoardState now = state.get();
            actable(now.reachable());
            List<TicketSnapshot> shown = tickets.apply(now);
            show(
                    now,
                    shown.stream().map(TicketSnapshot::id).toList(),
                    () -> shown.stream().map(ticket -> row(ticket, now)).toList());
        });
    }

    /** Who waits at one service, which needs no name then. */
    static TicketList of(Signal<BoardState> state, ServiceId service) {
        return new TicketList(state, "queue.list.empty", now -> now.waiting(service), false);
    }

    private Row row(TicketSnapshot ticket, BoardState state) {
        PriorityLook look = PriorityLook.of(ticket.priorityClass());
        Duration limit = state.limit(ticket);
        return new Row(
                ticket.id().value().toString(),
                ticket.number().toString(),
                look.icon().map(Icons::symbol).orElse(""),
                getTranslation(look.key()),
                namingServices
                        ? state.board()
                                .service(ticket.service())
                                .map(service -> service.name(getLocale()))
                                .orElse("")
                        : "",
                ticket.queuedAt().toEpochMilli(),
                limit.toMinutes(),
                limit.equals(state.target(ticket.service()))
                        ? ""
                        : getTranslation("queue.board.limit", limit.toMinutes()),
                state.acts() ? acts(ticket) : List.of());
    }

    private List<RowAct> acts(TicketSnapshot ticket) {
        return List.of(
                new RowAct(
                        REASSIGN,
                        getTranslation("queue.action.transfer"),
                        getTranslation("queue.transfer.title", ticket.number())),
                new RowAct(
                        ABANDON,
                        getTranslation("queue.board.abandon"),
                        getTranslation("queue.board.abandon-label", ticket.number())));
    }
}
