package id.balairung.common;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The house's clock for buckets of tries, so that pauses pass in the time that a test lets pass. It never runs backwards: where the
 * clock is set back by hours, what was used up comes back by the time that passes from then on. A clock that is corrected a little,
 * forth and back, gives nothing twice.
 */
public final class ClockMeter implements TimeMeter {

    private static final Duration CORRECTED = Duration.ofHours(1);

    private final Clock clock;
    private Instant last;
    private long passed;

    /**
     * Begins at the clock's present time.
     *
     * @param clock the clock
     */
    public ClockMeter(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public synchronized long currentTimeNanos() {
        Instant now = clock.instant();
        if (now.isAfter(last)) {
            passed += Duration.between(last, now).toNanos();
            last = now;
        } else if (now.isBefore(last.minus(CORRECTED))) {
            last = now;
        }
        return passed;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
