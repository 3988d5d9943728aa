package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.PushSocket;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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

    private static final Duration TAKEN_WITHIN = Duration.ofMillis(500);

    private static final String FILLING = "x".repeat(200_000);

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @LocalServerPort
    int port;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private StaffPrincipal staff;
    private Wire wire;
    private PushSocket socket;
    private UI ui;

    @BeforeEach
    void aScreenThatHears() {
        wire = new Wire(port);
        staff = hall.staff(Role.MALL_HEAD, Optional.empty());
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        socket = wire.screen().listen(HttpClient.newHttpClient(), heard::add);
        ui = sessions.screen(wire.session());
        change(ui, 0);
        await().until(() -> !heard.isEmpty() && heard.getLast().contains(text(0)));
    }

    @AfterEach
    void end() {
        sessions.endAll();
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
    void nobodyWhoSignsOutWaitsForAScreenThatTakesNothing() {
        PushSocket besideIt = show(wire);
        Wire elsewhere = new Wire(port);
        elsewhere.signIn(staff.getUsername(), Hall.PASSWORD);
        stall(elsewhere, show(elsewhere));
        PushSocket besideThatOne = show(elsewhere);
        Wire another = new Wire(port);
        another.signIn(staff.getUsername(), Hall.PASSWORD);
        PushSocket inAnother = show(another);
        stall(wire, socket);

        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(wire::signOut, Thread::startVirtualThread);

        // Tomcat alone would wait for 15 s and more.
        await().atMost(Duration.ofSeconds(8))
                .until(() -> answer.isDone()
                        && Stream.of(besideIt, besideThatOne, inAnother).allMatch(PushSocket::isClosed));
        assertThat(heard)
                .filteredOn(message -> message.contains("masuk?berakhir=keluar"))
                .hasSize(3);
        assertThat(Stream.of(wire, elsewhere, another))
                .allMatch(one -> one.get("/sesi").statusCode() == 401);
    }

    private PushSocket show(Wire by) {
        PushSocket opened = by.screen().listen(HttpClient.newHttpClient(), heard::add);
        UI shown = sessions.screens(by.session()).getLast();
        await().until(() -> {
            AtomicBoolean connected = new AtomicBoolean();
            shown.accessSynchronously(
                    () -> connected.set(shown.getInternals().getPushConnection().isConnected()));
            return connected.get();
        });
        return opened;
    }

    /** Its first screen takes nothing any more: the system keeps some MB on the way, and then a message stays unwritten. */
    private void stall(Wire by, PushSocket line) {
        line.pause();
        UI first = sessions.screens(by.session()).getFirst();
        NewestOnlyPush channel = NewestOnlyPush.of(first).orElseThrow();
        int number = 0;
        do {
            change(first, ++number);
            channel.awaitWritten(System.nanoTime() + TAKEN_WITHIN.toNanos());
        } while (!channel.isBehind());
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
