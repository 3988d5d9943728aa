package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import id.balairung.security.SignedIn;
import id.balairung.security.StaffDisabled;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.session.SessionFixationProtectionEvent;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions open on this node. When an account is disabled its sessions end at once, whatever they are doing, and its
 * open screens go to /masuk. They are told so: a browser whose session has merely ended learns of it only when it asks
 * ({@link SessionProbe}). When somebody signs in, the screens that the session had until then end.
 */
@Component
class OpenSessions implements VaadinServiceInitListener, SignedIn {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(gone -> {
            sessions.remove(gone.getSession());
            end(gone.getSession());
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(StaffDisabled disabled) {
        // access() waits for the session's own lock without holding up whoever disabled the account.
        sessions.forEach(session -> session.access(() -> {
            if (person(session)
                    .filter(staff -> staff.id().equals(disabled.staff()))
                    .isPresent()) {
                // The session ends even where telling a screen failed.
                try {
                    screens(session).forEach(OpenSessions::dismiss);
                } finally {
                    end(session);
                }
            }
        }));
    }

    /**
     * Signing in gives the session a new id, but its screens and their sockets are still those of whoever opened them, and
     * would act as the person who signed in. They end before that person is known to the session. They aren't told: the
     * page that posted the form would leave before it has the answer.
     */
    @EventListener
    void end(SessionFixationProtectionEvent signedIn) {
        sessions.stream()
                .filter(session -> isAlive(session, signedIn.getNewSessionId()))
                .forEach(session ->
                        session.accessSynchronously(() -> screens(session).forEach(OpenSessions::close)));
    }

    /**
     * Ends a session and whoever is signed in to it. When it has been idle too long Vaadin closes only what is its own, and
     * the next page would find the person still signed in.
     */
    static void end(VaadinSession session) {
        WrappedSession http = session.getSession();
        if (http != null) {
            try {
                http.invalidate();
            } catch (IllegalStateException ended) {
                LOG.debug("A session ended meanwhile", ended);
            }
        }
    }

    /**
     * The screens of a session, which may be closed meanwhile. Called under the session's lock.
     *
     * @param session the session
     */
    static Stream<UI> screens(VaadinSession session) {
        return List.copyOf(session.getUIs()).stream();
    }

    private static void close(UI ui) {
        ui.accessSynchronously(() -> ui.getSession().removeUI(ui));
    }

    /**
     * Sends a screen to /masuk and closes it. Closing waits for the message to be out; a session that is invalidated
     * before tears the socket away from under it. Called under the session's lock.
     */
    static void dismiss(UI ui) {
        ui.accessSynchronously(() -> {
            ui.getPage().setLocation(SignInView.ROUTE);
            ui.push();
        });
        close(ui);
    }

    /** Whether somebody is signed in to the session of this id. Looking keeps no session alive. */
    boolean signedIn(String sessionId) {
        return sessions.stream()
                .filter(session -> isAlive(session, sessionId))
                .anyMatch(session -> person(session).isPresent());
    }

    @Override
    public boolean isSignedIn(StaffId staff) {
        return sessions.stream()
                .anyMatch(session -> person(session)
                        .map(StaffPrincipal::id)
                        .filter(staff::equals)
                        .isPresent());
    }

    private static boolean isAlive(VaadinSession session, String sessionId) {
        WrappedSession http = session.getSession();
        return http != null && http.getId().equals(sessionId);
    }

    private static Optional<StaffPrincipal> person(VaadinSession session) {
        try {
            WrappedSession http = session.getSession();
            return http != null
                            && http.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                    instanceof SecurityContext context
                            && context.getAuthentication() != null
                            && context.getAuthentication().getPrincipal() instanceof StaffPrincipal principal
                    ? Optional.of(principal)
                    : Optional.empty();
        } catch (IllegalStateException ended) {
            LOG.debug("A session ended meanwhile", ended);
            return Optional.empty();
        }
    }
}
