package id.balairung.satisfaction;

import id.balairung.counter.CounterId;
import id.balairung.queue.QueueWatcher;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the pads that something may have changed at their counter: whenever the queue of their agency moved, and four times a minute
 * unasked. Each pad then looks for itself, once, however many show its secret; a slow one delays none of the others, and none delays the queue. And it tells admins when
 * pads come and go.
 */
@Component
class PadFeed implements QueueWatcher, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PadFeed.class);
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** A pad has one; a second may come before the server has noticed that the first is gone. */
    private static final int MOST_FOR_EACH = 2;

    /** Of each agency, the oldest first. */
    private final Map<AgencyId, List<Listener>> listeners = new ConcurrentHashMap<>();

    private final Map<AgencyId, Set<Runnable>> followers = new ConcurrentHashMap<>();
    private final Set<AgencyId> moved = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;

    /**
     * Somebody who follows a pad.
     *
     * @param secret what it shows; whoever shows the same is told the same
     * @param look finds out what the pad should show
     * @param told gets it
     * @param over is run when there is nothing more to be told
     */
    record Listener(Pad pad, String secret, Supplier<PadNow> look, Consumer<PadNow> told, Runnable over) {}

    /** Listens until it is closed, the pad is parted, or two more listen at its counter. */
    PadWatch listen(Listener listener) {
        AgencyId agency = listener.pad().agency();
        List<Listener> ofAgency = listeners.computeIfAbsent(agency, first -> new CopyOnWriteArrayList<>());
        List<Listener> tooMany;
        synchronized (ofAgency) {
            ofAgency.add(listener);
            List<Listener> same = ofAgency.stream()
                    .filter(other -> other.pad().equals(listener.pad()))
                    .toList();
            tooMany = same.subList(0, Math.max(0, same.size() - MOST_FOR_EACH));
            ofAgency.removeAll(tooMany);
        }
        tooMany.forEach(oldest -> oldest.over().run());
        Thread.startVirtualThread(() -> look(List.of(listener)));
        tell(agency);
        return () -> leave(listener);
    }

    private void leave(Listener listener) {
        AgencyId agency = listener.pad().agency();
        listeners.getOrDefault(agency, List.of()).remove(listener);
        tell(agency);
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
                .flatMap(List::stream)
                .anyMatch(listener -> listener.pad().counter().equals(counter));
    }

    @Override
    public void changed(AgencyId agency) {
        if (!listeners.getOrDefault(agency, List.of()).isEmpty() && moved.add(agency)) {
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
                looked.forEach(agency -> listeners.getOrDefault(agency, List.of()).stream()
                        .collect(Collectors.groupingBy(Listener::secret))
                        .values()
                        .forEach(same -> Thread.startVirtualThread(() -> look(same))));
                Thread.sleep(PACE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<AgencyId> taken() {
        return moved.stream().filter(moved::remove).collect(Collectors.toSet());
    }

    /** Once for all that show the same secret. */
    private void look(List<Listener> same) {
        try {
            PadNow now = same.getFirst().look().get();
            same.forEach(listener -> listener.told().accept(now));
            if (now instanceof PadNow.Parted) {
                same.forEach(listener -> {
                    leave(listener);
                    listener.over().run();
                });
            }
        } catch (RuntimeException trouble) {
            LOG.debug("A pad couldn't look", trouble);
        }
    }
}
