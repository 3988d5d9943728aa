package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorHandlingCommand;
import id.balairung.security.Role;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several tabs of one person: what changes on one while another is written to doesn't stay behind. */
@BalairungTest
class ScreensOfOneSessionTest {

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @LocalServerPort
    int port;

    private Wire wire;

    @BeforeEach
    void signIn() {
        wire = new Wire(port);
        wire.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername(), Hall.PASSWORD);
    }

    @AfterEach
    void end() {
        sessions.end(wire.session());
    }

    @Test
    void whoOpensScreensWithoutEndKeepsOnlyTheNewest() {
        for (int opened = 0; opened < PagePreparation.MOST_SCREENS + 5; opened++) {
            wire.screen();
        }
        assertThat(sessions.screens(wire.session()).stream().filter(screen -> !screen.isClosing()))
                .hasSizeLessThanOrEqualTo(PagePreparation.MOST_SCREENS);
    }

    @Test
    void aScreenWhoseTurnToBePushedIsOverIsPushedAgain() {
        Wire.Socket first = wire.screen().socket();
        wire.screen().socket();
        List<UI> screens = sessions.screens(wire.session());
        UI early = screens.getFirst();
        UI late = screens.getLast();

        early.accessSynchronously(() -> {
            news(early, "first");
            news(late, "first");
            early.beforeClientResponse(early, written -> fromElsewhere(() -> news(early, "second"), early));
        });

        await().until(() -> first.heard().contains("second"));
    }

    @Test
    void anErrorInATaskLeavesTheSessionFree() {
        wire.screen().socket();
        UI screen = sessions.screens(wire.session()).getFirst();
        CompletableFuture<Void> failing = CompletableFuture.runAsync(
                () -> {
                    // Held, so that it is this thread that releases the session and does the task, and not the
                    // socket's.
                    screen.getSession().lock();
                    try {
                        screen.access(new Failing());
                    } finally {
                        screen.getSession().unlock();
                    }
                },
                ScreensOfOneSessionTest::onNewThread);
        assertThatThrownBy(failing::join).hasCauseInstanceOf(StackOverflowError.class);

        fromElsewhere(() -> news(screen, "after"), screen);
        await().until(() -> "after".equals(screen.getElement().getAttribute("data-news")));
    }

    /** Vaadin hands an exception on to its error handler, and an error to whoever holds the session. */
    private static final class Failing implements ErrorHandlingCommand {

        private static final long serialVersionUID = 1;

        @Override
        public void execute() {
            throw new IllegalStateException("pretended");
        }

        @Override
        public void handleError(Exception exception) {
            throw new StackOverflowError("pretended");
        }
    }

    private static void fromElsewhere(Runnable change, UI screen) {
        CompletableFuture.runAsync(() -> screen.access(change::run), ScreensOfOneSessionTest::onNewThread)
                .join();
    }

    /** One that is used again might hold the session already. */
    private static void onNewThread(Runnable task) {
        Thread.ofVirtual().start(task);
    }

    private static void news(UI screen, String text) {
        screen.getElement().setAttribute("data-news", text);
    }
}
