package id.balairung.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every answer the headers that keep browsers from doing more with it than it is for: pages, files, messages, faults and
 * the handshake of the push channel. In front of all other filters, so that none of them answers without. The policy of an
 * answer lets it do nothing at all; what a page needs beyond that it says itself (shell).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders extends OncePerRequestFilter {

    private static final Duration TLS_ONLY = Duration.ofDays(365);

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Origin-Agent-Cluster", "?1",
            "Permissions-Policy",
                    "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                            + " magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(),"
                            + " screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALWAYS.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + TLS_ONLY.toSeconds() + "; includeSubDomains");
        }
        chain.doFilter(request, isMessage(request) ? new Unkept(response) : response);
    }

    private static boolean isMessage(HttpServletRequest request) {
        return request.getQueryString() != null && request.getQueryString().contains("v-r=");
    }

    /** Vaadin lets its messages be kept as long as they are asked for anew each time. */
    private static final class Unkept extends HttpServletResponseWrapper {

        private Unkept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            boolean kept = name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) && !value.contains("no-store");
            super.setHeader(name, kept ? "no-store, " + value : value);
        }
    }
}
