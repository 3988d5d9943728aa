package id.balairung.security;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SecurityContextConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.cors.CorsConfiguration;

/** The chain in front of every request. Sign-in is at /masuk; every other view needs a signed-in person. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(prePostEnabled = false, securedEnabled = false, jsr250Enabled = true)
class SecurityConfiguration {

    private static final int WAITING_FOR_EACH = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What visitors open by a slip's link or at a counter's pad: nobody signs in there, and nothing is kept of whoever comes. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain visitorChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/nilai/**", "/papan-nilai/**")
                .authorizeHttpRequests(addresses -> addresses.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .securityContext(SecurityContextConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                // The only cookie is a pad's, which no other site's page can send.
                .csrf(CsrfConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .build();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            RequestUtil requests,
            KnownBrowsers browsers,
            SignInAccounts accounts,
            ApplicationEventPublisher events)
            throws Exception {
        http.authorizeHttpRequests(addresses -> addresses
                .requestMatchers("/*.css", "/styles/*.css", "/scripts/*.js", "/*.svg")
                .permitAll()
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll());
        // An address that leads nowhere is answered by the router, like one that the role may not open: the two look
        // alike.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView("/masuk", "/masuk")
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                        .enableCsrfConfiguration(false));
        // Vaadin would also leave the sign-in form unprotected. Its own requests carry a token of their own.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(requests::isFrameworkInternalRequest));
        http.logout(logout -> logout.addLogoutHandler((request, response, who) -> {
            if (who != null && who.getPrincipal() instanceof StaffPrincipal staff) {
                events.publishEvent(new SignedOut(
                        staff, Optional.ofNullable(request.getSession(false)).map(HttpSession::getId)));
            }
        }));
        http.with(new SignInSteps(browsers, accounts, events), Customizer.withDefaults());
        // All others are given by AnswerHeaders, also to what never comes here.
        http.headers(headers -> headers.defaultsDisabled()
                .cacheControl(Customizer.withDefaults())
                .withObjectPostProcessor(eager()));
        http.cors(cors -> cors.configurationSource(request -> isPush(request) ? new CorsConfiguration() : null));
        return http.build();
    }

    /** Vaadin's answers leave the response in a way that the filter doesn't notice, and would go without the headers. */
    private static ObjectPostProcessor<HeaderWriterFilter> eager() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** The push channel would answer a page of any other site, with the person's cookie; here no other origin is allowed. */
    private static boolean isPush(HttpServletRequest request) {
        return "push".equals(request.getParameter("v-r"))
                || request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/push");
    }

    /**
     * Looks at an account's state only after its password: a disabled account must not answer sooner than a wrong
     * password does, or the time would tell which accounts exist.
     */
    @Bean
    AuthenticationProvider signIn(
            UserDetailsService users,
            UserDetailsPasswordService upgrades,
            PasswordEncoder encoder,
            SignInAccounts accounts,
            SignInThrottle throttle,
            Clock clock) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users);
        passwords.setPasswordEncoder(encoder);
        passwords.setUserDetailsPasswordService(upgrades);
        passwords.setPreAuthenticationChecks(account -> {});
        passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        return new SignInProvider(passwords, accounts, throttle, clock);
    }

    /** A step that is still to be done is no event, nor is a password that may not be chosen. */
    @Bean
    AuthenticationEventPublisher signInEvents(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(Map.of(
                SignInPaused.class,
                SignInPausedEvent.class,
                StepRefused.WrongCode.class,
                AuthenticationFailureBadCredentialsEvent.class));
        return publisher;
    }

    /** Half of the processors hash passwords; 16 attempts for each of them wait, a few seconds at most. */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${balairung.sign-in.hash-strength:12}") int strength) {
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new PasswordHashing(strength, atOnce, atOnce * WAITING_FOR_EACH, PATIENCE);
    }
}
