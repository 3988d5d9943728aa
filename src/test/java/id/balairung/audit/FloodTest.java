package id.balairung.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodTest {

    private final AtomicLong minute = new AtomicLong(7);
    private final Flood<String> flood = new Flood<>(10, minute::get);

    @Test
    void afterTenInAMinuteTheOthersAreOnlyCounted() {
        assertThat(IntStream.range(0, 25).filter(time -> flood.admits("a")).count())
                .isEqualTo(10);
        assertThat(flood.admits("b")).isTrue();
        assertThat(flood.minuteOver()).isEmpty();
        minute.incrementAndGet();
        assertThat(flood.minuteOver()).isEqualTo(Map.of("a", 15));
        assertThat(flood.admits("a")).isTrue();
    }
}
