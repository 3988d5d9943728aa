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

/**
 * One projection and those who follow it. While anybody does, one thread rebuilds it when asked: at once, then at most
 * every 75 ms; and every 15 s unasked, so that nothing stays wrong and minutes move on.
 */
class FeedTopic<T> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTopic.class);
    private static final Duration PACE = Duration.ofMillis(75);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<T> projection;
    private final Clock clock;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Semaphore asked = new Semaphore(0);
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> newestAt = new AtomicReference<>();
    private @Nullable Thread pump;

    FeedTopic(String name, Supplier<T> projection, Clock clock) {
        this.name = name;
        this.projection = projection;
        this.clock = clock;
    }

    synchronized QueueSubscription<T> subscribe(Consumer<QueueUpdate<T>> subscriber) {
        Follower follower = new Follower(subscriber);
        followers.add(follower);
        startPump();
        return follower;
    }

    /** Asks for a rebuild; many requests before it starts count as one. */
    void refresh() {
        asked.release();
    }

    synchronized void close() {
        followers.clear();
        if (pump != null) {
            pump.interrupt();
            pump = null;
        }
        newest.set(null);
    }

    private synchronized void startPump() {
        if (pump == null) {
            pump = Thread.ofVirtual().name("queue-feed-" + name).start(this::run);
        }
    }

    private synchronized void leave(Follower follower) {
        followers.remove(follower);
        if (followers.isEmpty()) {
            close();
        }
    }

    private void run() {
        Duration patience = BEAT;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (asked.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
                patience = rebuild() ? BEAT : RETRY;
                Thread.sleep(PACE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean rebuild() {
        try {
            T built = projection.get();
            newest.set(built);
            newestAt.set(clock.instant());
            tell(new QueueUpdate.Current<>(built));
            return true;
        } catch (RuntimeException gone) {
            LOG.debug("No projection for {}", name, gone);
            Instant last = newestAt.get();
            tell(new QueueUpdate.Interrupted<>(last == null ? clock.instant() : last));
            return false;
        }
    }

    private void tell(QueueUpdate<T> update) {
        followers.forEach(follower -> follower.offer(update));
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
            T known = newest.get();
            return known != null ? known : projection.get();
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
