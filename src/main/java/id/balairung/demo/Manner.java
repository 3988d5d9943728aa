package id.balairung.demo;

import id.balairung.queue.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How somebody with a number behaves, and what their matter asks of the officer.
 *
 * @param comesAtCall at which call they hear it, from 1; 0 for never
 * @param returnsAfter how long after a no-show they come back; empty for never
 * @param way how long they walk to the counter
 * @param effort their service time in typical ones
 * @param course which way their service takes
 * @param elsewhere the prefix of the service that a transfer or hand-off goes to; empty for other courses
 * @param outcome what comes of it
 * @param patience after how many target waits they leave; empty for those who stay
 */
record Manner(
        int comesAtCall,
        Optional<Duration> returnsAfter,
        Duration way,
        double effort,
        Course course,
        Optional<String> elsewhere,
        Outcome outcome,
        Optional<Double> patience) {

    /** The way that a service takes. */
    enum Course {
        /** It is finished at the counter. */
        FINISHED,
        /** It goes on at another service of the agency. */
        TRANSFERRED,
        /** It goes on at another agency. */
        HANDED_OFF,
        /** It waits for a paper or a copy, and goes on. */
        HELD
    }

    private static final double TRANSFERS = 0.03;
    private static final double HAND_OFFS = 0.015;
    private static final double HOLDS = 0.02;

    /**
     * The manner of a visitor.
     *
     * @param dice the visitor's dice
     * @param advice whether the service is advice rather than a paper
     * @param within prefixes of the other services of the agency
     * @param beyond prefixes of services of other agencies
     */
    static Manner of(Dice dice, boolean advice, List<String> within, List<String> beyond) {
        int comes = dice.chance(0.05) ? 0 : dice.chance(0.92) ? 1 : dice.chance(0.8) ? 2 : 3;
        Optional<Duration> returns = comes == 0 && dice.chance(0.4)
                ? Optional.of(dice.between(Duration.ofMinutes(4), Duration.ofMinutes(25)))
                : Optional.empty();
        Duration way = dice.between(Duration.ofSeconds(20), Duration.ofSeconds(90));
        double effort = Math.clamp(dice.logNormal(0.35), 0.3, 3);
        double turn = dice.between(0.0, 1.0);
        Course course = Course.FINISHED;
        Optional<String> elsewhere = Optional.empty();
        if (turn < TRANSFERS && !within.isEmpty()) {
            course = Course.TRANSFERRED;
            elsewhere = Optional.of(dice.pick(within));
        } else if (turn >= TRANSFERS && turn < TRANSFERS + HAND_OFFS && !beyond.isEmpty()) {
            course = Course.HANDED_OFF;
            elsewhere = Optional.of(dice.pick(beyond));
        } else if (turn > 1 - HOLDS) {
            course = Course.HELD;
        }
        Optional<Double> patience = dice.chance(0.35) ? Optional.of(dice.between(1.8, 4.0)) : Optional.empty();
        return new Manner(comes, returns, way, effort, course, elsewhere, outcome(dice, advice), patience);
    }

    private static Outcome outcome(Dice dice, boolean advice) {
        double drawn = dice.between(0.0, 1.0);
        if (advice && drawn < 0.6) {
            return Outcome.CONSULTATION;
        }
        if (drawn < 0.79) {
            return Outcome.FULFILLED;
        }
        if (drawn < 0.93) {
            return Outcome.DOCUMENTS_MISSING;
        }
        return drawn < 0.96 ? Outcome.NOT_POSSIBLE : Outcome.CONSULTATION;
    }

    /** Whether they come when called for so many times. */
    boolean comesAt(int calls) {
        return comesAtCall > 0 && calls >= comesAtCall;
    }

    /** The same person, come back or sent on: they are there and want it finished. */
    Manner present() {
        return new Manner(
                1, Optional.empty(), way, effort, Course.FINISHED, Optional.empty(), outcome, Optional.empty());
    }
}
