package id.balairung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import id.balairung.security.StaffDisabled;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions open on this node. When an account is disabled its sessions end at once, whatever they are doing, and its
 * open screens go to /masuk. They are told so: a browser whose session has merely ended may notice minutes later.
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
                List.copyOf(session.getUIs()).forEach(OpenSessions::leave);
                session.getSession().invalidate();
            }
        }));
    }

    private static void leave(UI ui) {
        ui.accessSynchronously(() -> {
            ui.getPage().setLocation(SignInView.ROUTE);
            ui.push();
        });
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
