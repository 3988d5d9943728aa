package id.balairung.testing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Does to an open session what a test can't wait for. */
public class Sessions implements VaadinServiceInitListener {

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

    private VaadinSession session(String id) {
        return open.stream()
                .filter(session -> session.getSession() != null
                        && session.getSession().getId().equals(id))
                .findAny()
                .orElseThrow();
    }
}
