package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.Invitation;
import id.balairung.satisfaction.ui.RatingPaper.Page;
import id.balairung.satisfaction.ui.RatingPaper.Place;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.mustache.servlet.view.MustacheViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where everything comes in that is sent to the visitors' pages, before anybody else reads of it: whoever sends slowly, much, or what
 * can't be read, holds no more of the server's threads than the gate allows, is told so by a page, and leaves no line in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class VisitorDoor extends OncePerRequestFilter {

    /** Set on a request that was turned away before it was read. */
    static final String UNREAD = VisitorDoor.class.getName() + ".unread";

    /** In bytes. The longest comment takes 4,500. */
    private static final int LONGEST_BODY = 16 * 1024;

    /** For what was announced, be it the longest comment over the slowest line. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final VisitorGate gate;
    private final RatingPaper paper;
    private final MustacheViewResolver views;

    VisitorDoor(VisitorGate gate, RatingPaper paper, MustacheViewResolver views) {
        this.gate = gate;
        this.paper = paper;
        this.views = views;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !path(request).matches("(?s)/(papan-)?nilai(/.*)?");
    }

    /** What the server itself refuses comes back here on its way to the page of faults. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isRefused(request)) {
            if (response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                answer(nobodys(request), request, response);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Optional<Page> refusal = refusal(request);
        if (refusal.isPresent()) {
            answer(refusal.get(), request, response);
            return;
        }
        Optional<Runnable> taken = gate.take(request);
        if (taken.isEmpty()) {
            answer(busy(request), request, response);
            return;
        }
        try {
            attend(request, response, chain);
        } finally {
            taken.get().run();
        }
    }

    private void attend(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Runnable> heard = hasBody(request) ? gate.listen(request) : Optional.of(() -> {});
        if (heard.isEmpty()) {
            answer(busy(request), request, response);
            return;
        }
        Optional<HttpServletRequest> read;
        try {
            read = read(request);
        } finally {
            heard.get().run();
        }
        if (read.isPresent()) {
            chain.doFilter(read.get(), response);
        } else {
            answer(unreadable(HttpStatus.BAD_REQUEST, request), request, response);
        }
    }

    /** By what its head says. */
    private Optional<Page> refusal(HttpServletRequest request) {
        if (!request.getRequestURI().matches("[\\w/-]*") || !METHODS.contains(request.getMethod())) {
            return Optional.of(nobodys(request));
        }
        if (!hasBody(request)) {
            return Optional.empty();
        }
        if (request.getContentLengthLong() < 0) {
            return Optional.of(unreadable(HttpStatus.LENGTH_REQUIRED, request));
        }
        if (request.getContentLengthLong() > LONGEST_BODY) {
            return Optional.of(unreadable(HttpStatus.CONTENT_TOO_LARGE, request));
        }
        return isForm(request) ? Optional.empty() : Optional.of(unreadable(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request));
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Nothing else is sent from our pages. */
    private static boolean isForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).split(";", 2)[0].strip();
        return request.getMethod().equals("POST") && type.equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Optional<HttpServletRequest> read(HttpServletRequest request) {
        if (hasBody(request)) {
            return SentForm.read(request, PATIENCE);
        }
        try {
            request.getParameterMap();
            return Optional.of(request);
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private void answer(Page page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        page.to(response);
        response.setStatus(page.status().value());
        if (hasBody(request)) {
            request.setAttribute(UNREAD, true);
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        try {
            Objects.requireNonNull(views.resolveViewName(page.view(), Locale.ROOT))
                    .render(page.model(), request, response);
        } catch (IOException | RuntimeException gone) {
            throw gone;
        } catch (Exception trouble) {
            throw new ServletException(trouble);
        }
    }

    private Page nobodys(HttpServletRequest request) {
        return paper.page(words(request), place(request, RatingPages.ROOT), new Invitation.Nobody());
    }

    private Page busy(HttpServletRequest request) {
        return paper.busy(words(request), place(request, request.getRequestURI()));
    }

    private Page unreadable(HttpStatus status, HttpServletRequest request) {
        return paper.unreadable(status, words(request), place(request, request.getRequestURI()));
    }

    /** Its parameters aren't read yet, and may never be. */
    private Words words(HttpServletRequest request) {
        return paper.words(String.valueOf(request.getQueryString()).contains(RatingPaper.LANGUAGE + "=en") ? "en" : "");
    }

    private static Place place(HttpServletRequest request, String base) {
        return path(request).startsWith(PadPages.ROOT) ? new Place(PadPages.ROOT, true) : new Place(base, false);
    }

    private static String path(HttpServletRequest request) {
        return isRefused(request)
                ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                : request.getServletPath();
    }

    private static boolean isRefused(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR;
    }
}
