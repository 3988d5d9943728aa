package id.balairung.shell;

import com.vaadin.flow.server.VaadinSession;
import id.balairung.security.BrowserName;
import id.balairung.security.CurrentStaff;
import id.balairung.security.EndReason;
import id.balairung.security.SignInMoment;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSession;
import id.balairung.security.StaffSessions;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What people see and end of their own sessions on this node. */
@Service
class OwnSessions implements StaffSessions {

    private final OpenSessions sessions;
    private final CurrentStaff currentStaff;
    private final EndedSessions trail;

    OwnSessions(OpenSessions sessions, CurrentStaff currentStaff, EndedSessions trail) {
        this.sessions = sessions;
        this.currentStaff = currentStaff;
        this.trail = trail;
    }

    @Override
    @PermitAll
    public List<StaffSession> own() {
        return mine().flatMap(session -> OpenSessions.signIn(session).map(signIn -> describe(session, signIn)).stream())
                .sorted(Comparator.comparing(StaffSession::present)
                        .thenComparing(StaffSession::lastUsed)
                        .reversed())
                .toList();
    }

    @Override
    @PermitAll
    public boolean end(UUID key) {
        List<VaadinSession> named = mine().filter(session -> OpenSessions.signIn(session)
                        .map(SignInMoment::key)
                        .filter(key::equals)
                        .isPresent())
                .toList();
        named.forEach(this::end);
        return !named.isEmpty();
    }

    @Override
    @PermitAll
    public int endOthers() {
        List<VaadinSession> others =
                mine().filter(session -> !isPresent(session)).toList();
        others.forEach(this::end);
        return others.size();
    }

    private Stream<VaadinSession> mine() {
        StaffPrincipal staff = currentStaff.require();
        return sessions.signedIn().filter(session -> OpenSessions.isOf(session, staff.id()));
    }

    private void end(VaadinSession session) {
        StaffPrincipal staff = currentStaff.require();
        sessions.end(session, EndReason.BY_OWNER, staff.id());
        trail.ended(staff, EndReason.BY_OWNER);
    }

    private StaffSession describe(VaadinSession session, SignInMoment signIn) {
        return new StaffSession(
                signIn.key(),
                signIn.at(),
                ScreenServlet.lastUsed(session),
                signIn.address(),
                BrowserName.of(signIn.userAgent()),
                isPresent(session));
    }

    private static boolean isPresent(VaadinSession session) {
        return session == VaadinSession.getCurrent();
    }
}
