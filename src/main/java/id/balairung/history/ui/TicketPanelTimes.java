package id.balairung.history.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.history.HistoryEntry;
import id.balairung.history.TurnDetail;
import id.balairung.queue.PastTurn;
import id.balairung.queue.TicketPast;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How long everything took: each turn's own times, and the whole visit's. */
class TicketPanelTimes extends Div {

    private final transient TicketPanelWords words;

    TicketPanelTimes(TicketPast past, List<TurnDetail> kept, OptionalInt chosen, TicketPanelWords words) {
        this.words = words;
        addClassName("times");
        for (PastTurn turn : past.turns()) {
            Optional<HistoryEntry> entry = kept.stream()
                    .map(TurnDetail::entry)
                    .filter(one -> one.key().turn() == turn.turn())
                    .findAny();
            Times times = new Times(
                    turn.waitingTime(),
                    turn.wayTime(),
                    turn.serviceTime(),
                    whyNoService(turn.status(), turn.servingSince(), turn.endedAt(), turn.held()),
                    turn.held(),
                    turn.endedAt().isPresent(),
                    entry.map(HistoryEntry::overTarget).orElse(false),
                    entry.flatMap(HistoryEntry::rating));
            if (past.turns().size() == 1) {
                add(list(times, Optional.of(past.timeInMall())));
            } else {
                String title = words.text(
                        "history.turn",
                        turn.turn(),
                        words.service(turn.service()),
                        words.result(turn.status(), turn.outcome()));
                add(turn(title, chosen.orElse(0) == turn.turn(), times));
            }
        }
        if (past.turns().size() > 1) {
            DescriptionList total = new DescriptionList();
            fact(total, "history.time.total", past.timeInMall(), false);
            add(total);
        }
    }

    /** Of turns of an older system. */
    TicketPanelTimes(List<TurnDetail> kept, OptionalInt chosen, TicketPanelWords words) {
        this.words = words;
        addClassName("times");
        for (TurnDetail turn : kept) {
            HistoryEntry entry = turn.entry();
            Times times = new Times(
                    entry.waitingTime(),
                    entry.wayTime(),
                    entry.serviceTime(),
                    whyNoService(entry.status(), turn.servingSince(), entry.endedAt(), turn.held()),
                    turn.held(),
                    true,
                    entry.overTarget(),
                    entry.rating());
            String title = words.text(
                    "history.turn",
                    entry.key().turn(),
                    words.service(entry.service()),
                    words.result(entry.status(), entry.outcome()));
            add(
                    kept.size() == 1
                            ? list(times, Optional.empty())
                            : turn(title, chosen.orElse(0) == entry.key().turn(), times));
        }
    }

    /** A service time is only of what was served to the end; of what began and went on elsewhere it says so. */
    private Optional<String> whyNoService(
            TicketStatus status, Optional<Instant> began, Optional<Instant> ended, Duration held) {
        if (began.isEmpty() || ended.isEmpty() || status == TicketStatus.COMPLETED) {
            return Optional.empty();
        }
        return Optional.of(
                status == TicketStatus.TRANSFERRED
                        ? words.text(
                                "history.time.moved-on",
                                words.duration(Duration.between(began.get(), ended.get())
                                        .minus(held)))
                        : words.text("history.time.unfinished"));
    }

    private Div turn(String title, boolean chosen, Times times) {
        Div turn = new Div(new H3(title), list(times, Optional.empty()));
        turn.addClassName("turn");
        turn.setClassName("is-chosen", chosen);
        return turn;
    }

    private DescriptionList list(Times times, Optional<Optional<Duration>> total) {
        DescriptionList list = new DescriptionList();
        Div waiting = fact(list, "history.time.wait", times.waiting(), times.ended());
        if (times.overTarget()) {
            Span over = new Span(Icons.ALERT.create(), new Span(words.text("history.over-target")));
            over.addClassNames("bl-over", "bl-xs", "over");
            waiting.add(new DescriptionList.Description(over));
        }
        fact(list, "history.time.way", times.way(), times.ended());
        Div service = fact(list, "history.time.service", times.service(), times.ended());
        times.whyNoService().ifPresent(why -> {
            DescriptionList.Description reason = new DescriptionList.Description(why);
            reason.addClassNames("why", "bl-xs");
            service.add(reason);
        });
        if (!times.held().isZero()) {
            fact(list, "history.time.held", Optional.of(times.held()), true);
        }
        total.ifPresent(time -> fact(list, "history.time.total", time, false));
        times.rating().ifPresent(rating -> fact(list, "history.rating", words.text("history.rating.of", rating)));
        return list;
    }

    private Div fact(DescriptionList list, String key, Optional<Duration> time, boolean ended) {
        return time.map(taken -> fact(list, key, words.duration(taken))).orElseGet(() -> {
            Div missing = fact(list, key, words.text(ended ? "history.time.none" : "history.time.not-yet"));
            missing.addClassName("is-missing");
            return missing;
        });
    }

    private Div fact(DescriptionList list, String key, String value) {
        Div fact = new Div(new DescriptionList.Term(words.text(key)), new DescriptionList.Description(value));
        list.add(fact);
        return fact;
    }

    private record Times(
            Optional<Duration> waiting,
            Optional<Duration> way,
            Optional<Duration> service,
            Optional<String> whyNoService,
            Duration held,
            boolean ended,
            boolean overTarget,
            Optional<Integer> rating) {}
}
