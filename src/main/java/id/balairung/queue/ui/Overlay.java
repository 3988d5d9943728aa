package id.balairung.queue.ui;

import id.balairung.queue.QueueBoard;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What an own act changed on the board, until a board that was read after it arrives.
 *
 * @param answered when the act was answered
 * @param change what it changed
 */
record Overlay(Instant answered, UnaryOperator<QueueBoard> change) {

    /** Whether a board was read too early to know of the act. */
    boolean missingIn(QueueBoard board) {
        return !board.asOf().isAfter(answered);
    }
}
