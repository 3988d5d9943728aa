package id.balairung.dashboard;

import id.balairung.history.PastDaysChanged;
import id.balairung.queue.FeedTopic;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.QueueWatcher;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries the dashboards to the screens that look at them: one reading for all that look at the same agency and period, when something
 * happened in the queue, and at most once in two seconds.
 */
@Component
class DashboardFeed implements QueueWatcher {

    private static final Duration PACE = Duration.ofSeconds(2);

    /** Anybody may open many with other days each: all together are read for no more than a quarter of the time, by one thread's work. */
    private static final int REST_BY_WORK = 3;

    private final DashboardReader reader;
    private final Clock clock;
    private final ConcurrentMap<DashboardQuery, FeedTopic<DashboardReading>> topics = new ConcurrentHashMap<>();

    /** How long the last reading of each topic took. */
    private final ConcurrentMap<DashboardQuery, Duration> work = new ConcurrentHashMap<>();

    DashboardFeed(DashboardReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    QueueSubscription<DashboardReading> follow(
            DashboardQuery query, Consumer<QueueUpdate<DashboardReading>> subscriber) {
        AtomicReference<@Nullable QueueSubscription<DashboardReading>> subscription = new AtomicReference<>();
        topics.compute(query, (key, known) -> {
            FeedTopic<DashboardReading> topic = known != null ? known : topic(key);
            subscription.set(topic.subscribe(subscriber));
            return topic;
        });
        return Objects.requireNonNull(subscription.get());
    }

    private FeedTopic<DashboardReading> topic(DashboardQuery query) {
        return new FeedTopic<>("dashboard", () -> read(query), clock, () -> pace(work.values()), () -> left(query));
    }

    private DashboardReading read(DashboardQuery query) {
        long begin = System.nanoTime();
        DashboardReading reading = reader.of(query);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        // Of one that was left meanwhile nothing stays.
        topics.computeIfPresent(query, (key, topic) -> {
            work.put(key, took);
            return topic;
        });
        return reading;
    }

    /**
     * How long each topic rests.
     *
     * @param work what one reading of each takes
     */
    static Duration pace(Collection<Duration> work) {
        Duration rest = work.stream().reduce(Duration.ZERO, Duration::plus).multipliedBy(REST_BY_WORK);
        return rest.compareTo(PACE) > 0 ? rest : PACE;
    }

    /** Anybody may ask for any days: what nobody looks at any more is forgotten, on a thread that holds nothing. */
    private void left(DashboardQuery query) {
        Thread.startVirtualThread(() -> topics.computeIfPresent(query, (key, topic) -> {
            if (topic.isFollowed()) {
                return topic;
            }
            work.remove(key);
            return null;
        }));
    }

    @Override
    public void changed(AgencyId agency) {
        topics.forEach((query, topic) -> {
            if (query.agency().map(agency::equals).orElse(true)) {
                topic.refresh();
            }
        });
    }

    /** In this order, or what is asked for would be what was kept. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(PastDaysChanged past) {
        reader.forget();
        changed(past.agency());
    }
}
