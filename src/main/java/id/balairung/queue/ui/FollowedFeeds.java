package id.balairung.queue.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import id.balairung.common.ui.Reconnected;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The feeds that a page follows, from when it is shown until it is left: the newest of each is shown, and read again when the browser
 * was cut off and is back.
 */
public final class FollowedFeeds {

    private final UI ui;
    private final Interruption interruption;
    private Registration following = () -> {};
    private boolean left;

    /**
     * Follows nothing yet.
     *
     * @param ui the page's
     * @param interruption says when the database is away
     */
    public FollowedFeeds(UI ui, Interruption interruption) {
        this.ui = ui;
        this.interruption = interruption;
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
        QueueSubscription<T> feed = subscribe.apply(update -> ui.access(() -> receive(update, show)));
        following =
                Registration.combine(following, feed::close, ComponentUtil.addListener(ui, Reconnected.class, back -> {
                    if (!left) {
                        show.accept(feed.current());
                    }
                }));
        show.accept(feed.current());
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
