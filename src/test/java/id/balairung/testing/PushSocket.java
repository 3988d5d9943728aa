package id.balairung.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One end of a push channel: takes the server's messages out of their frames, {@code length|message}, as Atmosphere's
 * script does. It can stop reading, as a screen on a slow line does, and break off without a word.
 */
public final class PushSocket implements WebSocket.Listener {

    private final Consumer<String> listener;
    private final StringBuilder unread = new StringBuilder();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable WebSocket line;

    private PushSocket(Consumer<String> listener) {
        this.listener = listener;
    }

    /**
     * Opens a channel.
     *
     * @param client speaks for it; many channels may share one
     * @param address where, {@code ws://}
     * @param headers what the request carries beside the handshake's own
     * @param listener gets each whole message, one after the other
     * @throws ExecutionException when it is refused
     */
    public static PushSocket open(
            HttpClient client, URI address, Map<String, String> headers, Consumer<String> listener)
            throws ExecutionException {
        PushSocket socket = new PushSocket(listener);
        WebSocket.Builder builder = client.newWebSocketBuilder();
        headers.forEach(builder::header);
        try {
            socket.line = builder.buildAsync(address, socket).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return socket;
    }

    /** Sends a message in its frame. */
    public void send(String message) {
        line().sendText(message.length() + "|" + message, true).exceptionally(refused -> {
            closed = true;
            return line();
        });
    }

    /** Sends characters as they stand, without a frame; a refusal closes it. */
    public void sendRaw(String characters) {
        try {
            line().sendText(characters, true).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException refused) {
            closed = true;
        }
    }

    /** Reads nothing more, so that what the server sends stays on its way. */
    public void pause() {
        paused.set(true);
    }

    /** Reads again. */
    public void resume() {
        paused.set(false);
        if (waiting.compareAndSet(true, false)) {
            line().request(1);
        }
    }

    /** Ends as a crashed browser does: the connection is gone, nothing is said. */
    public void breakOff() {
        closed = true;
        line().abort();
    }

    /** Whether it is closed, by whichever end. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        unread.append(text);
        takeMessages();
        if (paused.get()) {
            waiting.set(true);
            if (!paused.get() && waiting.compareAndSet(true, false)) {
                from.request(1);
            }
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    private void takeMessages() {
        int bar = unread.indexOf("|");
        while (bar >= 0) {
            int end = bar + 1 + Integer.parseInt(unread.substring(0, bar).strip());
            if (unread.length() < end) {
                return;
            }
            String message = unread.substring(bar + 1, end);
            unread.delete(0, end);
            listener.accept(message);
            bar = unread.indexOf("|");
        }
    }

    private WebSocket line() {
        WebSocket open = line;
        if (open == null) {
            throw new IllegalStateException("Not open yet");
        }
        return open;
    }
}
