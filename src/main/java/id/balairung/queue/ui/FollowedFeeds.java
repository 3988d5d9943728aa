package id.balairung.queue.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import id.balairung.common.ui.Reconnected;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The feeds that a page follows, from when it is shown until it is left: the newest of each is shown, and read again when the browser
 * was cut off and is back.
 */
public final class FollowedFeeds {

    private final UI ui;
    private final Interruption interruption;
    private final Optional<Executor> later;
    private final Map<Object, Runnable> due = new LinkedHashMap<>();
    private Registration following = () -> {};
    private boolean left;

    /**
     * Follows nothing yet.
     *
     * @param ui the page's
     * @param interruption says when the database is away
     */
    public FollowedFeeds(UI ui, Interruption interruption) {
        this(ui, interruption, Optional.empty());
    }

    private FollowedFeeds(UI ui, Interruption interruption, Optional<Executor> later) {
        this.ui = ui;
        this.interruption = interruption;
        this.later = later;
    }

    /**
     * Follows nothing yet, and will show what is new at rest: where hundreds look on and none of them acts, their pages don't all draw at
     * each change, nor at the same moment, so that those who do act don't wait for them. The newest of each feed is shown together, a while
     * after the first change.
     *
     * @param ui the page's
     * @param interruption says when the database is away
     * @param rest the longest such while; each page has one of its own, at least half as long
     */
    public static FollowedFeeds atRest(UI ui, Interruption interruption, Duration rest) {
        long millis = ThreadLocalRandom.current().nextLong(rest.toMillis() / 2, rest.toMillis() + 1);
        return new FollowedFeeds(
                ui,
                interruption,
                Optional.of(
                        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread)));
    }

    /**
     * Follows one more, and shows what it tells now. The subscription is kept before that first reading: if it fails, the page that says
     * so takes this one's place, which is detached then and leaves.
     *
     * @param subscribe to the feed
     * @param show takes over a newer reading
     * @param <T> a reading
     */
    public <T> void follow(Function<Consumer<QueueUpdate<T>>, QueueSubscription<T>> subscribe, Consumer<T> show) {
        Object place = new Object();
        QueueSubscription<T> feed = subscribe.apply(update -> later.ifPresentOrElse(
                resting -> rest(resting, place, () -> receive(update, show)),
                () -> ui.access(() -> receive(update, show))));
        following =
                Registration.combine(following, feed::close, ComponentUtil.addListener(ui, Reconnected.class, back -> {
                    if (!left) {
                        show.accept(feed.current());
                    }
                }));
        show.accept(feed.current());
    }

    private void rest(Executor resting, Object place, Runnable newest) {
        synchronized (due) {
            if (due.isEmpty()) {
                resting.execute(this::showDue);
            }
            due.put(place, newest);
        }
    }

    /** The page may be gone by then. */
    private void showDue() {
        List<Runnable> now;
        synchronized (due) {
            now = List.copyOf(due.values());
            due.clear();
        }
        ui.accessLater(() -> now.forEach(Runnable::run), () -> {}).run();
    }

    /** What was on its way when the page was left is not for the next one. */
    private <T> void receive(QueueUpdate<T> update, Consumer<T> show) {
        if (left) {
            return;
        }
        switch (update) {
            case QueueUpdate.Current<T>(T now) -> {
                show.accept(now);
                interruption.show(Optional.empty());
            }
            case QueueUpdate.Interrupted<T>(Instant since) -> interruption.show(Optional.of(since));
        }
    }

    /** Ends it. */
    public void leave() {
        left = true;
        following.remove();
    }
}
