package id.balairung.history.ui;

import id.balairung.queue.EventType;
import id.balairung.queue.PastEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event among the others of its ticket. Durations follow kpi.md.
 *
 * @param event what happened
 * @param undone whether it was taken back later
 * @param undoes what it took back, where it is an undoing
 * @param calls how often the turn had been called with it
 * @param waited how long the turn had waited until it, where it called somebody
 * @param way how long somebody was on the way, where service began with it
 * @param hold the hold that ended with it
 * @param serviceTime the service time, where service ended with it
 */
record TimelineStep(
        PastEvent event,
        boolean undone,
        Optional<PastEvent> undoes,
        int calls,
        Optional<Duration> waited,
        Optional<Duration> way,
        Optional<Hold> hold,
        Optional<Duration> serviceTime) {

    /**
     * A hold that is over.
     *
     * @param lasted how long it lasted
     * @param inService whether it lay within the service, whose time it is no part of; otherwise it is waiting time
     */
    record Hold(Duration lasted, boolean inService) {}

    /** A ticket's events, in their order. */
    static List<TimelineStep> of(List<PastEvent> events) {
        Set<Long> undone = new HashSet<>();
        List<TimelineStep> steps = new ArrayList<>();
        PastEvent last = null;
        Turn before = Turn.NONE;
        Turn turn = Turn.NONE;
        for (PastEvent event : events) {
            if (event.type() == EventType.NOTED || event.type() == EventType.CORRECTED) {
                steps.add(turn.step(event, turn, Optional.empty()));
                continue;
            }
            Optional<PastEvent> undoes = Optional.ofNullable(last).filter(taken -> event.type() == EventType.UNDONE);
            undoes.ifPresent(taken -> undone.add(taken.id()));
            Turn after = event.type() == EventType.UNDONE ? before : turn.after(event);
            steps.add(after.step(event, turn, undoes));
            before = turn;
            turn = after;
            last = event;
        }
        return steps.stream()
                .map(step -> step.undone(undone.contains(step.event.id())))
                .toList();
    }

    private TimelineStep undone(boolean taken) {
        return new TimelineStep(event, taken, undoes, calls, waited, way, hold, serviceTime);
    }

    /** What is known of a turn as its events go by. */
    private record Turn(
            Instant queuedAt,
            int calls,
            Optional<Instant> calledAt,
            Optional<Instant> servedAt,
            Optional<Instant> heldAt,
            Duration held) {

        static final Turn NONE = queued(Instant.EPOCH);

        static Turn queued(Instant at) {
            return new Turn(at, 0, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO);
        }

        Turn after(PastEvent event) {
            Instant at = event.at();
            return switch (event.type()) {
                case ISSUED, RETURNED, TRANSFERRED -> queued(at);
                case CALLED, RECALLED -> called(at);
                case SERVED -> new Turn(queuedAt, calls, calledAt, Optional.of(at), heldAt, held);
                case HELD -> new Turn(queuedAt, calls, calledAt, servedAt, Optional.of(at), held);
                case RESUMED -> servedAt.isPresent() ? goingOn(at) : called(at);
                case COMPLETED, ABANDONED -> goingOn(at);
                case NO_SHOW, HANDED_OFF, UNDONE, NOTED, CORRECTED -> this;
            };
        }

        private Turn called(Instant at) {
            return new Turn(queuedAt, calls + 1, Optional.of(at), servedAt, Optional.empty(), held);
        }

        private Turn goingOn(Instant at) {
            Duration longer = held.plus(
                    holdUntil(at).filter(Hold::inService).map(Hold::lasted).orElse(Duration.ZERO));
            return new Turn(queuedAt, calls, calledAt, servedAt, Optional.empty(), longer);
        }

        private Optional<Hold> holdUntil(Instant at) {
            return heldAt.map(since -> new Hold(Duration.between(since, at), servedAt.isPresent()));
        }

        /** The event as it looks once it has happened to the turn that was there before. */
        TimelineStep step(PastEvent event, Turn before, Optional<PastEvent> undoes) {
            EventType type = event.type();
            boolean calling = type == EventType.CALLED
                    || type == EventType.RECALLED
                    || (type == EventType.RESUMED && servedAt.isEmpty());
            boolean endsHold = type == EventType.RESUMED || type == EventType.COMPLETED || type == EventType.ABANDONED;
            return new TimelineStep(
                    event,
                    false,
                    undoes,
                    calls,
                    Optional.of(Duration.between(queuedAt, event.at())).filter(waited -> calling),
                    calledAt.map(called -> Duration.between(called, event.at()))
                            .filter(way -> type == EventType.SERVED),
                    before.holdUntil(event.at()).filter(hold -> endsHold),
                    servedAt.map(began -> Duration.between(began, event.at()).minus(held))
                            .filter(time -> type == EventType.COMPLETED));
        }
    }
}
