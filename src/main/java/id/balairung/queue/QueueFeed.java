package id.balairung.queue;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.OfferChanged;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.AlertsChanged;
import id.balairung.audit.ReadingAcross;
import id.balairung.counter.ShiftChanged;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries the queue to every open screen. A commit on this node asks for its agency's projection at once; what other
 * nodes commit is found by tailing ticket_event by id. It builds one projection per changed agency in that agency's scope (at once, then at most every 75 ms) and hands the same immutable value to every
 * subscriber, those who look at the whole mall included. A slow subscriber gets only the newest. Without a wake it looks twice a second, so that losing one costs
 * latency and nothing else; when the database is gone it says so and goes on when it is back.
 */
@Service
public class QueueFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QueueFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** What the trail of an agency calls it when the head looks. */
    private static final String DATA = "queue";

    /** After a look at the log the next one waits that long: many commits are one look. */
    private static final Duration PACE = Duration.ofMillis(20);

    /** A look that takes longer means that the database doesn't answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MallBoards boards;
    private final ServiceCatalogue catalogue;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final EventTail tail;
    private final Clock clock;
    private final List<QueueWatcher> watchers;
    private final ConcurrentMap<AgencyId, FeedTopic<QueueBoard>> agencies = new ConcurrentHashMap<>();
    private final FeedTopic<MallQueue> mallQueue;
    private final FeedTopic<MallBoard> mallBoard;
    private final Semaphore wakes = new Semaphore(0);
    private final AtomicLong lookingSince = new AtomicLong();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private volatile boolean running;

    QueueFeed(
            MallBoards boards,
            ServiceCatalogue catalogue,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock,
            List<QueueWatcher> watchers) {
        this.boards = boards;
        this.catalogue = catalogue;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.tail = new EventTail(jdbc);
        this.clock = clock;
        this.watchers = watchers;
        this.mallQueue = new FeedTopic<>("mall-queue", () -> MallQueue.of(boards.current()), clock);
        this.mallBoard = new FeedTopic<>("mall-board", boards::current, clock);
    }

    /**
     * Follows the queue of one's own agency; which one is decided by who is signed in.
     *
     * @param subscriber gets each newer board, on a thread of the feed
     * @return the subscription with the present board; close it on detach
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public QueueSubscription<QueueBoard> subscribe(Consumer<QueueUpdate<QueueBoard>> subscriber) {
        return follow(currentStaff.requireAgency(), subscriber);
    }

    /**
     * Follows the queue of any agency, for the mall's head.
     *
     * @param agency the agency
     * @param subscriber gets each newer board, on a thread of the feed
     * @return the subscription with the present board; close it on detach
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public QueueSubscription<QueueBoard> subscribe(AgencyId agency, Consumer<QueueUpdate<QueueBoard>> subscriber) {
        return follow(agency, recorded(readings.following(List.of(agency), DATA), subscriber));
    }

    /**
     * Follows the queues of all agencies, for the mall's head.
     *
     * @param subscriber gets each newer board of the mall, on a thread of the feed
     * @return the subscription with the present boards; close it on detach
     */
    @RolesAllowed(Role.MALL_HEAD_ROLE)
    public QueueSubscription<MallBoard> subscribeMallBoard(Consumer<QueueUpdate<MallBoard>> subscriber) {
        List<AgencyId> all =
                catalogue.agencies().stream().map(AgencySummary::id).toList();
        return mallBoard.subscribe(recorded(readings.following(all, DATA), subscriber));
    }

    /**
     * Follows how many wait at each service of the mall.
     *
     * @param subscriber gets each newer count, on a thread of the feed
     * @return the subscription with the present counts; close it on detach
     */
    @RolesAllowed({Role.FRONT_DESK_ROLE, Role.MALL_HEAD_ROLE})
    public QueueSubscription<MallQueue> subscribeMall(Consumer<QueueUpdate<MallQueue>> subscriber) {
        return mallQueue.subscribe(subscriber);
    }

    /** A screen of the mall that stays open goes on reading. */
    private static <T> Consumer<QueueUpdate<T>> recorded(Runnable reading, Consumer<QueueUpdate<T>> subscriber) {
        return update -> {
            reading.run();
            subscriber.accept(update);
        };
    }

    private QueueSubscription<QueueBoard> follow(AgencyId agency, Consumer<QueueUpdate<QueueBoard>> subscriber) {
        return agencies.computeIfAbsent(
                        agency,
                        followed ->
                                new FeedTopic<>(followed.toString(), () -> read(followed), clock, this::refreshMall))
                .subscribe(subscriber);
    }

    /** The mall's screens are told when the agency's own board was read, so that both show one reading. */
    private QueueBoard read(AgencyId agency) {
        QueueBoard board = boards.read(agency);
        refreshMall();
        return board;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(QueueChanged changed) {
        // At once, without the way over the log: there it is only looked for events of others.
        tail.seen(changed.agency(), changed.event());
        refresh(changed.agency());
        wakes.release();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(ShiftChanged changed) {
        refresh(changed.agency());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(AlertsChanged changed) {
        refresh(changed.agency());
    }

    /** Published after the commit. */
    @EventListener
    void wake(OfferChanged changed) {
        refresh(changed.agency());
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("queue-feed").start(this::follow);
        Thread.ofVirtual().name("queue-feed-watch").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        wakes.release();
        agencies.values().forEach(FeedTopic::close);
        mallQueue.close();
        mallBoard.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        boolean reachable = true;
        while (running) {
            try {
                if (wakes.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
                boolean given = look();
                if (!reachable || given) {
                    LOG.info("The database is back");
                    // A look that broke off may have passed events by.
                    boards.doubtAll();
                    everyTopic(FeedTopic::refresh);
                }
                reachable = true;
                Thread.sleep(PACE);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException gone) {
                if (reachable && running) {
                    LOG.warn("The queue's log can't be read", gone);
                    // Said at once: what asks again would first wait for a connection as long as this look did.
                    everyTopic(topic -> {
                        topic.interrupt();
                        topic.refresh();
                    });
                }
                reachable = false;
            }
        }
    }

    /** Looks at the log; says whether the watch gave the database up meanwhile. */
    private boolean look() {
        givenUp.set(false);
        lookingSince.set(System.nanoTime());
        try {
            refresh();
        } finally {
            lookingSince.set(0);
        }
        return givenUp.get();
    }

    /** A server that froze answers nothing for as long as the driver waits; the screens learn of it sooner. */
    private void watch() {
        try {
            while (running) {
                Thread.sleep(PATIENCE.dividedBy(6));
                long since = lookingSince.get();
                if (since != 0
                        && System.nanoTime() - since > PATIENCE.toNanos()
                        && givenUp.compareAndSet(false, true)) {
                    LOG.warn("The database doesn't answer");
                    everyTopic(FeedTopic::interrupt);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        tail.changed(AllAgencies.READ).forEach(this::refresh);
    }

    private void refresh(AgencyId agency) {
        boards.changed(agency);
        watchers.forEach(watcher -> watcher.changed(agency));
        FeedTopic<QueueBoard> topic = agencies.get(agency);
        if (topic == null || !topic.refresh()) {
            refreshMall();
        }
    }

    private void refreshMall() {
        mallQueue.refresh();
        mallBoard.refresh();
    }

    private void everyTopic(Consumer<FeedTopic<?>> act) {
        agencies.values().forEach(act);
        act.accept(mallQueue);
        act.accept(mallBoard);
    }
}
