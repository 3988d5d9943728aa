package id.balairung.queue;

import id.balairung.agency.MallRules;
import java.time.Duration;

/**
 * The rates and limits of {@link CallOrder}.
 *
 * @param priorityRatePercent how fast a vulnerable group earns its turn beside the general class, in percent
 * @param vulnerableMaximumWait the wait after which a vulnerable visitor goes first
 * @param generalLimitInTargets after how many target waits a general visitor goes first too, so that a stream of
 *     priority visitors can't starve them
 */
public record CallPolicy(int priorityRatePercent, Duration vulnerableMaximumWait, int generalLimitInTargets) {

    private static final int GENERAL_LIMIT_IN_TARGETS = 3;

    /** The policy that follows from the mall's rules. */
    public static CallPolicy of(MallRules rules) {
        return new CallPolicy(rules.priorityRatePercent(), rules.vulnerableMaximumWait(), GENERAL_LIMIT_IN_TARGETS);
    }
}
