package id.balairung.queue;

import java.time.Duration;

/** How long somebody who takes a number now will probably wait; a range, or why there is none. */
public sealed interface WaitEstimate {

    /**
     * Probably between these.
     *
     * @param from the shorter wait, not negative
     * @param to the longer wait, at least as long
     */
    record Range(Duration from, Duration to) implements WaitEstimate {}

    /** Too few were served today to tell. */
    record TooLittleData() implements WaitEstimate {}

    /** No counter serves this at present. */
    record NoCounter() implements WaitEstimate {}
}
