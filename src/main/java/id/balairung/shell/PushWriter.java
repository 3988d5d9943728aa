package id.balairung.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.AtmosphereResource.TRANSPORT;
import org.atmosphere.cpr.Broadcaster;
import org.atmosphere.cpr.BroadcasterConfig;
import org.atmosphere.cpr.BroadcasterFuture;
import org.atmosphere.cpr.DefaultBroadcaster;
import org.atmosphere.cpr.Deliver;
import org.atmosphere.util.ExecutorsFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the screens' messages on virtual threads, one line for each socket. By default one thread hands all messages on, may
 * leave one behind until the next comes as it goes to rest, and 200 others write for all screens: each waits a tenth of a
 * second for a further message to the same screen before it turns to another, and one whose screen takes nothing waits with
 * it. Screens beyond the 200th would hear later, and stalled ones could stop all others.
 */
public class PushWriter extends DefaultBroadcaster {

    private static final Logger LOG = LoggerFactory.getLogger(PushWriter.class);

    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();

    /** Created by Atmosphere, by its name. */
    public PushWriter() {}

    @Override
    protected BroadcasterConfig createBroadcasterConfig(AtmosphereConfig config) {
        // Each message puts its screen's heartbeat off; what was put off would be kept for the minute it had to go.
        if (ExecutorsFactory.getScheduler(config) instanceof ScheduledThreadPoolExecutor heartbeats) {
            heartbeats.setRemoveOnCancelPolicy(true);
        }
        return super.createBroadcasterConfig(config)
                .setExecutorService(Executors.newVirtualThreadPerTaskExecutor(), false)
                .setAsyncWriteService(Executors.newVirtualThreadPerTaskExecutor(), false);
    }

    @Override
    public Future<Object> broadcast(Object message, AtmosphereResource screen) {
        Future<Object> written = super.broadcast(message, screen);
        Line line = lines.get(screen.uuid());
        if (line != null) {
            line.wentOut(written);
        }
        return written;
    }

    /** At once, by whoever holds the session, so that messages keep their order and none waits for another. */
    @Override
    protected void dispatchMessages(Deliver message) {
        try {
            push(message);
        } catch (RuntimeException fault) {
            // The session's other screens are still to be pushed.
            LOG.warn("A message goes to no screen", fault);
            message.getFuture().done();
        }
    }

    @Override
    protected void queueWriteIO(AtmosphereResource screen, Deliver message, AtomicInteger count)
            throws InterruptedException {
        if (screen.transport() == TRANSPORT.WEBSOCKET) {
            AsyncWriteToken writing = new AsyncWriteToken(
                    screen,
                    message.getMessage(),
                    message.getFuture(),
                    message.getOriginalMessage(),
                    message.getCache(),
                    count);
            lineOf(screen).add(() -> write(screen, writing, message.getFuture()));
        } else {
            super.queueWriteIO(screen, message, count);
        }
    }

    private void write(AtmosphereResource screen, AsyncWriteToken message, BroadcasterFuture<?> written) {
        try {
            synchronized (screen) {
                executeAsyncWrite(message);
            }
        } catch (Throwable fault) {
            // Even an Error: what follows would pass over what was lost. Its page connects anew and asks for the whole
            // state.
            LOG.error("A message was lost; its socket closes", fault);
            written.done();
            close(screen);
        }
    }

    private void close(AtmosphereResource screen) {
        try {
            removeAtmosphereResource(screen, false);
            screen.close();
        } catch (IOException | RuntimeException closed) {
            LOG.debug("A socket was closed already", closed);
        }
    }

    /** A page that reconnects may come by the same id on another socket. */
    private Line lineOf(AtmosphereResource screen) {
        return lines.compute(
                screen.uuid(), (id, line) -> line != null && line.screen == screen ? line : new Line(screen));
    }

    /** Also called for a message to a screen that is gone. */
    @Override
    protected Broadcaster removeAtmosphereResource(AtmosphereResource screen, boolean done) {
        lines.computeIfPresent(screen.uuid(), (id, line) -> line.screen == screen ? null : line);
        return super.removeAtmosphereResource(screen, done);
    }

    /** The last message but one to a screen, where it isn't written yet: this screen takes nothing at the moment. */
    Optional<Future<Object>> unwritten(AtmosphereResource screen) {
        return Optional.ofNullable(lines.get(screen.uuid())).flatMap(Line::unwritten);
    }

    /** The last message to a screen, by socket. */
    Optional<Future<Object>> newest(AtmosphereResource screen) {
        return Optional.ofNullable(lines.get(screen.uuid())).flatMap(line -> Optional.ofNullable(line.newest));
    }

    /** What is on its way to one screen. */
    private static final class Line {

        private final AtmosphereResource screen;
        private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean writing = new AtomicBoolean();
        private volatile @Nullable Future<Object> newest;
        private volatile @Nullable Future<Object> before;

        private Line(AtmosphereResource screen) {
            this.screen = screen;
        }

        /** Under the session's lock, as all pushing is. */
        private void wentOut(Future<Object> message) {
            before = newest;
            newest = message;
        }

        private Optional<Future<Object>> unwritten() {
            return Optional.ofNullable(before).filter(message -> !message.isDone());
        }

        private void add(Runnable message) {
            messages.add(message);
            if (writing.compareAndSet(false, true)) {
                Thread.ofVirtual().name("push-writer").start(this::writeAll);
            }
        }

        private void writeAll() {
            do {
                for (Runnable message = messages.poll(); message != null; message = messages.poll()) {
                    message.run();
                }
                writing.set(false);
            } while (!messages.isEmpty() && writing.compareAndSet(false, true));
        }
    }
}
