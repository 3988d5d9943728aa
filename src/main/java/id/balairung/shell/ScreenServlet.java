package id.balairung.shell;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.Constants;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.SpringVaadinServletService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Serves the screens, several of one session reliably. When a session is released Vaadin pushes its screens one after the
 * other, and while it pushes one it does what was asked meanwhile of all of them. What that changed on a screen whose turn
 * was over would stay behind until something else happened in the session.
 */
class ScreenServlet extends SpringServlet {

    private static final long serialVersionUID = 1;

    private static final Set<String> IGNORED =
            Set.of(Constants.URL_PARAMETER_RESTART_APPLICATION, Constants.URL_PARAMETER_CLOSE_APPLICATION);

    private final transient ApplicationContext context;

    ScreenServlet(ApplicationContext context, boolean rootMapping) {
        super(context, rootMapping);
        this.context = context;
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        Service service = new Service(this, configuration, context);
        service.init();
        return service;
    }

    /** Vaadin would close or begin a session anew for whoever writes its names into an address, and leave the old one behind. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean asks = IGNORED.stream().anyMatch(name -> request.getParameter(name) != null);
        super.service(asks ? new Ignoring(request) : request, response);
    }

    /** When somebody last did something in a session, by the mall's clock. Asks for no lock, unlike Vaadin's own answer. */
    static Instant lastUsed(VaadinSession session) {
        return session instanceof Session ours ? ours.lastUsed : Instant.EPOCH;
    }

    private static final class Ignoring extends HttpServletRequestWrapper {

        private Ignoring(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return IGNORED.contains(name) ? null : super.getParameter(name);
        }
    }

    private static final class Service extends SpringVaadinServletService {

        private static final long serialVersionUID = 1;

        private final transient Clock clock;

        private Service(VaadinServlet servlet, DeploymentConfiguration configuration, ApplicationContext context) {
            super(servlet, configuration, context);
            this.clock = context.getBean(Clock.class);
        }

        @Override
        protected VaadinSession createVaadinSession(VaadinRequest request) {
            return new Session(this, clock);
        }

        /** Whoever opens a page while their session ends gets the page, and not a message that there was a session. */
        @Override
        protected void handleSessionExpired(VaadinRequest request, VaadinResponse response) throws ServiceException {
            if (!(request instanceof VaadinServletRequest page)
                    || !(response instanceof VaadinServletResponse answer)
                    || !page.getMethod().equals("GET")
                    || page.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) != null
                    || !requestCanCreateSession(request)) {
                super.handleSessionExpired(request, response);
                return;
            }
            String query = page.getQueryString();
            try {
                answer.sendRedirect(page.getRequestURI() + (query == null ? "" : "?" + query));
            } catch (IOException gone) {
                throw new ServiceException(gone);
            }
        }

        @Override
        public void runPendingAccessTasks(VaadinSession session) {
            if (!session.getPendingAccessQueue().isEmpty()) {
                super.runPendingAccessTasks(session);
                ((Session) session).changed = true;
            }
        }
    }

    private static final class Session extends VaadinSession {

        private static final long serialVersionUID = 1;

        private final transient Clock clock;
        private volatile boolean changed;
        private volatile Instant lastUsed;

        private Session(VaadinService service, Clock clock) {
            super(service);
            this.clock = clock;
            this.lastUsed = clock.instant();
        }

        @Override
        public void setLastRequestTimestamp(long timestamp) {
            super.setLastRequestTimestamp(timestamp);
            lastUsed = clock.instant();
        }

        @Override
        public void unlock() {
            if (((ReentrantLock) getLockInstance()).getHoldCount() != 1) {
                super.unlock();
                return;
            }
            try {
                getService().runPendingAccessTasks(this);
                changed = false;
            } finally {
                super.unlock();
            }
            if (changed) {
                // A screen may have been passed by. Whoever holds the session by now pushes it when done.
                getService().ensureAccessQueuePurged(this);
            }
        }
    }
}
