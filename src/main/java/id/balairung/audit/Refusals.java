package id.balairung.audit;

import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffPrincipal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.stereotype.Component;

/**
 * Records what a signed-in person asked for and was refused. Whoever does so without end gets {@value #MOST} rows a minute, and one
 * more that tells how many there were.
 */
@Component
public class Refusals {

    static final int MOST = 10;

    private final LaterEvents later;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final Flood<StaffPrincipal> flood = new Flood<>(MOST);

    Refusals(LaterEvents later, CurrentStaff currentStaff, Clock clock) {
        this.later = later;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Records that the signed-in person was refused something; for nobody it does nothing.
     *
     * @param what an address without its parameters, or a service's method; nothing that was typed
     */
    public void refused(String what) {
        currentStaff.get().ifPresent(staff -> {
            if (flood.admits(staff)) {
                add(AuditEvent.about(AuditKind.REFUSED, staff, what), staff, currentStaff.address());
            }
        });
    }

    /** By the annotations of a service; what a service refuses by itself is told by the screen that asked. */
    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        if (event.getSource() instanceof MethodInvocation call) {
            refused(call.getMethod().getDeclaringClass().getSimpleName() + "."
                    + call.getMethod().getName());
        }
    }

    /** Tells of the last minute what was only counted. */
    void flush() {
        flood.minuteOver()
                .forEach((staff, count) -> add(
                        AuditEvent.about(AuditKind.REFUSED, staff, "").with("furtherInTheMinute", count.toString()),
                        staff,
                        Optional.empty()));
    }

    private void add(AuditEvent event, StaffPrincipal staff, Optional<String> address) {
        Instant at = clock.instant();
        later.add(() -> new LaterEvents.Entry(event, Optional.of(staff), address, at));
    }
}
