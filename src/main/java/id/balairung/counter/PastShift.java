package id.balairung.counter;

import id.balairung.security.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * A shift that is over, as {@link DemoShifts} takes it.
 *
 * @param counter the counter's number
 * @param officer who had it
 * @param opened when it was opened, UTC
 * @param closed when it was closed, UTC
 * @param breaks the breaks within it, in their order
 */
public record PastShift(int counter, StaffId officer, Instant opened, Instant closed, List<PastBreak> breaks) {

    /**
     * A break within a shift that is over.
     *
     * @param reason why
     * @param from from when, UTC
     * @param planned until when it was meant to last, UTC
     * @param until until when it lasted, UTC
     */
    public record PastBreak(BreakReason reason, Instant from, Instant planned, Instant until) {}

    /** Keeps the breaks as they are. */
    public PastShift {
        breaks = List.copyOf(breaks);
    }
}
