package id.balairung.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which events may still appear. An id is given when a row is written, and the row is seen when its transaction is over: a lower
 * id can come after a higher one, or never. An id that was passed over is waited for as long as a transaction may reasonably take,
 * and no longer: a row that turns up there later was not written by this application.
 */
final class UnseenIds {

    private static final long PATIENCE = Duration.ofMinutes(15).toNanos();

    private final List<Gap> gaps = new ArrayList<>();
    private long last;

    /** Everything after an id is unseen. */
    UnseenIds(long last) {
        this.last = last;
    }

    private record Gap(long from, long to, long since) {}

    /** The highest id that was seen. */
    long last() {
        return last;
    }

    /** Takes note of ids after {@link #last}, in their order. */
    void saw(Collection<Long> ids) {
        long now = System.nanoTime();
        for (long id : ids) {
            if (id > last + 1) {
                gaps.add(new Gap(last + 1, id - 1, now));
            }
            last = Math.max(last, id);
        }
        gaps.removeIf(gap -> now - gap.since() > PATIENCE);
    }

    /** Whether an id was passed over and may still appear. */
    boolean waitsFor(long id) {
        return gaps.stream().anyMatch(gap -> gap.from() <= id && id <= gap.to());
    }

    boolean waits() {
        return !gaps.isEmpty();
    }

    long lowest() {
        return gaps.stream().mapToLong(Gap::from).min().orElse(last + 1);
    }

    long highest() {
        return gaps.stream().mapToLong(Gap::to).max().orElse(last);
    }
}
