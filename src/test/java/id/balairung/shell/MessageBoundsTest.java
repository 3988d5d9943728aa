package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page's messages are short; nobody fills the memory with longer ones. */
@BalairungTest
class MessageBoundsTest {

    private static final String PIECE = "x".repeat(4_000);

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    Wire nobody;
    Wire.Screen screen;

    @BeforeEach
    void aPage() {
        hall.establish();
        nobody = new Wire(port);
        nobody.get("/masuk");
        screen = nobody.screen();
    }

    @Test
    void aSocketThatSendsPiecesWithoutEndIsClosed() {
        Wire.Socket socket = screen.socket();
        socket.say("2000000000|");
        int pieces = 0;
        while (!socket.isClosed() && pieces < 5_000) {
            socket.say(PIECE);
            pieces++;
        }
        await().until(socket::isClosed);
        // What was on its way when it closed was sent, but kept by nobody.
        assertThat(pieces).isLessThan(5_000);
        assertThat(screen.go("masuk")).contains("\"syncId\"");
    }

    @Test
    void aMessageThatIsLongerThanItSaysClosesItsSocketToo() {
        Wire.Socket socket = screen.socket();
        socket.say("5|");
        for (int piece = 0; piece < 5_000 && !socket.isClosed(); piece++) {
            socket.say(PIECE);
        }
        await().until(socket::isClosed);
    }

    @Test
    void aMessageInPiecesArrives() {
        Wire.Socket socket = screen.socket();
        socket.goInPieces("masuk", 20);
        await().until(() -> socket.heard().contains("syncId"));
    }

    @Test
    void aRequestWithoutEndIsNotReadToItsEnd() {
        AtomicLong sent = new AtomicLong();
        int status;
        try {
            status = nobody.send(nobody.request("/?v-r=uidl&v-uiId=0")
                            .header("Content-Type", "application/json; charset=UTF-8")
                            .POST(BodyPublishers.ofInputStream(() -> new Endless(sent))))
                    .statusCode();
        } catch (IllegalStateException cut) {
            status = 413;
        }
        assertThat(status).isEqualTo(413);
        assertThat(sent.get()).isLessThan(Endless.END);
        assertThat(screen.go("masuk")).contains("\"syncId\"");
    }

    @Test
    void aMessageNestedTooDeepIsAnswered() {
        assertThat(screen.say("[".repeat(100_000) + "]".repeat(100_000)))
                .doesNotContain("Exception")
                .doesNotContain("at com.");
        assertThat(nobody.screen().go("masuk")).contains("\"syncId\"");
    }

    /** A hundred million characters. */
    private static final class Endless extends InputStream {

        static final long END = 100_000_000;

        private final AtomicLong sent;

        private Endless(AtomicLong sent) {
            this.sent = sent;
        }

        @Override
        public int read() {
            return sent.incrementAndGet() > END ? -1 : ' ';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (sent.addAndGet(length) > END) {
                return -1;
            }
            Arrays.fill(into, from, from + length, (byte) ' ');
            return length;
        }
    }
}
