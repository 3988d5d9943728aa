package id.balairung.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One projection and those who follow it. While anybody does, one thread rebuilds it when asked: at once, then at most
 * at its pace; and every 15 s unasked, so that nothing stays wrong and minutes move on.
 */
public class FeedTopic<T> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTopic.class);
    private static final Duration PACE = Duration.ofMillis(75);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<T> projection;
    private final Clock clock;
    private final Supplier<Duration> pace;
    private final Runnable whenLeft;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Newest<T> newest;
    private volatile @Nullable Pump pump;

    FeedTopic(String name, Supplier<T> projection, Clock clock) {
        this(name, projection, clock, PACE, () -> {});
    }

    /**
     * A topic.
     *
     * @param name for logs
     * @param projection reads what the followers get
     * @param clock the application's
     * @param pace how long it rests after each rebuild
     * @param whenLeft called when the last follower has left
     */
    public FeedTopic(String name, Supplier<T> projection, Clock clock, Duration pace, Runnable whenLeft) {
        this(name, projection, clock, () -> pace, whenLeft);
    }

    /**
     * A topic that doesn't always rest as long.
     *
     * @param name for logs
     * @param projection reads what the followers get
     * @param clock the application's
     * @param pace asked after each rebuild, how long to rest
     * @param whenLeft called when the last follower has left
     */
    public FeedTopic(String name, Supplier<T> projection, Clock clock, Supplier<Duration> pace, Runnable whenLeft) {
        this.name = name;
        this.projection = projection;
        this.clock = clock;
        this.pace = pace;
        this.whenLeft = whenLeft;
    }

    /**
     * A topic.
     *
     * @param whenLeft called when the last follower has left: a rebuild that was asked for may not have come any more
     */
    FeedTopic(String name, Supplier<T> projection, Clock clock, Runnable whenLeft) {
        this(name, projection, clock, PACE, whenLeft);
    }

    /**
     * Follows the projection.
     *
     * @param subscriber gets each newer one, on a thread of the topic
     * @return the subscription with the present one; to be closed
     */
    public synchronized QueueSubscription<T> subscribe(Consumer<QueueUpdate<T>> subscriber) {
        Follower follower = new Follower(subscriber);
        followers.add(follower);
        if (pump == null) {
            Pump started = new Pump();
            pump = started;
            Thread.ofVirtual().name("queue-feed-" + name).start(started);
        }
        return follower;
    }

    /** Asks for a rebuild, and says whether anybody follows; many requests before it starts count as one. */
    public boolean refresh() {
        Pump running = pump;
        if (running != null) {
            running.ask();
        }
        return running != null;
    }

    /** Whether anybody follows. */
    public boolean isFollowed() {
        return pump != null;
    }

    /** The database doesn't answer: what the screens show is from then. */
    synchronized void interrupt() {
        Newest<T> last = newest;
        tell(new QueueUpdate.Interrupted<>(last == null ? clock.instant() : last.since()));
    }

    /** Ends it for all who follow. */
    public synchronized void close() {
        followers.clear();
        Pump running = pump;
        if (running != null) {
            running.stop();
        }
        pump = null;
        newest = null;
    }

    private synchronized void leave(Follower follower) {
        if (followers.remove(follower) && followers.isEmpty()) {
            close();
            whenLeft.run();
        }
    }

    /** A pump that was stopped meanwhile publishes nothing: what it read is older than what its successor reads. */
    private synchronized void publish(Pump by, T built, Instant since) {
        if (pump == by) {
            newest = new Newest<>(built, since);
            tell(new QueueUpdate.Current<>(built));
        }
    }

    private synchronized void giveUp(Pump by) {
        if (pump == by) {
            interrupt();
        }
    }

    private void tell(QueueUpdate<T> update) {
        followers.forEach(follower -> follower.offer(update));
    }

    private record Newest<T>(T projection, Instant since) {}

    /** Never interrupted: that would tear the database connection it may be reading from. */
    private final class Pump implements Runnable {

        private final Semaphore asked = new Semaphore(1);
        private volatile boolean stopped;

        void ask() {
            if (asked.availablePermits() == 0) {
                asked.release();
            }
        }

        void stop() {
            stopped = true;
            ask();
        }

        @Override
        public void run() {
            Duration patience = BEAT;
            try {
                while (!stopped) {
                    if (asked.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                        asked.drainPermits();
                    }
                    if (!stopped) {
                        patience = rebuild() ? BEAT : RETRY;
                        Thread.sleep(pace.get());
                    }
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean rebuild() {
            try {
                Instant since = clock.instant();
                publish(this, projection.get(), since);
                return true;
            } catch (DataAccessException | TransactionException gone) {
                LOG.debug("No projection for {}", name, gone);
            } catch (RuntimeException fault) {
                LOG.warn("No projection for {}", name, fault);
            }
            giveUp(this);
            return false;
        }
    }

    /** A mailbox for one: a slow screen delays nobody, and gets only the newest when it is ready. */
    private final class Follower implements QueueSubscription<T> {

        private final Consumer<QueueUpdate<T>> subscriber;
        private final AtomicReference<@Nullable QueueUpdate<T>> box = new AtomicReference<>();
        private final AtomicBoolean delivering = new AtomicBoolean();

        private Follower(Consumer<QueueUpdate<T>> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public T current() {
            Newest<T> known = newest;
            return known != null ? known.projection() : projection.get();
        }

        @Override
        public void close() {
            leave(this);
        }

        private void offer(QueueUpdate<T> update) {
            box.set(update);
            if (delivering.compareAndSet(false, true)) {
                Thread.startVirtualThread(this::deliver);
            }
        }

        private void deliver() {
            do {
                try {
                    QueueUpdate<T> update = box.getAndSet(null);
                    if (update != null && followers.contains(this)) {
                        subscriber.accept(update);
                    }
                } catch (RuntimeException closed) {
                    LOG.debug("A screen of {} went away", name, closed);
                } finally {
                    delivering.set(false);
                }
            } while (box.get() != null && delivering.compareAndSet(false, true));
        }
    }
}
