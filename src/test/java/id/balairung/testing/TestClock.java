package id.balairung.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Goes as fast as the real time, from ten in the morning of the mall's day, so that no test comes to midnight unasked; plus
 * an offset that a test chooses. In UTC and microseconds, as the application's own.
 */
public final class TestClock extends Clock {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final AtomicReference<Duration> offset;
    private final Duration morning;
    private final Clock base;

    TestClock() {
        this.base = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        Instant now = base.instant();
        this.morning = Duration.between(now, now.atZone(MALL).with(MORNING).toInstant());
        this.offset = new AtomicReference<>(morning);
    }

    private TestClock(TestClock followed, Clock base) {
        this.offset = followed.offset;
        this.morning = followed.morning;
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

    /** As if no test had touched it. */
    public void reset() {
        offset.set(morning);
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
        return new TestClock(this, base.withZone(zone));
    }
}
