package id.balairung.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose turn it is: a pure function of who waits and what time it is.
 *
 * <p>Priority accumulates (Kleinrock's time-dependent priority): a ticket earns {@code rate x waited / target wait},
 * where vulnerable groups earn at a higher rate and each wait is measured by its own service's published target. Above
 * that stands a limit: whoever has reached it goes first, earliest deadline first. Vulnerable groups reach it after the
 * mall's maximum wait, the general class after a multiple of its target, so that no class starves. Within one class of
 * one service the order is by arrival.
 *
 * @param policy the rates and limits
 */
public record CallOrder(CallPolicy policy) {

    /**
     * A ticket and why it is next.
     *
     * @param candidate the ticket
     * @param reason why
     */
    public record Choice(Candidate candidate, CallReason reason) {}

    /**
     * Whose turn it is.
     *
     * @param waiting who waits, in any order
     * @param now the moment, UTC
     * @return the choice; empty when nobody waits
     */
    public Optional<Choice> next(Collection<Candidate> waiting, Instant now) {
        return waiting.stream().min(comparator(now)).map(first -> new Choice(first, reason(first, waiting, now)));
    }

    /**
     * Everybody who waits, in the order in which they would be called if nobody else came.
     *
     * @param waiting who waits, in any order
     * @param now the moment, UTC
     */
    public List<Candidate> sorted(Collection<Candidate> waiting, Instant now) {
        return waiting.stream().sorted(comparator(now)).toList();
    }

    /** Whether one who waits would be called before another at a moment. */
    boolean goesBefore(Candidate one, Candidate other, Instant at) {
        return comparator(at).compare(one, other) < 0;
    }

    private Comparator<Candidate> comparator(Instant now) {
        return (one, other) -> {
            boolean oneLate = late(one, now);
            boolean otherLate = late(other, now);
            if (oneLate != otherLate) {
                return oneLate ? -1 : 1;
            }
            int turn = oneLate ? deadline(one).compareTo(deadline(other)) : comparePriority(other, one, now);
            if (turn != 0) {
                return turn;
            }
            int arrival = one.waitsSince().compareTo(other.waitsSince());
            return arrival != 0
                    ? arrival
                    : one.ticket().value().compareTo(other.ticket().value());
        };
    }

    /** Compares {@code rate x waited / target} without dividing. */
    private int comparePriority(Candidate one, Candidate other, Instant now) {
        return Long.compare(
                Math.multiplyExact(earned(one, now), other.targetWait().toSeconds()),
                Math.multiplyExact(earned(other, now), one.targetWait().toSeconds()));
    }

    private long earned(Candidate candidate, Instant now) {
        int rate = candidate.priorityClass().vulnerable() ? policy.priorityRatePercent() : 100;
        return Math.multiplyExact(candidate.waited(now).toMillis(), rate);
    }

    private boolean late(Candidate candidate, Instant now) {
        return !deadline(candidate).isAfter(now);
    }

    private Instant deadline(Candidate candidate) {
        return candidate.waitsSince().plus(limit(candidate));
    }

    private Duration limit(Candidate candidate) {
        return candidate.priorityClass().vulnerable()
                ? policy.vulnerableMaximumWait()
                : candidate.targetWait().multipliedBy(policy.generalLimitInTargets());
    }

    private CallReason reason(Candidate chosen, Collection<Candidate> waiting, Instant now) {
        Optional<Candidate> overtaken = waiting.stream()
                .filter(other -> other.waitsSince().isBefore(chosen.waitsSince()))
                .min(comparator(now));
        Duration waited = chosen.waited(now);
        if (late(chosen, now)) {
            return new CallReason.MaximumWait(waited, limit(chosen));
        }
        // Between two vulnerable visitors the class gives neither an advantage: their services' targets decide.
        if (chosen.priorityClass().vulnerable()
                && overtaken
                        .filter(other -> !other.priorityClass().vulnerable())
                        .isPresent()) {
            return new CallReason.PriorityClassAhead(
                    waited, limit(chosen), overtaken.get().ticket());
        }
        return new CallReason.LongestWait(waited, chosen.targetWait(), overtaken.map(Candidate::ticket));
    }
}
