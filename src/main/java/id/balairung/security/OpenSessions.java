package id.balairung.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions open on this node. When an account is disabled its sessions end at once, whatever they are doing: each
 * open screen loses its connection, finds the session gone, and lands on /masuk.
 */
@Component
class OpenSessions implements VaadinServiceInitListener {

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(gone -> sessions.remove(gone.getSession()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(StaffDisabled disabled) {
        // access() waits for the session's own lock without holding up whoever disabled the account.
        sessions.forEach(session -> session.access(() -> {
            if (belongsTo(session, disabled.staff())) {
                session.getSession().invalidate();
            }
        }));
    }

    private static boolean belongsTo(VaadinSession session, StaffId staff) {
        WrappedSession http = session.getSession();
        return http != null
                && http.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof StaffPrincipal principal
                && principal.id().equals(staff);
    }
}
