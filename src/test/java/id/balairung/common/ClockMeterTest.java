package id.balairung.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockMeterTest {

    private static final Instant MORNING = Instant.parse("2026-11-30T01:00:00Z");

    @Test
    void aClockThatIsSetBackStopsNoBucketFromFillingUp() {
        AtomicReference<Instant> now = new AtomicReference<>(MORNING);
        InstantSource time = now::get;
        Clock clock = time.withZone(ZoneOffset.UTC);
        Bucket bucket = Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofMinutes(1)))
                .build();
        assertThat(bucket.tryConsume(1)).isTrue();
        now.set(MORNING.minus(Duration.ofHours(9)));
        assertThat(bucket.tryConsume(1)).isFalse();
        now.set(MORNING.minus(Duration.ofHours(9)).plus(Duration.ofMinutes(1)));
        assertThat(bucket.tryConsume(1)).isTrue();
    }
}
