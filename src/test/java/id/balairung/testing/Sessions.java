package id.balairung.testing;

import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.ClassUtils;

/** Does to an open session what a test can't wait for. */
public class Sessions implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Set<VaadinSession> open = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> open.add(init.getSession()));
        event.getSource().addSessionDestroyListener(gone -> open.remove(gone.getSession()));
    }

    /** As if nobody had done anything in it for so long. */
    public void idle(String id, Duration time) {
        VaadinSession session = session(id);
        session.accessSynchronously(
                () -> session.setLastRequestTimestamp(session.getLastRequestTimestamp() - time.toMillis()));
    }

    /** As if somebody had signed in to it past all that happens at sign-in. */
    public void slipIn(String id, StaffPrincipal staff) {
        session(id)
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                staff, null, staff.getAuthorities())));
    }

    /** Ends a session, and with it its screens. */
    public void end(String id) {
        session(id).getSession().invalidate();
    }

    /** Ends a session while it is asked for something, and tells the answer. */
    public <T> T endWhile(String id, Supplier<T> asking) {
        VaadinSession session = session(id);
        session.lock();
        CompletableFuture<T> answer;
        try {
            answer = CompletableFuture.supplyAsync(asking, Thread::startVirtualThread);
            await().until(((ReentrantLock) session.getLockInstance())::hasQueuedThreads);
            session.getSession().invalidate();
        } finally {
            session.unlock();
        }
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Ends all sessions, and with them their screens. */
    public void endAll() {
        List.copyOf(open).stream()
                .map(VaadinSession::getSession)
                .filter(Objects::nonNull)
                .forEach(session -> {
                    try {
                        session.invalidate();
                    } catch (IllegalStateException ended) {
                        LOG.debug("It ended meanwhile", ended);
                    }
                });
    }

    /** The only screen of a session. */
    public UI screen(String id) {
        return screens(id).getFirst();
    }

    /** The screens of a session, in the order in which Vaadin pushes them. */
    public List<UI> screens(String id) {
        VaadinSession session = session(id);
        session.lock();
        try {
            return List.copyOf(session.getUIs());
        } finally {
            session.unlock();
        }
    }

    /** What one of a session's screens shows: the simple name of its view; empty when it shows none or is gone. */
    public String view(String id, int screen) {
        return with(
                        id,
                        screen,
                        ui -> ui.getInternals().getActiveRouterTargetsChain().stream()
                                .findFirst()
                                .map(view -> ClassUtils.getUserClass(view).getSimpleName()))
                .flatMap(view -> view)
                .orElse("");
    }

    /** Does something with one of a session's screens as the server has it; empty when it is gone. */
    public <T> Optional<T> with(String id, int screen, Function<UI, T> work) {
        VaadinSession session = session(id);
        AtomicReference<Optional<T>> result = new AtomicReference<>(Optional.empty());
        session.accessSynchronously(
                () -> result.set(Optional.ofNullable(session.getUIById(screen)).map(work)));
        return result.get();
    }

    private VaadinSession session(String id) {
        return open.stream()
                .filter(session -> session.getSession() != null
                        && session.getSession().getId().equals(id))
                .findAny()
                .orElseThrow();
    }
}
