package id.balairung.security;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ScaledClock;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whether it was proved lately, in this session, who sits at the screen. Signing in is such a proof. A service calls {@link
 * #requireFresh} before a sensitive act, whatever the screen did; a view catches {@link ReauthenticationRequired} and asks
 * ({@code security.ui.ReauthenticationDialog}). Where there is no session, nothing was proved.
 */
@Component
public class Reauthentication {

    /** How long a proof is good for, in real time. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = Reauthentication.class.getName();

    private final CurrentStaff currentStaff;
    private final OwnProof proof;
    private final Clock clock;

    Reauthentication(CurrentStaff currentStaff, OwnProof proof, Clock clock) {
        this.currentStaff = currentStaff;
        this.proof = proof;
        this.clock = clock;
    }

    /** Whether the signed-in person has proved it lately. */
    public boolean fresh() {
        StaffId staff = currentStaff.require().id();
        return session().stream()
                .flatMap(attributes -> proofs(attributes, staff))
                .anyMatch(at -> ScaledClock.realTimeSince(clock, at).compareTo(FRESH) < 0);
    }

    /**
     * Lets an act go on only after a proof that is still fresh.
     *
     * @throws ReauthenticationRequired when there is none
     * @throws AccessDeniedException when nobody is signed in
     */
    public void requireFresh() {
        if (!fresh()) {
            throw new ReauthenticationRequired();
        }
    }

    /** Whether a code has to be typed beside the password. */
    public boolean asksForCode() {
        return proof.asksForCode();
    }

    /**
     * Proves it.
     *
     * @param password the own password
     * @param code the second factor's code, empty where none is asked for
     * @throws BusinessRuleViolation when something is wrong; nothing is proved then
     */
    public void confirm(String password, String code) {
        StaffId staff = currentStaff.require().id();
        proof.confirm(password, code);
        session()
                .orElseThrow(() -> new AccessDeniedException("No session"))
                .keep()
                .accept(new Proved(staff, clock.instant()));
    }

    private static Stream<Instant> proofs(Attributes session, StaffId staff) {
        return Stream.concat(
                session
                        .get(ATTRIBUTE, Proved.class)
                        .filter(proved -> proved.staff().equals(staff))
                        .map(Proved::at)
                        .stream(),
                session
                        .get(SignInMoment.ATTRIBUTE, SignInMoment.class)
                        .filter(signIn -> signIn.staff().equals(staff))
                        .map(SignInMoment::at)
                        .stream());
    }

    /** That of the screen, or of the request when there is no screen, e.g. for a download. */
    private static Optional<Attributes> session() {
        VaadinSession screen = VaadinSession.getCurrent();
        if (screen != null && screen.getSession() != null) {
            WrappedSession http = screen.getSession();
            return Optional.of(new Attributes(http::getAttribute, proved -> http.setAttribute(ATTRIBUTE, proved)));
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.ofNullable(request.getRequest().getSession(false))
                        .map(http -> new Attributes(http::getAttribute, proved -> http.setAttribute(ATTRIBUTE, proved)))
                : Optional.empty();
    }

    private record Proved(StaffId staff, Instant at) implements Serializable {}

    private record Attributes(Function<String, @Nullable Object> read, Consumer<Proved> keep) {

        <T> Optional<T> get(String name, Class<T> type) {
            return Optional.ofNullable(read.apply(name))
                    .filter(type::isInstance)
                    .map(type::cast);
        }
    }
}
