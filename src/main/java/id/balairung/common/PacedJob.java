package id.balairung.common;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something done again and again on a thread of its own, from the application's start to its end, with the same pause before
 * each round. A round that fails doesn't end it, and while they go on failing only the first is told: a database that is away
 * for an hour is one line in the log.
 */
public abstract class PacedJob implements SmartLifecycle {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration pace;
    private final String trouble;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    /**
     * A job.
     *
     * @param name its thread's
     * @param pace how long it pauses before each round, in real time
     * @param trouble what the log says when a round fails
     */
    protected PacedJob(String name, Duration pace, String trouble) {
        this.name = name;
        this.pace = pace;
        this.trouble = trouble;
    }

    /** Does it once. Whatever it throws is logged, and the next round comes all the same. */
    protected abstract void round();

    @Override
    public final void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name(name).start(() -> follow(stop));
    }

    /** Begins no further round. One that goes on isn't waited for. */
    @Override
    public final void stop() {
        stopped.countDown();
    }

    @Override
    public final boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void follow(CountDownLatch stop) {
        boolean well = true;
        try {
            while (!stop.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                well = succeeds(well, stop);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeds(boolean before, CountDownLatch stop) {
        try {
            round();
            return true;
        } catch (RuntimeException | Error fault) {
            if (before && stop.getCount() > 0) {
                log.warn(trouble, fault);
            }
            return false;
        }
    }
}
