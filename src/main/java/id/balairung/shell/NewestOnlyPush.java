package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen's push channel that keeps no messages for a screen that takes none. Three may be on their way; what changes
 * meanwhile stays in the screen's state, and goes as one message when they move on. Without that a message would be kept for
 * every change, as long as the connection stands.
 */
class NewestOnlyPush extends AtmospherePushConnection {

    private static final Logger LOG = LoggerFactory.getLogger(NewestOnlyPush.class);

    private transient boolean waiting;

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

    private Optional<Future<Object>> unwritten() {
        return isConnected() && getResource().getBroadcaster() instanceof PushWriter writer
                ? writer.unwritten(getResource())
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
}
