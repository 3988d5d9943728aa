package id.balairung.demo;

import id.balairung.history.TurnResult;
import id.balairung.queue.PriorityClass;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn of a day that is over, as an older system would have kept it. Every moment is UTC.
 *
 * @param number the ticket's number
 * @param service the prefix of the turn's service, which a transfer may have changed
 * @param priorityClass the visitor's class
 * @param queued when it was queued
 * @param call who called it; empty when nobody did
 * @param ended when it ended
 * @param result how it ended
 * @param rating from 1 to 4; empty for those who said nothing
 */
record PastTurn(
        Number number,
        String service,
        PriorityClass priorityClass,
        Instant queued,
        Optional<Call> call,
        Instant ended,
        TurnResult result,
        Optional<Integer> rating) {

    /** A number as it is written on the slip. */
    record Number(String prefix, int sequence) {

        @Override
        public String toString() {
            return "%s-%03d".formatted(prefix, sequence);
        }
    }

    /**
     * A call.
     *
     * @param counter the counter's number
     * @param officer the officer's sign-in name
     * @param at the last call
     * @param serving when service began; empty for those who didn't come
     */
    record Call(int counter, String officer, Instant at, Optional<Instant> serving) {}
}
