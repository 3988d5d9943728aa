package id.balairung.audit;

import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what was done. Callers name their own agency, or one that the rules let them act in: recording checks no rights.
 */
@Component
public class AuditTrail {

    /** The trail of what concerns no single agency; no agency has this id. */
    static final AgencyId MALL = new AgencyId(new UUID(0L, 1L));

    private final AuditRows rows;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AuditTrail(AuditRows rows, CurrentStaff currentStaff, Clock clock) {
        this.rows = rows;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Records a change by whoever is signed in, in the transaction that makes it: both happen or neither.
     *
     * @param event what was done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        append(event, currentStaff.get());
    }

    /**
     * Records a change by somebody who is not signed in yet, in the transaction that makes it.
     *
     * @param event what was done
     * @param by who
     * @param address the network address it came from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event, StaffPrincipal by, String address) {
        rows.append(event.agency().orElse(MALL), event, Optional.of(by), Optional.of(address), clock.instant());
    }

    /**
     * Records what changes nothing by itself, such as a reading, a refusal or an export, in a transaction of its own.
     *
     * @param event what was done
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordAlone(AuditEvent event) {
        append(event, currentStaff.get());
    }

    /**
     * Records in a transaction of its own what somebody did who is not signed in on this thread, as at sign-in.
     *
     * @param event what was done
     * @param by who; empty when that is not known
     * @param address the network address it came from
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordAlone(AuditEvent event, Optional<StaffPrincipal> by, String address) {
        rows.append(event.agency().orElse(MALL), event, by, Optional.of(address), clock.instant());
    }

    private void append(AuditEvent event, Optional<StaffPrincipal> by) {
        rows.append(event.agency().orElse(MALL), event, by, currentStaff.address(), clock.instant());
    }
}
