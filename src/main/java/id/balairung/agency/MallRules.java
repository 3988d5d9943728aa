package id.balairung.agency;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The mall's name and the rules that hold for all its agencies.
 *
 * @param name the mall's name
 * @param zone the mall's zone; the service day is a date in it
 * @param recallsBeforeNoShow how often a ticket is recalled, after its first call, before it may be a no-show
 * @param recallCooldown the least time between two calls of one ticket
 * @param lateReturnTolerance how long after a no-show a visitor may queue again with the same number
 * @param priorityRatePercent how fast a priority class earns its turn beside the general class, in percent; 200 is twice
 * @param vulnerableMaximumWait the wait after which a priority class goes first
 */
public record MallRules(
        String name,
        ZoneId zone,
        int recallsBeforeNoShow,
        Duration recallCooldown,
        Duration lateReturnTolerance,
        int priorityRatePercent,
        Duration vulnerableMaximumWait) {

    /** The rules a new mall starts with: two recalls two minutes apart, half an hour's tolerance, 15 minutes' maximum. */
    public static MallRules standard(String name, ZoneId zone) {
        return new MallRules(name, zone, 2, Duration.ofMinutes(2), Duration.ofMinutes(30), 200, Duration.ofMinutes(15));
    }
}
