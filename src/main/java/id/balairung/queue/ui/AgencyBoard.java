package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.Icons;
import id.balairung.queue.EstimateAccuracy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One agency's live board, for whoever looks at it. */
class AgencyBoard extends Div {

    private static final String HISTORY = "antrean/peringatan";

    private final transient LiveBoard live;
    private final Signal<BoardState> state;
    private final transient BoardActs acts;

    AgencyBoard(LiveBoard live, BoardServices services) {
        this.live = live;
        this.state = live.state();
        this.acts = new BoardActs(live, services);
        addClassNames("bl-main", "bl-board");
        InterruptionBanner interruption = new InterruptionBanner();
        Signal.effect(
                interruption,
                () -> interruption.show(state.get().interruptedSince().map(state.peek()::clock)));
        add(interruption);
        Reader reader = live.now().reader();
        if (reader == Reader.HEAD) {
            add(wayBack());
        }
        Div strip = new Div(new BoardFigures(state));
        strip.addClassNames("bl-card", "bl-board-strip");
        Div left = new Div(counters(), services());
        left.addClassName("bl-board-col");
        Div right = reader == Reader.OFFICER
                ? new Div(waiting(), latest())
                : new Div(alerts(), atRisk(), latest(), new AlertAnnouncement(state));
        right.addClassName("bl-board-col");
        add(strip, left, right);
    }

    private Div wayBack() {
        RouterLink back = new RouterLink(BoardView.class);
        back.add(Icons.RIGHT.create(), new Span(getTranslation("queue.board.all-agencies")));
        back.addClassName("bl-board-back");
        Span note = new Span(getTranslation("queue.board.read-only"));
        note.addClassNames("bl-quiet", "bl-s");
        Div way = new Div(back, note);
        way.addClassNames("bl-row", "wrap", "bl-board-way");
        return way;
    }

    private BoardCard counters() {
        CounterTiles tiles = new CounterTiles(state);
        if (live.now().acts()) {
            tiles.whenAsked(acts::onCounter);
        }
        return new BoardCard("queue.board.counters", state, this::standings, tiles);
    }

    private BoardCard services() {
        ServiceTable table = new ServiceTable(state);
        table.whenAsked((act, service) -> acts.openService(service));
        Span mark = new Span();
        mark.addClassName("mark");
        Span legend = new Span(mark, new Span(getTranslation("queue.board.standard")));
        legend.addClassNames("bl-legend", "bl-xs", "bl-sec");
        return new BoardCard("queue.board.services", state, this::accuracy, table).withEnd(legend);
    }

    /** How well today's estimates met what came, so that nobody trusts them more than they deserve. */
    private String accuracy(BoardState now) {
        EstimateAccuracy accuracy = now.board()
                .soFar()
                .of(now.services().stream().map(ServiceSummary::id).toList())
                .estimates();
        return accuracy.insidePercent()
                .map(percent -> accuracy.medianMissMinutes()
                        .map(miss -> getTranslation("queue.board.accuracy-miss", percent, accuracy.judged(), miss))
                        .orElseGet(() -> getTranslation("queue.board.accuracy", percent, accuracy.judged())))
                .orElse("");
    }

    private BoardCard waiting() {
        return new BoardCard(
                "queue.board.turns",
                state,
                count("queue.list.count", now -> now.waiting().size()),
                scrolling("queue.board.turns", new TicketList(state, "queue.list.empty", BoardState::waiting)));
    }

    private BoardCard atRisk() {
        TicketList list = new TicketList(state, "queue.board.at-risk.none", BoardState::atRisk);
        if (live.now().acts()) {
            list.whenAsked(acts::onTicket);
        }
        return new BoardCard(
                "queue.board.at-risk",
                state,
                count("queue.held.count", now -> now.atRisk().size()),
                scrolling("queue.board.at-risk", list));
    }

    /** Scrolls inside its card, by keyboard too. */
    private Div scrolling(String titleKey, Component list) {
        Div scroll = new Div(list);
        scroll.addClassName("bl-board-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", getTranslation(titleKey));
        return scroll;
    }

    private BoardCard alerts() {
        AlertList list = new AlertList(state);
        if (live.now().acts()) {
            list.whenAsked(acts::onAlert);
        }
        String address = live.now().reader() == Reader.HEAD
                ? BoardView.address(HISTORY, live.now().agency())
                : HISTORY;
        Anchor history = new Anchor(address, getTranslation("queue.board.alerts.history"));
        history.addClassName("bl-s");
        history.getElement().setAttribute("router-link", true);
        return new BoardCard(
                        "queue.board.alerts",
                        state,
                        count(
                                "queue.board.alerts.count",
                                now -> now.board().alerts().size()),
                        scrolling("queue.board.alerts", list))
                .withEnd(history);
    }

    private BoardCard latest() {
        return new BoardCard("queue.board.latest", state, now -> "", new LatestList(state));
    }

    private Function<BoardState, String> count(String key, Function<BoardState, Integer> size) {
        return now -> size.apply(now) == 0 ? "" : getTranslation(key, size.apply(now));
    }

    private String standings(BoardState now) {
        List<CounterTiles.Standing> all = now.counters().stream()
                .map(counter -> CounterTiles.Standing.of(counter, now))
                .toList();
        return Arrays.stream(CounterTiles.Standing.values())
                .filter(all::contains)
                .map(standing -> Collections.frequency(all, standing) + " "
                        + getTranslation(standing.word()).toLowerCase(getLocale()))
                .collect(Collectors.joining(", "));
    }
}
