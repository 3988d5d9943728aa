package id.balairung.history.ui;

import id.balairung.history.HistoryEntry;
import id.balairung.history.TurnDetail;
import id.balairung.queue.EventType;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a turn of an older system, in order: the moments that its file told, and no others.
 *
 * @param words the person's language
 * @param staff the names of people
 */
record ImportedTimeline(TicketPanelWords words, Map<StaffId, String> staff) {

    List<TimelineItem> of(TurnDetail turn) {
        HistoryEntry entry = turn.entry();
        List<TimelineItem> items = new ArrayList<>();
        items.add(item(
                entry.queuedAt(),
                EventType.ISSUED,
                words.text("history.event.queued"),
                Stream.of(words.service(entry.service()))));
        entry.calledAt()
                .ifPresent(at -> items.add(item(
                        at,
                        EventType.CALLED,
                        entry.counter()
                                .map(words::counter)
                                .map(where -> words.text("history.event.called-at", where))
                                .orElseGet(() -> words.text("history.event.called")),
                        Stream.concat(told("history.waited", entry.waitingTime()), officer(entry)))));
        turn.servingSince()
                .ifPresent(at -> items.add(item(
                        at,
                        EventType.SERVED,
                        words.text("history.event.served"),
                        Stream.concat(told("history.way", entry.wayTime()), who(entry)))));
        entry.endedAt()
                .ifPresent(at -> items.add(item(
                        at,
                        type(entry.status()),
                        entry.status() == TicketStatus.COMPLETED
                                ? words.completed(entry.outcome())
                                : words.result(entry.status(), entry.outcome()),
                        Stream.concat(told("history.served", entry.serviceTime()), who(entry)))));
        return items;
    }

    private static TimelineItem item(Instant at, EventType type, String title, Stream<String> lines) {
        return new TimelineItem(at, type, title, lines.toList(), false);
    }

    private Stream<String> told(String key, Optional<Duration> time) {
        return time.map(taken -> words.text(key, words.duration(taken))).stream();
    }

    private Stream<String> officer(HistoryEntry entry) {
        return entry.officer().map(staff::get).stream();
    }

    private Stream<String> who(HistoryEntry entry) {
        String who = Stream.concat(officer(entry), entry.counter().map(words::counter).stream())
                .collect(Collectors.joining(", "));
        return Stream.of(who).filter(name -> !name.isEmpty());
    }

    private static EventType type(TicketStatus ended) {
        return switch (ended) {
            case NO_SHOW -> EventType.NO_SHOW;
            case TRANSFERRED -> EventType.TRANSFERRED;
            case ABANDONED -> EventType.ABANDONED;
            case COMPLETED, WAITING, CALLED, SERVING, HELD -> EventType.COMPLETED;
        };
    }
}
