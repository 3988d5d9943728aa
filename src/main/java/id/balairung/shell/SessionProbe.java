package id.balairung.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells an open screen whether its session is still signed in: 204, or 401. In front of everything else but what gives an
 * answer its headers, because a request that came as far as the security chain would keep the session alive.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SessionProbe extends OncePerRequestFilter {

    private static final String ADDRESS = "/sesi";

    private final OpenSessions sessions;

    SessionProbe(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + ADDRESS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        String session = request.getRequestedSessionId();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(
                session != null && sessions.signedIn(session)
                        ? HttpServletResponse.SC_NO_CONTENT
                        : HttpServletResponse.SC_UNAUTHORIZED);
    }
}
