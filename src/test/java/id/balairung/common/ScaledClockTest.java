package id.balairung.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A clock that goes faster, from when it is told to. */
class ScaledClockTest {

    private static final Instant YESTERDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-24T23:55:00Z");

    private final ScaledClock clock = new ScaledClock(Clock.fixed(YESTERDAY, ZoneOffset.UTC), 600);

    @Test
    void untilItBeginsItShowsTheRealTimeAtItsPace() {
        assertThat(clock.instant()).isEqualTo(YESTERDAY);
        assertThat(ScaledClock.speedOf(clock)).isEqualTo(1);
        assertThat(ScaledClock.speedOf(Clock.systemUTC())).isEqualTo(1);
    }

    @Test
    void onceBegunItGoesSoManyTimesAsFast() {
        clock.beginAt(MORNING);
        assertThat(ScaledClock.speedOf(clock)).isEqualTo(600);

        long beforeFirst = System.nanoTime();
        Instant first = clock.instant();
        long afterFirst = System.nanoTime();
        await().until(() ->
                System.nanoTime() - afterFirst > Duration.ofMillis(30).toNanos());
        long beforeSecond = System.nanoTime();
        Instant second = clock.instant();
        long afterSecond = System.nanoTime();

        assertThat(first).isAfterOrEqualTo(MORNING);
        Duration rounding = Duration.ofMillis(2);
        assertThat(Duration.between(first, second))
                .isBetween(
                        Duration.ofNanos((beforeSecond - afterFirst) * 600).minus(rounding),
                        Duration.ofNanos((afterSecond - beforeFirst) * 600).plus(rounding));
    }

    @Test
    void itShowsWhatTheDatabaseKeeps() {
        clock.beginAt(MORNING);
        Instant shown = clock.instant();
        assertThat(shown).isEqualTo(shown.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void inAnotherZoneItIsTheSameClock() {
        Clock kendari = clock.withZone(ZoneId.of("Asia/Makassar"));
        clock.beginAt(MORNING);
        assertThat(kendari.instant()).isAfterOrEqualTo(MORNING);
        assertThat(kendari.getZone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    }

    @Test
    void itNeverStandsStill() {
        assertThatThrownBy(() -> new ScaledClock(Clock.systemUTC(), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
