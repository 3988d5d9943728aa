package id.balairung.shell;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.Broadcaster;
import org.atmosphere.cpr.BroadcasterConfig;
import org.atmosphere.cpr.DefaultBroadcaster;
import org.atmosphere.util.ExecutorsFactory;

/**
 * Writes the screens' messages on virtual threads. By default 200 threads write for all screens, each waits a tenth of a
 * second for a further message to the same screen before it turns to another, and one whose screen takes nothing waits with
 * it: screens beyond the 200th would hear later, and stalled ones could stop all others.
 */
public class PushWriter extends DefaultBroadcaster {

    private final ConcurrentMap<String, Sent> sent = new ConcurrentHashMap<>();

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
        sent.compute(screen.uuid(), (id, before) -> new Sent(written, before == null ? written : before.newest()));
        return written;
    }

    @Override
    protected Broadcaster removeAtmosphereResource(AtmosphereResource screen, boolean done) {
        sent.remove(screen.uuid());
        return super.removeAtmosphereResource(screen, done);
    }

    /** The last message but one to a screen, where it isn't written yet: this screen takes nothing at the moment. */
    Optional<Future<Object>> unwritten(AtmosphereResource screen) {
        return Optional.ofNullable(sent.get(screen.uuid())).map(Sent::before).filter(message -> !message.isDone());
    }

    /** The last two messages to a screen, as they are written; after the first one they are the same. */
    private record Sent(Future<Object> newest, Future<Object> before) {}
}
