package id.balairung.security;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Signing in as the chain does it: the password at {@link #SIGN_IN}, what is further needed at {@link #STEPS}, both by forms that
 * the browser posts. Where each attempt leads stands here.
 */
public final class SignInSteps extends AbstractHttpConfigurer<SignInSteps, HttpSecurity> {

    /** Where the password's form is and is posted to. */
    public static final String SIGN_IN = "masuk";
    /** Where the further steps' forms are and are posted to. */
    public static final String STEPS = "masuk/langkah";

    /** The field that says which step a form is for: a {@link SignInStep}'s name. */
    public static final String STEP = "step";
    /** The field for a code of the phone. */
    public static final String CODE = "code";
    /** The field for a recovery code. */
    public static final String RECOVERY = "recovery";
    /** The field for a new password. */
    public static final String PASSWORD = "password";
    /** The field for the same again. */
    public static final String REPEATED = "repeated";

    private static final RequestMatcher POSTED =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + STEPS);

    private final KnownBrowsers browsers;
    private final SignInAccounts accounts;
    private final ApplicationEventPublisher events;
    private final RedirectStrategy redirect = new DefaultRedirectStrategy();
    private final ChangeSessionIdAuthenticationStrategy newSessionId = new ChangeSessionIdAuthenticationStrategy();
    private final VaadinSavedRequestAwareAuthenticationSuccessHandler onwards =
            new VaadinSavedRequestAwareAuthenticationSuccessHandler();

    SignInSteps(KnownBrowsers browsers, SignInAccounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.events = events;
        newSessionId.setApplicationEventPublisher(events);
    }

    /** After Vaadin's own configurer, which has set the form up. */
    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        FormLoginConfigurer<HttpSecurity> form = http.getConfigurer(FormLoginConfigurer.class);
        form.authenticationDetailsSource(request -> details(
                        request,
                        String.valueOf(request.getParameter(
                                UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY))))
                .successHandler(this::signedIn)
                .failureHandler(this::notSignedIn);
    }

    @Override
    public void configure(HttpSecurity http) {
        onwards.setRequestCache(http.getSharedObject(RequestCache.class));
        StepFilter filter = new StepFilter(http.getSharedObject(AuthenticationManager.class));
        filter.setApplicationEventPublisher(events);
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setSecurityContextRepository(new DelegatingSecurityContextRepository(
                new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository()));
        filter.setAuthenticationSuccessHandler(this::signedIn);
        filter.setAuthenticationFailureHandler(this::notSignedIn);
        http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
    }

    private SignInDetails details(HttpServletRequest request, String username) {
        return new SignInDetails(request, browsers.recognise(request, username));
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (!mayStay(person)) {
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            redirect.sendRedirect(request, response, "/" + SIGN_IN + "?" + told(new StepsOver()));
            return;
        }
        if (session != null) {
            session.removeAttribute(PendingSignIn.ATTRIBUTE);
        }
        browsers.remember(request, response, person.getName());
        onwards.onAuthenticationSuccess(request, response, person);
    }

    /**
     * Looks once more, now that the session is there: whoever disabled the account before found none to end, and whoever does
     * from now on finds it. An admin who gives a new password makes it due.
     */
    private boolean mayStay(Authentication person) {
        return person.getPrincipal() instanceof StaffPrincipal staff
                && accounts.find(staff.id())
                        .filter(account -> account.isStill(staff)
                                && !account.passwordDue()
                                && SignInDetails.of(person).isStill(account))
                        .isPresent();
    }

    private void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        HttpSession session = request.getSession();
        if (why instanceof FurtherStepNeeded further) {
            if (!isStep(request)) {
                // Somebody may have planted this session; what follows is for whoever gave the password alone.
                Authentication attempt = Objects.requireNonNull(further.getAuthenticationRequest());
                newSessionId.onAuthentication(attempt, request, response);
                events.publishEvent(new SignInBegun(further.pending().username(), attempt));
            }
            session.setAttribute(PendingSignIn.ATTRIBUTE, further.pending());
            redirect.sendRedirect(request, response, "/" + STEPS);
            return;
        }
        session.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, why);
        boolean again = isStep(request) && !(why instanceof StepsOver);
        redirect.sendRedirect(request, response, again ? "/" + STEPS : "/" + SIGN_IN + "?" + told(why));
    }

    private static String told(AuthenticationException why) {
        return switch (why) {
            case InternalAuthenticationServiceException fault -> "gangguan";
            case HashingBusy busy -> "sibuk";
            case SignInPaused paused -> "tunggu";
            case StepsOver over -> "ulang";
            default -> "error";
        };
    }

    private static boolean isStep(HttpServletRequest request) {
        return POSTED.matches(request);
    }

    /** Takes the steps' forms. Unlike the password's it knows who tries from the session. */
    private final class StepFilter extends AbstractAuthenticationProcessingFilter {

        StepFilter(AuthenticationManager manager) {
            super(POSTED, manager);
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            PendingSignIn pending = PendingSignIn.of(request.getSession(false)).orElseThrow(StepsOver::new);
            Map<String, String> fields = Stream.of(STEP, CODE, RECOVERY, PASSWORD, REPEATED)
                    .filter(name -> request.getParameter(name) != null)
                    .collect(Collectors.toMap(name -> name, request::getParameter));
            StepAttempt attempt = new StepAttempt(pending, fields);
            attempt.setDetails(details(request, pending.username()));
            return getAuthenticationManager().authenticate(attempt);
        }
    }
}
