package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.security.Role;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page that follows feeds shows of them, and when. */
@BalairungTest
class FollowedFeedsTest {

    /** Long enough for a slow machine to tell several changes within half of it. */
    private static final Duration REST = Duration.ofSeconds(4);

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    BrowserlessUIContext window;
    UI ui;
    final Feed numbers = new Feed();
    final Feed letters = new Feed();
    final List<String> shown = new CopyOnWriteArrayList<>();

    /** Whoever tells it something tells its follower. */
    private static final class Feed {

        private Consumer<QueueUpdate<String>> follower = update -> {};
        private String newest = "first";

        QueueSubscription<String> subscribe(Consumer<QueueUpdate<String>> receive) {
            follower = receive;
            return new QueueSubscription<>() {
                @Override
                public String current() {
                    return newest;
                }

                @Override
                public void close() {}
            };
        }

        void tell(String newer) {
            newest = newer;
            follower.accept(new QueueUpdate.Current<>(newer));
        }
    }

    @BeforeEach
    void aPage() {
        window = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        window.activate();
        ui = UI.getCurrent();
    }

    private FollowedFeeds follow(FollowedFeeds feeds) {
        feeds.follow(numbers::subscribe, shown::add);
        feeds.follow(letters::subscribe, shown::add);
        assertThat(shown).containsExactly("first", "first");
        shown.clear();
        return feeds;
    }

    private Interruption interruption() {
        return new Interruption(since -> "");
    }

    @Test
    void aPageShowsEachChange() {
        follow(new FollowedFeeds(ui, interruption()));
        numbers.tell("1");
        letters.tell("a");
        numbers.tell("2");
        MockVaadin.clientRoundtrip();
        assertThat(shown).containsExactly("1", "a", "2");
    }

    @Test
    void aPageAtRestShowsTheNewestOfEachTogether() {
        follow(FollowedFeeds.atRest(ui, interruption(), REST));
        numbers.tell("1");
        letters.tell("a");
        numbers.tell("2");
        MockVaadin.clientRoundtrip();
        assertThat(shown).isEmpty();
        soon("2", "a");

        letters.tell("b");
        soon("2", "a", "b");
    }

    @Test
    void whatWasOnItsWayWhenThePageWasLeftIsNotShown() {
        FollowedFeeds left = follow(FollowedFeeds.atRest(ui, interruption(), REST));
        numbers.tell("1");
        left.leave();
        Feed next = new Feed();
        FollowedFeeds.atRest(ui, interruption(), REST.multipliedBy(2)).follow(next::subscribe, shown::add);
        next.tell("next");
        soon("first", "next");
    }

    private void soon(String... all) {
        Awaitility.await("what is shown")
                .atMost(REST.multipliedBy(5))
                .pollInSameThread()
                .untilAsserted(() -> {
                    window.activate();
                    MockVaadin.clientRoundtrip();
                    assertThat(shown).containsExactly(all);
                });
    }
}
