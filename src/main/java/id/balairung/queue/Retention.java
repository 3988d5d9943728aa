package id.balairung.queue;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long personal data of visitors is kept, and what was replaced when its time was over. */
@Service
public class Retention {

    private final RetentionRows rows;
    private final RetentionJob job;
    private final StaffNames names;
    private final AuditTrail trail;
    private final Reauthentication reauthentication;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Retention(
            RetentionRows rows,
            RetentionJob job,
            StaffNames names,
            AuditTrail trail,
            Reauthentication reauthentication,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.job = job;
        this.names = names;
        this.trail = trail;
        this.reauthentication = reauthentication;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The periods, one for each kind. */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    @Transactional(readOnly = true)
    public List<RetentionPeriod> periods() {
        List<RetentionRows.Period> kept = rows.periods(AllAgencies.READ);
        Map<StaffId, String> who = names.of(
                kept.stream().flatMap(period -> period.changedBy().stream()).toList());
        return kept.stream()
                .map(period -> new RetentionPeriod(
                        period.kind(),
                        period.days(),
                        period.changedBy().map(who::get),
                        period.changedAt(),
                        period.version()))
                .sorted(Comparator.comparing(RetentionPeriod::kind))
                .toList();
    }

    /**
     * Sets a period. What a longer one would have kept and a run already replaced stays replaced.
     *
     * @param kind of what
     * @param days for how many days after the service day
     * @param version the version on the person's screen
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when the period is too short or too long, or somebody changed it meanwhile
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    @Transactional
    public void change(RetentionKind kind, int days, int version) {
        if (days < kind.shortest() || days > kind.longest()) {
            throw new BusinessRuleViolation("queue.refused.retention-days", kind.shortest(), kind.longest());
        }
        reauthentication.requireFresh();
        RetentionPeriod before = periods().stream()
                .filter(period -> period.kind() == kind)
                .findAny()
                .orElseThrow();
        StaffId self = currentStaff.require().id();
        if (!rows.change(AllAgencies.READ, kind, days, version, self, clock.instant())) {
            throw new BusinessRuleViolation(
                    "queue.refused.retention-changed", before.changedBy().orElse(""));
        }
        trail.record(AuditEvent.ofMall(AuditKind.MALL_CHANGED, kind.name())
                .changing(
                        Map.of("retentionDays", String.valueOf(before.days())),
                        Map.of("retentionDays", String.valueOf(days))));
    }

    /** The latest runs, the last one first. */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    @Transactional(readOnly = true)
    public List<RetentionRun> latest(int limit) {
        List<RetentionRows.Run> runs = rows.latest(AllAgencies.READ, limit);
        Map<StaffId, String> who =
                names.of(runs.stream().flatMap(run -> run.startedBy().stream()).toList());
        return runs.stream()
                .map(run -> new RetentionRun(
                        run.id(),
                        run.startedAt(),
                        run.finishedAt(),
                        run.startedBy()
                                .map(staff ->
                                        Optional.ofNullable(who.get(staff)).orElse("")),
                        run.replaced(),
                        run.failedAgencies()))
                .toList();
    }

    /**
     * Begins to replace now what is due, as the nightly run would. After a long pause that takes minutes, on a thread of its own.
     *
     * @return complete when the run is over; with a {@link BusinessRuleViolation} when another one goes on already
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public CompletableFuture<Void> run() {
        reauthentication.requireFresh();
        Optional<StaffId> self = Optional.of(currentStaff.require().id());
        Runnable run = new DelegatingSecurityContextRunnable(() -> {
            if (!job.run(self)) {
                throw new BusinessRuleViolation("queue.refused.retention-runs");
            }
        });
        return CompletableFuture.runAsync(run, Thread.ofVirtual().name("retention-now")::start);
    }
}
