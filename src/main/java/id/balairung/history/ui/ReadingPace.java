package id.balairung.history.ui;

import java.time.Duration;

/** How soon a list is read again when something changed: at once, but where a reading was slow, after a rest. */
final class ReadingPace {

    /** So long a reading may take that is repeated at each change. */
    private static final Duration UNNOTICED = Duration.ofMillis(200);

    /** So many times as long as a reading took nothing is read after it. */
    private static final int REST = 20;

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private long restEnds;
    private boolean resting;

    /**
     * A reading is over.
     *
     * @param began when it began, in nanoseconds of a clock
     * @param ended when it ended, of the same clock
     */
    void read(long began, long ended) {
        long took = ended - began;
        resting = took > UNNOTICED.toNanos();
        restEnds = ended + Math.min(REST * took, LONGEST_REST.toNanos());
    }

    /**
     * How long the next reading is to wait.
     *
     * @param now in nanoseconds of the same clock
     */
    Duration rest(long now) {
        return resting ? Duration.ofNanos(Math.max(0, restEnds - now)) : Duration.ZERO;
    }
}
