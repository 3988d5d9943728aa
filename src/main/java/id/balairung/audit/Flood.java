package id.balairung.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets a few through in each minute of real time and counts the others, so that nobody can fill a trail. */
final class Flood<K> {

    private final int most;
    private final Map<K, Integer> counts = new HashMap<>();
    private final LongSupplier now;
    private long minute;

    /**
     * A limit.
     *
     * @param most how many in a minute, for each source
     */
    Flood(int most) {
        this(most, () -> TimeUnit.NANOSECONDS.toMinutes(System.nanoTime()));
    }

    Flood(int most, LongSupplier now) {
        this.most = most;
        this.now = now;
        this.minute = now.getAsLong();
    }

    /** Counts one more from a source and says whether it is to be told by itself. */
    synchronized boolean admits(K source) {
        return counts.merge(source, 1, Integer::sum) <= most;
    }

    /** Begins anew when a minute is over, and says how many weren't told by themselves in it. */
    synchronized Map<K, Integer> minuteOver() {
        long present = now.getAsLong();
        if (present == minute) {
            return Map.of();
        }
        minute = present;
        Map<K, Integer> untold = new HashMap<>();
        counts.forEach((source, count) -> {
            if (count > most) {
                untold.put(source, count - most);
            }
        });
        counts.clear();
        return untold;
    }
}
