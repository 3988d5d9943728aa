package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import id.balairung.agency.AgencySuspended;
import id.balairung.common.ui.UnsavedGuard;
import id.balairung.security.CredentialsChanged;
import id.balairung.security.EndReason;
import id.balairung.security.SignInMoment;
import id.balairung.security.SignedIn;
import id.balairung.security.SignedOut;
import id.balairung.security.StaffAccessChanged;
import id.balairung.security.StaffDisabled;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSessionsEnded;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.session.SessionFixationProtectionEvent;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions open on this node. When an account is disabled, or what it may do changes, its sessions end at once, whatever
 * they are doing, and its open screens go to /masuk. They are told so: a browser whose session has merely ended learns of it
 * only when it asks ({@link SessionProbe}). When somebody signs in, the screens that the session had until then end.
 */
@Component
class OpenSessions implements VaadinServiceInitListener, SignedIn {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    /** For all screens of a session together to take the message that they are to leave. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
    /** In which somebody is signing out at this moment. */
    private final Set<VaadinSession> leaving = ConcurrentHashMap.newKeySet();

    private final EndedSessions trail;

    OpenSessions(EndedSessions trail) {
        this.trail = trail;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(gone -> {
            sessions.remove(gone.getSession());
            leaving.remove(gone.getSession());
            end(gone.getSession());
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(StaffDisabled disabled) {
        end(disabled.staff(), EndReason.ACCESS_CHANGED);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(StaffAccessChanged changed) {
        end(changed.staff(), EndReason.ACCESS_CHANGED);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(StaffSessionsEnded ended) {
        end(ended.staff(), EndReason.BY_ADMIN);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(AgencySuspended suspended) {
        sessions.forEach(session -> person(session)
                .filter(staff ->
                        staff.agency().filter(suspended.agency()::equals).isPresent())
                .ifPresent(staff -> end(session, EndReason.ACCESS_CHANGED, staff.id())));
    }

    /**
     * Signing out closes every screen of the account, in other browsers too. The screen that asks for it leaves with its answer,
     * and its session ends with the request: what others ask of that session meanwhile would end it in the middle.
     */
    @EventListener
    void end(SignedOut out) {
        UI asking = UI.getCurrent();
        List<VaadinSession> all = sessions.stream()
                .filter(session -> isOf(session, out.staff().id()))
                .toList();
        List<VaadinSession> here = all.stream()
                .filter(session ->
                        out.session().filter(id -> isAlive(session, id)).isPresent())
                .toList();
        leaving.addAll(here);
        all.stream()
                .filter(session -> !here.contains(session))
                .forEach(session -> end(
                        session,
                        EndReason.SIGNED_OUT,
                        out.staff().id(),
                        () -> trail.ended(out.staff(), EndReason.SIGNED_OUT)));
        here.forEach(session -> session.accessSynchronously(() ->
                dismiss(screens(session).filter(screen -> screen != asking).toList(), EndReason.SIGNED_OUT)));
    }

    /** Whoever changes the own password goes on where they did it. */
    @TransactionalEventListener(fallbackExecution = true)
    void end(CredentialsChanged changed) {
        VaadinSession here = VaadinSession.getCurrent();
        sessions.stream()
                .filter(session -> session != here && isOf(session, changed.staff()))
                .forEach(session -> end(session, EndReason.ACCESS_CHANGED, changed.staff()));
    }

    private void end(StaffId staff, EndReason reason) {
        sessions.stream().filter(session -> isOf(session, staff)).forEach(session -> end(session, reason, staff));
    }

    /**
     * Ends a session and tells its screens why, on a thread of its own: what it does at the moment, and a screen that takes
     * nothing, hold up neither whoever ends it nor the account's other sessions.
     *
     * @param session the session
     * @param reason told on the sign-in page
     * @param staff whose session is to end: somebody else may sign in to it before it has its turn
     */
    void end(VaadinSession session, EndReason reason, StaffId staff) {
        end(session, reason, staff, () -> {});
    }

    /**
     * The same, with something to do when the session has ended.
     *
     * @param afterwards done once
     */
    void end(VaadinSession session, EndReason reason, StaffId staff, Runnable afterwards) {
        Command ending = () -> {
            // Whoever lost their access is out, also in the middle of signing out.
            boolean endsAnyhow = reason == EndReason.SIGNED_OUT && leaving.contains(session);
            if (isOf(session, staff) && !endsAnyhow) {
                // The session ends even where telling a screen failed.
                try {
                    dismiss(screens(session).toList(), reason);
                } finally {
                    end(session);
                    afterwards.run();
                }
            }
        };
        Thread.ofVirtual().name("session-end").start(() -> session.access(ending));
    }

    /** The sessions that somebody is signed in to. */
    Stream<VaadinSession> signedIn() {
        return sessions.stream().filter(session -> person(session).isPresent());
    }

    /** When and from where somebody signed in to a session; empty when nobody did. */
    static Optional<SignInMoment> signIn(VaadinSession session) {
        return attribute(session, SignInMoment.ATTRIBUTE, SignInMoment.class);
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

    /**
     * Sends screens to /masuk and closes them. All are told before the first one closes, and have {@link #PATIENCE} in all to take
     * the message: a session that is invalidated before tears the socket away from under it. Called under the session's lock.
     */
    static void dismiss(Collection<UI> screens) {
        dismiss(screens, SignInView.ROUTE);
    }

    private static void dismiss(Collection<UI> screens, EndReason reason) {
        dismiss(screens, SignInView.ROUTE + "?" + EndReason.PARAMETER + "=" + reason.word());
    }

    private static void dismiss(Collection<UI> screens, String address) {
        screens.forEach(screen -> unlessGone(screen, () -> {
            UnsavedGuard.release(screen);
            screen.getPage().setLocation(address);
            screen.push();
        }));
        long until = System.nanoTime() + PATIENCE.toNanos();
        screens.forEach(screen -> NewestOnlyPush.of(screen).ifPresent(channel -> channel.awaitWritten(until)));
        screens.forEach(OpenSessions::close);
    }

    private static void close(UI screen) {
        unlessGone(screen, () -> screen.getSession().removeUI(screen));
    }

    /** One that fails keeps none of the others open. */
    private static void unlessGone(UI screen, Command work) {
        try {
            screen.accessSynchronously(work);
        } catch (UIDetachedException gone) {
            LOG.debug("A screen closed meanwhile", gone);
        } catch (RuntimeException failed) {
            LOG.warn("A screen couldn't be told to leave, or not be closed", failed);
        }
    }

    /** Whether somebody is signed in to the session of this id. Looking keeps no session alive. */
    boolean signedIn(String sessionId) {
        return sessions.stream()
                .filter(session -> isAlive(session, sessionId))
                .anyMatch(session -> person(session).isPresent());
    }

    @Override
    public boolean isSignedIn(StaffId staff) {
        return sessions.stream().anyMatch(session -> isOf(session, staff));
    }

    /** Whether this account is signed in to a session. */
    static boolean isOf(VaadinSession session, StaffId staff) {
        return person(session).map(StaffPrincipal::id).filter(staff::equals).isPresent();
    }

    private static boolean isAlive(VaadinSession session, String sessionId) {
        WrappedSession http = session.getSession();
        return http != null && http.getId().equals(sessionId);
    }

    /** Who is signed in to a session. */
    static Optional<StaffPrincipal> person(VaadinSession session) {
        return attribute(
                        session,
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContext.class)
                .map(SecurityContext::getAuthentication)
                .map(Authentication::getPrincipal)
                .filter(StaffPrincipal.class::isInstance)
                .map(StaffPrincipal.class::cast);
    }

    private static <T> Optional<T> attribute(VaadinSession session, String name, Class<T> type) {
        try {
            return Optional.ofNullable(session.getSession())
                    .map(http -> http.getAttribute(name))
                    .filter(type::isInstance)
                    .map(type::cast);
        } catch (IllegalStateException ended) {
            LOG.debug("A session ended meanwhile", ended);
            return Optional.empty();
        }
    }
}
