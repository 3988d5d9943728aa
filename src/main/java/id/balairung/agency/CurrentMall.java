package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.ScaledClock;
import id.balairung.common.ServiceDay;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The mall that this installation serves. Its rules are read on every act, so they are kept for
 * {@value #KEPT_SECONDS} s of real time, and for as long as the database doesn't answer; a change on this node holds at once.
 */
@Service
public class CurrentMall {

    private static final int KEPT_SECONDS = 10;

    private final MallRepository malls;
    private final AuditTrail trail;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    CurrentMall(MallRepository malls, AuditTrail trail, Clock clock) {
        this.malls = malls;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The mall's name and rules.
     *
     * @throws IllegalStateException when no mall was established yet
     */
    public MallRules rules() {
        return find().orElseThrow(() -> new IllegalStateException("No mall was established yet"));
    }

    /** The mall's name and rules; empty before the first start has established it. */
    public Optional<MallRules> find() {
        Instant now = clock.instant();
        Kept current = kept.get();
        if (current != null && current.isFresh(now, ScaledClock.speedOf(clock))) {
            return Optional.of(current.rules());
        }
        try {
            Optional<MallRules> read = malls.findById(Mall.ID).map(Mall::rules);
            read.ifPresent(rules -> kept.set(new Kept(rules, now)));
            return read;
        } catch (DataAccessException | TransactionException gone) {
            if (current == null) {
                throw gone;
            }
            // A screen that shows what it has goes on; nothing can be changed meanwhile, these rules neither.
            kept.compareAndSet(current, new Kept(current.rules(), now));
            return Optional.of(current.rules());
        }
    }

    /** Today in the mall's zone. */
    public ServiceDay today() {
        return ServiceDay.of(clock.instant(), rules().zone());
    }

    /** When today began in the mall's zone, UTC. */
    public Instant todayBegan() {
        return today().begins(rules().zone());
    }

    /**
     * Establishes the mall, or replaces its rules.
     *
     * @param rules the rules
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    @Transactional
    public void establish(MallRules rules) {
        Optional<Mall> before = malls.findById(Mall.ID);
        trail.record(AuditEvent.ofMall(AuditKind.MALL_CHANGED, rules.name())
                .changing(
                        before.map(mall -> MallDetails.facts(mall.rules())).orElse(Map.of()),
                        MallDetails.facts(rules)));
        before.ifPresentOrElse(mall -> mall.follow(rules), () -> malls.save(new Mall(rules)));
        // Not before: somebody would read the old ones again and keep them.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changed();
            }
        });
    }

    /** The rules have changed: reads them again at once. Call it after the commit. */
    void changed() {
        kept.set(null);
    }

    private record Kept(MallRules rules, Instant since) {
        boolean isFresh(Instant now, int speed) {
            return Duration.between(since, now).abs().toSeconds() < (long) KEPT_SECONDS * speed;
        }
    }
}
