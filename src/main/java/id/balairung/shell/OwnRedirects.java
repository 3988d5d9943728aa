package id.balairung.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads to addresses of this site only, told without its name: that is known from the request's Host header, which says what whoever
 * sends it likes, and may be remembered from an earlier request of the session. Nothing here leads to another site.
 */
@Component
@Order(OwnRedirects.AFTER_HEADERS)
class OwnRedirects extends OncePerRequestFilter {

    static final int AFTER_HEADERS = Ordered.HIGHEST_PRECEDENCE + 1;

    /** A scheme, or none, before the name of a site; browsers take a backslash for a slash. */
    private static final Pattern SITE = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2,}[^/\\\\?#]*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Here(response));
    }

    private static final class Here extends HttpServletResponseWrapper {

        private Here(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(here(location));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(here(location), status, clearBuffer);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, name.equalsIgnoreCase(HttpHeaders.LOCATION) ? here(value) : value);
        }
    }

    /** The same address without the site that it names. */
    static String here(String location) {
        String path = location;
        while (SITE.matcher(path).find()) {
            path = SITE.matcher(path).replaceFirst("");
        }
        return path.isEmpty() ? "/" : path;
    }
}
