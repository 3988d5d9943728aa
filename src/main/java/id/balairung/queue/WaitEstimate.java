package id.balairung.queue;

import java.time.Duration;

/** How long somebody who takes a number now will probably wait for the call; a range, or why there is none. */
public sealed interface WaitEstimate {

    /**
     * Probably between these, in whole minutes as they are told: above half an hour in steps of five.
     *
     * @param from the shorter wait, not negative
     * @param to the longer wait, at least as long
     */
    record Range(Duration from, Duration to) implements WaitEstimate {

        /** Refuses what can't be waited. */
        public Range {
            if (from.isNegative() || to.compareTo(from) < 0) {
                throw new IllegalArgumentException("No range of waits: " + from + " to " + to);
            }
        }
    }

    /** Too few were served today to tell. */
    record TooLittleData() implements WaitEstimate {}

    /** No counter serves this at present. */
    record NoCounter() implements WaitEstimate {}
}
