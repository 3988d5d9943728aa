package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import id.balairung.security.Role;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.PushSocket;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.Broadcaster;
import org.atmosphere.cpr.BroadcasterListenerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** A screen whose line takes nothing costs the server a few messages, however much happens. */
@BalairungTest
class StalledScreenTest {

    /** More than the system keeps on the way between two ends, 30 MB in all. */
    private static final int CHANGES = 150;

    private static final String FILLING = "x".repeat(200_000);

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @LocalServerPort
    int port;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Wire wire;
    private PushSocket socket;
    private UI ui;

    @BeforeEach
    void aScreenThatHears() {
        wire = new Wire(port);
        wire.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername(), Hall.PASSWORD);
        socket = wire.screen().listen(HttpClient.newHttpClient(), heard::add);
        ui = sessions.screen(wire.session());
        change(ui, 0);
        await().until(() -> !heard.isEmpty() && heard.getLast().contains(text(0)));
    }

    @AfterEach
    void end() {
        sessions.end(wire.session());
    }

    @Test
    void whoReadsAgainHearsTheNewestAndNotAllThatHappened() {
        socket.pause();
        for (int number = 1; number <= CHANGES; number++) {
            change(ui, number);
        }
        socket.resume();

        await().atMost(Duration.ofSeconds(10)).until(() -> heard.getLast().contains(text(CHANGES)));
        assertThat(heard.size()).isLessThan(CHANGES);
        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void aSocketThatLostAMessageCloses() {
        AtmosphereResource resource =
                ReflectionTestUtils.invokeMethod(ui.getInternals().getPushConnection(), "getResource");
        FailingOnce failing = new FailingOnce();
        resource.getBroadcaster().addBroadcasterListener(failing);
        try {
            change(ui, 1);
            await().until(socket::isClosed);
        } finally {
            resource.getBroadcaster().removeBroadcasterListener(failing);
        }
    }

    /** Fails as memory does, at any place, on the thread that writes. */
    private static final class FailingOnce extends BroadcasterListenerAdapter {

        private final AtomicBoolean failed = new AtomicBoolean();

        @Override
        public void onComplete(Broadcaster broadcaster) {
            if (Thread.currentThread().isVirtual() && failed.compareAndSet(false, true)) {
                throw new OutOfMemoryError("pretended");
            }
        }
    }

    private static void change(UI ui, int number) {
        ui.accessSynchronously(() -> ui.getElement().setAttribute("data-news", text(number) + FILLING));
    }

    private static String text(int number) {
        return "news " + number + " ";
    }
}
