package id.balairung.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Notes the moment at which a person becomes known to a session, by whichever way of signing in: that is where each of them
 * ends.
 */
@Component
class SignInRecorder implements HttpSessionAttributeListener {

    private final Clock clock;

    SignInRecorder(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)) {
            note(event);
        }
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        attributeAdded(event);
    }

    private void note(HttpSessionBindingEvent event) {
        if (event.getSession().getAttribute(event.getName()) instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof StaffPrincipal staff) {
            new SignInMoment(
                            UUID.randomUUID(),
                            staff.id(),
                            clock.instant(),
                            address(context.getAuthentication()),
                            userAgent().orElse(""))
                    .keepIn(event.getSession());
        }
    }

    private static Optional<String> address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails request
                ? Optional.ofNullable(request.getRemoteAddress())
                : request().map(HttpServletRequest::getRemoteAddr);
    }

    private static Optional<String> userAgent() {
        return request().map(request -> request.getHeader(HttpHeaders.USER_AGENT));
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
