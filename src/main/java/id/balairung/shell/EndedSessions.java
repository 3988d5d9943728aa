package id.balairung.shell;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.security.EndReason;
import id.balairung.security.StaffPrincipal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records the sessions that ended by themselves or by their owner. An admin's act is recorded where it is decided. */
@Component
class EndedSessions {

    private final AuditTrail trail;

    EndedSessions(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Records the end of a session.
     *
     * @param staff whose it was
     * @param reason why it ended
     */
    void ended(StaffPrincipal staff, EndReason reason) {
        trail.recordAlone(new AuditEvent(
                AuditKind.SESSION_ENDED,
                staff.agency(),
                staff.getUsername(),
                Map.of(),
                Map.of("reason", reason.word())));
    }
}
