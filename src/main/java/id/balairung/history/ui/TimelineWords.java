package id.balairung.history.ui;

import id.balairung.agency.ServiceId;
import id.balairung.common.ui.Icons;
import id.balairung.counter.CounterId;
import id.balairung.queue.EventType;
import id.balairung.queue.PastEvent;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketPast;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an event is called, and what there is to say of it.
 *
 * @param words the person's language
 * @param priorityClass the ticket's class
 * @param elsewhere whether the visit has tickets at other agencies, too
 * @param counters the numbers that the counters had
 * @param staff the names of people
 */
record TimelineWords(
        TicketPanelWords words,
        PriorityClass priorityClass,
        boolean elsewhere,
        TicketCounters counters,
        Map<StaffId, String> staff) {

    static TimelineWords of(TicketPast past, TicketCounters counters, TicketPanelWords words) {
        return new TimelineWords(words, past.ticket().priorityClass(), past.elsewhere() > 0, counters, past.staff());
    }

    /** All that happened, in order. */
    List<TimelineItem> told(List<PastEvent> events) {
        return TimelineStep.of(events).stream()
                .map(step -> new TimelineItem(
                        step.event().at(), step.event().type(), title(step.event()), lines(step), step.undone()))
                .toList();
    }

    String title(PastEvent event) {
        String key = "history.event." + TicketPanelWords.kebab(event.type());
        return switch (event.type()) {
            case CALLED, RESUMED ->
                counter(event).map(where -> words.text(key + "-at", where)).orElseGet(() -> words.text(key));
            case COMPLETED -> words.completed(event.outcome());
            case TRANSFERRED -> words.text(key, words.service(event.toService().orElse(event.service())));
            case ISSUED, RECALLED, SERVED, NO_SHOW, RETURNED, HELD, HANDED_OFF, ABANDONED, UNDONE, NOTED, CORRECTED ->
                words.text(key);
        };
    }

    /** What else there is to say, each on a line of its own; who did it comes last. */
    List<String> lines(TimelineStep step) {
        PastEvent event = step.event();
        List<String> lines = new ArrayList<>();
        switch (event.type()) {
            case ISSUED -> {
                lines.add(words.service(event.service()));
                if (elsewhere && event.staff().isEmpty()) {
                    lines.add(words.text("history.from-elsewhere"));
                }
            }
            case CALLED -> {
                lines.add(why(event));
                step.waited().ifPresent(waited -> lines.add(words.text("history.waited", words.duration(waited))));
            }
            case RECALLED ->
                step.waited()
                        .ifPresent(waited ->
                                lines.add(words.text("history.recalled", step.calls(), words.duration(waited))));
            case SERVED -> step.way().ifPresent(way -> lines.add(words.text("history.way", words.duration(way))));
            case RESUMED, COMPLETED, ABANDONED -> {
                step.hold().ifPresent(hold -> lines.add(held(hold)));
                step.serviceTime().ifPresent(time -> lines.add(words.text("history.served", words.duration(time))));
            }
            case TRANSFERRED ->
                event.before()
                        .map(PastEvent.Before::service)
                        .map(words::service)
                        .ifPresent(from -> lines.add(words.text("history.from", from)));
            case HANDED_OFF -> event.toService().ifPresent(target -> lines.add(goingTo(target)));
            case UNDONE -> step.undoes().ifPresent(taken -> lines.add(words.text("history.undoes", title(taken))));
            case CORRECTED -> lines.addAll(corrected(event));
            case NO_SHOW, RETURNED, HELD, NOTED -> {
                // The event's own words say it all.
            }
        }
        if (event.type() != EventType.CALLED) {
            reason(event).ifPresent(lines::add);
        }
        Optional.of(who(event)).filter(who -> !who.isEmpty()).ifPresent(lines::add);
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    /** The word for somebody who did it, and where: "Nur Aisyah Rahim, Loket 03". */
    private String who(PastEvent event) {
        Optional<String> where = counter(event).filter(here -> !inTitle(event.type()));
        return Stream.concat(event.staff().map(staff::get).stream(), where.stream())
                .collect(Collectors.joining(", "));
    }

    private static boolean inTitle(EventType type) {
        return type == EventType.CALLED || type == EventType.RESUMED;
    }

    private Optional<String> counter(PastEvent event) {
        // A transfer is an event of the turn that it begins, at the counter of the one that it ends.
        int turn = event.type() == EventType.TRANSFERRED ? event.turn() - 1 : event.turn();
        Optional<CounterId> where = switch (event.type()) {
            case TRANSFERRED -> event.before().flatMap(PastEvent.Before::counter);
            case ISSUED, RETURNED, ABANDONED, NOTED, CORRECTED -> Optional.empty();
            case CALLED, RECALLED, SERVED, COMPLETED, NO_SHOW, HELD, RESUMED, HANDED_OFF, UNDONE -> event.counter();
        };
        return where.flatMap(counter -> counters.of(turn, counter)).map(words::counter);
    }

    private String why(PastEvent event) {
        return event.callReason()
                .map(rule -> switch (rule) {
                    case "MaximumWait" -> words.text("history.why.maximum");
                    case "PriorityClassAhead" -> words.text("history.why.priority", words.priority(priorityClass));
                    default -> words.text("history.why.longest");
                })
                .orElseGet(() -> reason(event)
                        .map(reason -> words.text("history.why.chosen", reason))
                        .orElse(""));
    }

    private String held(TimelineStep.Hold hold) {
        return words.text(
                hold.inService() ? "history.held.in-service" : "history.held.waiting", words.duration(hold.lasted()));
    }

    private String goingTo(ServiceId target) {
        return words.text("history.to", words.agencyOf(target), words.service(target));
    }

    private Optional<String> reason(PastEvent event) {
        return event.erased() ? Optional.of(words.text("history.erased")) : event.reason();
    }

    private List<String> corrected(PastEvent event) {
        List<String> changes = new ArrayList<>();
        event.before().ifPresent(before -> {
            changed(before.outcome().map(words::outcome), event.outcome().map(words::outcome))
                    .ifPresent(change -> changes.add(words.text("history.corrected.outcome", change.toArray())));
            changed(before.endedAt(), event.endedAt())
                    .ifPresent(change -> changes.add(words.text("history.corrected.end", moments(change))));
        });
        return changes;
    }

    private static <T> Optional<List<T>> changed(Optional<T> before, Optional<T> after) {
        return before.isPresent() && after.isPresent() && !before.equals(after)
                ? Optional.of(List.of(before.get(), after.get()))
                : Optional.empty();
    }

    /** With their days where those differ, and with seconds where they lie in one minute. */
    private Object[] moments(List<Instant> change) {
        boolean oneDay = words.dateOf(change.getFirst()).equals(words.dateOf(change.getLast()));
        boolean oneMinute = words.clock(change.getFirst()).equals(words.clock(change.getLast()));
        return change.stream()
                .map(moment -> (oneDay ? "" : words.shortDay(words.dateOf(moment)) + " ")
                        + (oneDay && oneMinute ? words.exactClock(moment) : words.clock(moment)))
                .toArray();
    }

    static Icons icon(EventType type) {
        return switch (type) {
            case ISSUED -> Icons.ISSUE;
            case CALLED -> Icons.CALL;
            case RECALLED -> Icons.RECALL;
            case SERVED -> Icons.SERVE;
            case COMPLETED -> Icons.DONE;
            case NO_SHOW -> Icons.NO_SHOW;
            case RETURNED -> Icons.DOOR;
            case HELD -> Icons.HOLD;
            case RESUMED -> Icons.RESUME;
            case TRANSFERRED -> Icons.TRANSFER;
            case HANDED_OFF -> Icons.BUILDING;
            case ABANDONED -> Icons.ABANDONED;
            case UNDONE -> Icons.UNDO;
            case NOTED -> Icons.NOTE;
            case CORRECTED -> Icons.TASK;
        };
    }

    /** The name of the state whose pair of colours it takes. */
    static String colours(EventType type) {
        return switch (type) {
            case ISSUED, RETURNED, UNDONE, NOTED, CORRECTED -> "waiting";
            case CALLED, RECALLED -> "called";
            case SERVED, RESUMED -> "serving";
            case COMPLETED -> "completed";
            case NO_SHOW -> "no-show";
            case HELD -> "held";
            case TRANSFERRED, HANDED_OFF -> "transferred";
            case ABANDONED -> "abandoned";
        };
    }
}
