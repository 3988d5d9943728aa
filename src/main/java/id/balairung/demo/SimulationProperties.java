package id.balairung.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how a day is played.
 *
 * @param enabled whether
 * @param speed how many seconds of the mall pass in one of real time, 1 to {@value #FASTEST}
 * @param seed what decides chance
 */
@ConfigurationProperties("balairung.simulation")
record SimulationProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("60") int speed,
        @DefaultValue("1") long seed) {

    static final int FASTEST = 600;

    SimulationProperties {
        if (speed < 1 || speed > FASTEST) {
            throw new IllegalArgumentException(
                    "The speed of the simulated day is 1 to %d, not %d".formatted(FASTEST, speed));
        }
    }
}
