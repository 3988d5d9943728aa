package id.balairung.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A call on its way to many screens, and when the last of them had it. */
class Arrival {

    private static final long PATIENCE_SECONDS = 20;

    private final CalledNumber called;
    private final CountDownLatch missing;
    private final long start = System.nanoTime();
    private final AtomicLong last = new AtomicLong(start);

    Arrival(CalledNumber called, int screens) {
        this.called = called;
        this.missing = new CountDownLatch(screens);
    }

    CalledNumber called() {
        return called;
    }

    /** A screen has it, at a moment as {@link System#nanoTime()} counts. */
    void at(long moment) {
        last.accumulateAndGet(moment, Math::max);
        missing.countDown();
    }

    /** How many screens don't have it after so long; waits no longer than needed. */
    int missingAfter(long seconds) throws InterruptedException {
        missing.await(seconds, TimeUnit.SECONDS);
        return Math.toIntExact(missing.getCount());
    }

    /** Milliseconds from a moment until the last screen had it; waits for that. */
    double millisSince(long moment) throws InterruptedException {
        if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%d screens never showed %s".formatted(missing.getCount(), called));
        }
        return (last.get() - moment) / 1e6;
    }
}
