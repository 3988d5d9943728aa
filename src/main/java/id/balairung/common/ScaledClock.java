package id.balairung.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A clock that goes faster than real time, for a day that is played. Until {@link #beginAt} it shows the real time, so that
 * nothing is recorded in a time that nobody asked for. In microseconds, as the house's own clock.
 *
 * <p>What only keeps the house fresh (how long a copy is good, when an event that is missing is given up) has nothing to do
 * with what time people say it is: it asks {@link #speedOf} or counts {@link System#nanoTime()}.
 */
public final class ScaledClock extends Clock {

    private static final int NANOS_OF_A_MICRO = 1_000;

    private final Clock real;
    private final int speed;
    private final AtomicReference<@Nullable Beginning> beginning;

    /**
     * A clock.
     *
     * @param real what it shows before it begins
     * @param speed how many seconds pass in one of real time, from when it begins, at least 1
     */
    ScaledClock(Clock real, int speed) {
        this(real, speed, new AtomicReference<>());
    }

    private ScaledClock(Clock real, int speed, AtomicReference<@Nullable Beginning> beginning) {
        if (speed < 1) {
            throw new IllegalArgumentException("Time doesn't stand still or go back: speed " + speed);
        }
        this.real = real;
        this.speed = speed;
        this.beginning = beginning;
    }

    /**
     * How many seconds pass on a clock in one of real time.
     *
     * @param clock any clock
     * @return 1 for every other clock, and before a scaled one begins
     */
    public static int speedOf(Clock clock) {
        return clock instanceof ScaledClock scaled && scaled.beginning.get() != null ? scaled.speed : 1;
    }

    /**
     * How much real time has passed since a moment of a clock. What people have to do is measured so, e.g. to sign in again,
     * however fast the mall's day goes.
     *
     * @param clock any clock
     * @param moment a moment that it told
     */
    public static Duration realTimeSince(Clock clock, Instant moment) {
        return Duration.between(moment, clock.instant()).dividedBy(speedOf(clock));
    }

    /**
     * Makes it a moment now and lets time run from there at the clock's speed.
     *
     * @param moment the moment, UTC
     */
    public void beginAt(Instant moment) {
        beginning.set(new Beginning(moment, System.nanoTime()));
    }

    @Override
    public Instant instant() {
        Beginning begun = beginning.get();
        if (begun == null) {
            return real.instant();
        }
        long micros = (System.nanoTime() - begun.nanos()) / NANOS_OF_A_MICRO * speed;
        return begun.moment().plus(Duration.ofNanos(micros * NANOS_OF_A_MICRO));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ScaledClock(real.withZone(zone), speed, beginning);
    }

    private record Beginning(Instant moment, long nanos) {}
}
