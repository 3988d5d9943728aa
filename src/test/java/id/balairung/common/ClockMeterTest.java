package id.balairung.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockMeterTest {

    private static final Instant MORNING = Instant.parse("2026-11-30T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final InstantSource time = now::get;
    private final Bucket bucket = Bucket.builder()
            .withCustomTimePrecision(new ClockMeter(time.withZone(ZoneOffset.UTC)))
            .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofMinutes(1)))
            .build();

    @Test
    void aClockThatIsSetBackStopsNoBucketFromFillingUp() {
        assertThat(bucket.tryConsume(1)).isTrue();
        now.set(MORNING.minus(Duration.ofHours(9)));
        assertThat(bucket.tryConsume(1)).isFalse();
        now.set(MORNING.minus(Duration.ofHours(9)).plus(Duration.ofMinutes(1)));
        assertThat(bucket.tryConsume(1)).isTrue();
    }

    @Test
    void aClockThatGoesForthAndBackGivesNothingTwice() {
        assertThat(bucket.tryConsume(1)).isTrue();
        now.set(MORNING.plus(Duration.ofMinutes(10)));
        assertThat(bucket.tryConsume(1)).isTrue();
        now.set(MORNING);
        assertThat(bucket.tryConsume(1)).isFalse();
        now.set(MORNING.plus(Duration.ofMinutes(10)));
        assertThat(bucket.tryConsume(1)).isFalse();
    }
}
