package id.balairung.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a past the demonstration mall is given at its first start.
 *
 * @param pastWeeks how many weeks at least, back to the beginning of a month, 0 to {@value #MOST_WEEKS}; 0 for none
 * @param pastSeed what decides chance
 */
@ConfigurationProperties("balairung.demo")
record PastProperties(
        @DefaultValue("0") int pastWeeks, @DefaultValue("1") long pastSeed) {

    static final int MOST_WEEKS = 52;

    PastProperties {
        if (pastWeeks < 0 || pastWeeks > MOST_WEEKS) {
            throw new IllegalArgumentException(
                    "The demonstration mall's past is 0 to %d weeks, not %d".formatted(MOST_WEEKS, pastWeeks));
        }
    }
}
