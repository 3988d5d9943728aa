package id.balairung.satisfaction;

import id.balairung.counter.CounterId;
import id.balairung.queue.QueueWatcher;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the pads that something may have changed at their counter: whenever the queue of their agency moved, and four times a minute
 * unasked. Each pad then looks for itself; a slow one delays none of the others, and none delays the queue. And it tells admins when
 * pads come and go.
 */
@Component
class PadFeed implements QueueWatcher, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PadFeed.class);
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Map<AgencyId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<AgencyId, Set<Runnable>> followers = new ConcurrentHashMap<>();
    private final Set<AgencyId> moved = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;

    private record Listener(Pad pad, Runnable look) {}

    /** Listens until it is closed. */
    PadWatch listen(Pad pad, Runnable look) {
        Listener listener = new Listener(pad, look);
        listeners
                .computeIfAbsent(pad.agency(), first -> ConcurrentHashMap.newKeySet())
                .add(listener);
        Thread.startVirtualThread(() -> look(listener));
        tell(pad.agency());
        return () -> {
            listeners.getOrDefault(pad.agency(), Set.of()).remove(listener);
            tell(pad.agency());
        };
    }

    /** Is told when one of an agency's pads comes, goes, is paired or parted, and four times a minute unasked, until it is closed. */
    PadWatch follow(AgencyId agency, Runnable follower) {
        followers
                .computeIfAbsent(agency, first -> ConcurrentHashMap.newKeySet())
                .add(follower);
        return () -> followers.getOrDefault(agency, Set.of()).remove(follower);
    }

    /** A pad was paired or parted. */
    void paired(AgencyId agency) {
        changed(agency);
        tell(agency);
    }

    private void tell(AgencyId agency) {
        followers.getOrDefault(agency, Set.of()).forEach(Thread::startVirtualThread);
    }

    boolean isLive(CounterId counter) {
        return listeners.values().stream()
                .flatMap(Set::stream)
                .anyMatch(listener -> listener.pad().counter().equals(counter));
    }

    @Override
    public void changed(AgencyId agency) {
        if (!listeners.getOrDefault(agency, Set.of()).isEmpty() && moved.add(agency)) {
            woken.release();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("rating-pads").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        woken.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        try {
            while (running) {
                boolean asked = woken.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                if (!asked) {
                    followers.keySet().forEach(this::tell);
                }
                Set<AgencyId> looked = asked ? taken() : listeners.keySet();
                looked.forEach(agency -> listeners
                        .getOrDefault(agency, Set.of())
                        .forEach(listener -> Thread.startVirtualThread(() -> look(listener))));
                Thread.sleep(PACE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<AgencyId> taken() {
        return moved.stream().filter(moved::remove).collect(Collectors.toSet());
    }

    private static void look(Listener listener) {
        try {
            listener.look().run();
        } catch (RuntimeException trouble) {
            LOG.debug("A pad couldn't look", trouble);
        }
    }
}
