package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atmosphere.cpr.AtmosphereResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen's push channel that keeps no messages for a screen that takes none. Three may be on their way; what changes
 * meanwhile stays in the screen's state, and goes as one message when they move on. Without that a message would be kept for
 * every change, as long as the connection stands.
 */
class NewestOnlyPush extends AtmospherePushConnection {

    private static final Logger LOG = LoggerFactory.getLogger(NewestOnlyPush.class);

    /**
     * In characters, for all pieces of one message. A page sends what it has to say by requests, and on its socket only that
     * it is still there; Vaadin would keep pieces as long as they come.
     */
    private static final int LONGEST_MESSAGE = 1 << 16;

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})\\|");

    private transient boolean waiting;
    private transient @Nullable Pieces pieces;

    NewestOnlyPush(UI ui) {
        super(ui);
    }

    /** Under the session's lock, as all pushing is. */
    @Override
    public void push(boolean async) {
        if (isConnected() && getResource().isResumed()) {
            // By long polling a page may never ask again, and would be owed each message until its screen ends.
            connectionLost();
        }
        Optional<Future<Object>> unwritten = async ? unwritten() : Optional.empty();
        if (unwritten.isEmpty()) {
            super.push(async);
        } else if (!waiting) {
            waiting = true;
            Thread.ofVirtual().name("push-behind").start(() -> await(unwritten.get()));
        }
    }

    @Override
    public FragmentedMessage getOrCreateFragmentedMessage(AtmosphereResource resource) {
        Pieces begun = pieces;
        if (begun == null) {
            begun = new Pieces();
            pieces = begun;
        }
        return begun;
    }

    @Override
    public void clearFragmentedMessage(AtmosphereResource resource) {
        pieces = null;
    }

    @Override
    public void connect(AtmosphereResource resource) {
        // What came on another socket is no part of what comes on this one.
        pieces = null;
        super.connect(resource);
    }

    /** A screen's channel. */
    static Optional<NewestOnlyPush> of(UI screen) {
        return screen.getInternals().getPushConnection() instanceof NewestOnlyPush channel
                ? Optional.of(channel)
                : Optional.empty();
    }

    /**
     * Waits until what was pushed is written, or isn't any more.
     *
     * @param until until when at most, as {@link System#nanoTime()} counts
     */
    void awaitWritten(long until) {
        newest().ifPresent(message -> {
            try {
                message.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException | CancellationException behind) {
                LOG.debug("A screen takes nothing", behind);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Nobody waits for the end of a screen that takes nothing: Tomcat would wait for its unfinished message, 15 s and longer. */
    @Override
    public void disconnect() {
        if (!isBehind()) {
            super.disconnect();
            return;
        }
        AtmosphereResource stalled = getResource();
        connectionLost();
        Thread.ofVirtual().name("push-end").start(() -> {
            try {
                stalled.close();
            } catch (IOException | RuntimeException gone) {
                LOG.debug("A stalled socket was closed already", gone);
            }
        });
    }

    /** Whether something that was pushed isn't written yet. */
    boolean isBehind() {
        return newest().filter(message -> !message.isDone()).isPresent();
    }

    private Optional<Future<Object>> newest() {
        return writer().flatMap(writer -> writer.newest(getResource()));
    }

    private Optional<Future<Object>> unwritten() {
        return writer().flatMap(writer -> writer.unwritten(getResource()));
    }

    private Optional<PushWriter> writer() {
        return isConnected() && getResource().getBroadcaster() instanceof PushWriter writer
                ? Optional.of(writer)
                : Optional.empty();
    }

    private void await(Future<Object> message) {
        try {
            message.get();
        } catch (ExecutionException | CancellationException gone) {
            LOG.debug("A screen is gone", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try {
            // What it is behind with goes when the session is unlocked.
            getUI().access(() -> waiting = false);
        } catch (UIDetachedException closed) {
            LOG.debug("A screen was closed", closed);
        }
    }

    /** A message in pieces that ends its socket when it is longer than a page's can be, or than it said. */
    private final class Pieces extends FragmentedMessage {

        private static final long serialVersionUID = 1;

        private int announced = -1;
        private int length;
        private boolean refused;

        @Override
        public boolean append(Reader reader) throws IOException {
            String piece = refused ? "" : read(reader);
            if (refused || !fits(piece)) {
                refuse();
                return false;
            }
            return super.append(new StringReader(piece));
        }

        private String read(Reader reader) throws IOException {
            StringBuilder piece = new StringBuilder();
            char[] some = new char[1024];
            int read = reader.read(some);
            while (read != -1 && piece.length() <= LONGEST_MESSAGE) {
                piece.append(some, 0, read);
                read = reader.read(some);
            }
            return piece.toString();
        }

        /** The first piece begins with the length of what follows. */
        private boolean fits(String piece) {
            if (announced >= 0) {
                length += piece.length();
            } else {
                Matcher first = LENGTH.matcher(piece);
                if (!first.lookingAt()) {
                    return false;
                }
                announced = Integer.parseInt(first.group(1));
                length = piece.length() - first.end();
            }
            return announced <= LONGEST_MESSAGE && length <= announced;
        }

        private void refuse() {
            if (!refused) {
                refused = true;
                LOG.warn("A socket was closed that sent a message longer than any page's");
                disconnect();
            }
        }
    }
}
