package id.balairung.shell;

import com.vaadin.flow.server.VaadinSession;
import id.balairung.common.PacedJob;
import id.balairung.common.ScaledClock;
import id.balairung.security.EndReason;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions that are open longer than a session may be, however busy they are: also those that only show what others
 * do, which never ask for anything. Measured in real time from signing in.
 */
@Component
class LongestSession extends PacedJob {

    private final OpenSessions sessions;
    private final EndedSessions trail;
    private final Clock clock;
    private final Duration longest;

    LongestSession(
            OpenSessions sessions,
            EndedSessions trail,
            Clock clock,
            @Value("${balairung.sign-in.longest-session}") Duration longest,
            @Value("${balairung.sign-in.session-check}") Duration pace) {
        super("longest-session", pace, "Sessions that are open too long weren't all ended");
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void round() {
        sessions.signedIn().filter(this::isOver).forEach(this::end);
    }

    private boolean isOver(VaadinSession session) {
        return OpenSessions.signIn(session)
                .filter(signIn -> ScaledClock.realTimeSince(clock, signIn.at()).compareTo(longest) >= 0)
                .isPresent();
    }

    private void end(VaadinSession session) {
        OpenSessions.person(session)
                .ifPresent(staff -> sessions.end(
                        session, EndReason.TOO_LONG, staff.id(), () -> trail.ended(staff, EndReason.TOO_LONG)));
    }
}
