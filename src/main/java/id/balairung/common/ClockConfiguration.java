package id.balairung.common;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /**
     * UTC, in microseconds: what a {@code datetime(6)} keeps, so that a moment read back equals the moment written. Where a
     * simulated day is asked for it can be made to go faster.
     */
    @Bean
    Clock clock(
            @Value("${balairung.simulation.enabled:false}") boolean simulated,
            @Value("${balairung.simulation.speed:60}") int speed) {
        Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        return simulated ? new ScaledClock(real, speed) : real;
    }
}
