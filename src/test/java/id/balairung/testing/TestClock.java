package id.balairung.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Goes with the real time, plus an offset that a test chooses. In UTC and microseconds, as the application's own. */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> offset;
    private final Clock base;

    TestClock() {
        this(new AtomicReference<>(Duration.ZERO), Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
    }

    private TestClock(AtomicReference<Duration> offset, Clock base) {
        this.offset = offset;
        this.base = base;
    }

    /** Lets that much time pass at once. */
    public void advance(Duration time) {
        offset.updateAndGet(before -> before.plus(time));
    }

    /** Makes it that moment now; time goes on from there. */
    public void set(Instant moment) {
        offset.set(Duration.between(base.instant(), moment));
    }

    /** Goes back to the real time. */
    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** A clock in another zone that keeps following this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(offset, base.withZone(zone));
    }
}
