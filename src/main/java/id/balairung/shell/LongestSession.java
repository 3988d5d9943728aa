package id.balairung.shell;

import com.vaadin.flow.server.VaadinSession;
import id.balairung.common.ScaledClock;
import id.balairung.security.EndReason;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions that are open longer than a session may be, however busy they are: also those that only show what others
 * do, which never ask for anything. Measured in real time from signing in.
 */
@Component
class LongestSession implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LongestSession.class);

    private final OpenSessions sessions;
    private final EndedSessions trail;
    private final Clock clock;
    private final Duration longest;
    private final Duration pace;
    private volatile boolean running;

    LongestSession(
            OpenSessions sessions,
            EndedSessions trail,
            Clock clock,
            @Value("${balairung.sign-in.longest-session}") Duration longest,
            @Value("${balairung.sign-in.session-check}") Duration pace) {
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
        this.longest = longest;
        this.pace = pace;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("longest-session").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try {
                Thread.sleep(pace);
                sessions.signedIn().filter(this::isOver).forEach(this::end);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                LOG.warn("Sessions that are open too long weren't all ended", fault);
            }
        }
    }

    private boolean isOver(VaadinSession session) {
        return OpenSessions.signIn(session)
                .filter(signIn -> ScaledClock.realTimeSince(clock, signIn.at()).compareTo(longest) >= 0)
                .isPresent();
    }

    private void end(VaadinSession session) {
        OpenSessions.person(session)
                .ifPresent(staff -> OpenSessions.end(
                        session, EndReason.TOO_LONG, staff.id(), () -> trail.ended(staff, EndReason.TOO_LONG)));
    }
}
