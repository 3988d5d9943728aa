package id.balairung.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Counts what happens in the running minute. */
final class PerMinute {

    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int count;

    PerMinute(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more and tells how many there were in this minute. */
    synchronized int next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            count = 0;
        }
        return ++count;
    }
}
