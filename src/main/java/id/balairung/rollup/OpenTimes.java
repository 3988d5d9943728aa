package id.balairung.rollup;

import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.counter.OpenStretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a counter counts as open on a day: a pure function. A shift that passes midnight was forgotten, for officers go home. So on
 * each day that it touches its turns say how long somebody was there: from the first call, on the day of the opening from then, to the
 * end of the last turn; without any turn nobody was. Only on the day that goes on a counter that is open still is so until now, from
 * its first call on. Shifts that lie within their day count as they are. Turns at a counter that would have been closed all day say
 * that it was open from the first call to the last end; whether somebody had a break meanwhile isn't known.
 *
 * <p>Of a turn that was called again the last call is known, and of one that nobody ended on its day no end: it counts up to when its
 * service began, or to its call.
 */
final class OpenTimes {

    private OpenTimes() {}

    /** From the first call at a counter to the end of the last turn, UTC. */
    private record Presence(Instant first, Instant last) {}

    /**
     * Of one counter.
     *
     * @param day which, up to now while it goes on
     * @param noted when it was open as it was noted down, that day
     * @param turns those that were called there last
     */
    static List<OpenStretch> of(DayBounds day, List<OpenStretch> noted, List<DayTurn> turns) {
        Optional<Presence> presence = presence(day, turns);
        List<OpenStretch> times = noted.stream()
                .flatMap(stretch -> counts(day, stretch, presence).stream())
                .toList();
        return times.isEmpty()
                ? presence.map(there -> told(turns, there)).stream().toList()
                : times;
    }

    private static Optional<OpenStretch> counts(DayBounds day, OpenStretch stretch, Optional<Presence> presence) {
        boolean carriedOver = stretch.opened().isBefore(day.begin());
        boolean goesOn =
                stretch.closed().filter(closed -> !closed.isAfter(day.end())).isEmpty();
        if (!carriedOver && !(goesOn && day.over())) {
            return Optional.of(stretch);
        }
        return presence.flatMap(there -> stretch.part(
                carriedOver ? there.first() : stretch.from(), goesOn && !day.over() ? day.until() : there.last()));
    }

    private static Optional<Presence> presence(DayBounds day, List<DayTurn> turns) {
        List<Instant> known = turns.stream()
                .flatMap(OpenTimes::moments)
                .filter(moment -> !moment.isBefore(day.begin()) && !moment.isAfter(day.until()))
                .sorted()
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Presence(known.getFirst(), known.getLast()));
    }

    private static Stream<Instant> moments(DayTurn turn) {
        return Stream.of(
                        turn.calledAt(),
                        turn.servingSince(),
                        turn.endedAt()
                                .filter(ended ->
                                        turn.calledAt().or(turn::servingSince).isPresent()))
                .flatMap(Optional::stream);
    }

    private static OpenStretch told(List<DayTurn> turns, Presence there) {
        return new OpenStretch(
                turns.getFirst().counter().orElseThrow(),
                there.first(),
                there.last(),
                there.first(),
                Optional.of(there.last()));
    }
}
