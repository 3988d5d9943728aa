package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A list that is read slowly is read seldom. */
class ReadingPaceTest {

    private static final long NOW = 5_000_000_000L;

    private final ReadingPace pace = new ReadingPace();

    @Test
    void whatIsReadFastIsReadAgainAtOnce() {
        assertThat(pace.rest(NOW)).isZero();
        pace.read(NOW - millis(200), NOW);
        assertThat(pace.rest(NOW)).isZero();
    }

    @Test
    void whatIsReadSlowlyRests() {
        pace.read(NOW - millis(250), NOW);
        assertThat(pace.rest(NOW)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.rest(NOW + millis(5_000))).isZero();

        pace.read(NOW - millis(4_000), NOW);
        assertThat(pace.rest(NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.rest(NOW + millis(29_000))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.rest(NOW + millis(30_000))).isZero();
        assertThat(pace.rest(NOW + millis(90_000))).isZero();

        pace.read(NOW, NOW + millis(10));
        assertThat(pace.rest(NOW + millis(10))).isZero();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
