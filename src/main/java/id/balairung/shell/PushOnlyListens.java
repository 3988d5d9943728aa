package id.balairung.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no message at the push address: a page opens its socket there, or waits there for an answer, and says what it has to say
 * by requests. Vaadin would read such a message, however slowly it comes, while it holds the session: whoever was disabled
 * meanwhile could end it long afterwards, and it would be carried out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class PushOnlyListens extends OncePerRequestFilter {

    private static final String ADDRESS = "/VAADIN/push";
    private static final String QUERY = "v-r=push";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.GET.matches(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().contains(ADDRESS) && !isAsked(request.getQueryString());
    }

    /** Vaadin takes a request for one by its query, whatever the address is. */
    private static boolean isAsked(@Nullable String query) {
        return query != null
                && Stream.of(query.split("&")).map(PushOnlyListens::decoded).anyMatch(QUERY::equals);
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return parameter;
        }
    }
}
