package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.PacedJob;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import id.balairung.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces personal data whose time is over, every night from {@value #HOUR} o'clock in the mall's zone; a server that was
 * off at night does it in the morning. Goes through the agencies one by one, each in its own scope, and through their days in
 * windows, in short transactions that change, count and record together. So a run that broke off goes on where it was, and
 * what is done is found no second time.
 */
@Component
class RetentionJob extends PacedJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private static final int HOUR = 2;

    /** As many days as one statement looks through. */
    private static final int WINDOW_DAYS = 31;

    private final RetentionRows rows;
    private final TurnArchive archive;
    private final ObjectProvider<RetainedElsewhere> elsewhere;
    private final RetentionLock lock;
    private final AuditTrail trail;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetentionJob(
            RetentionRows rows,
            TurnArchive archive,
            ObjectProvider<RetainedElsewhere> elsewhere,
            RetentionLock lock,
            AuditTrail trail,
            CurrentMall mall,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${balairung.retention.pace:5m}") Duration pace) {
        super("retention", pace, "Personal data can't be replaced");
        this.rows = rows;
        this.archive = archive;
        this.elsewhere = elsewhere;
        this.lock = lock;
        this.trail = trail;
        this.mall = mall;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void round() {
        if (mall.find().isPresent()) {
            runWhenDue();
        }
    }

    /**
     * Runs now.
     *
     * @param by who asked for it
     * @return whether it ran; not while another run goes on
     */
    boolean run(Optional<StaffId> by) {
        return lock.alone(AllAgencies.READ, () -> replaceAll(by));
    }

    /** Runs if tonight's run is due and was not done, on this node or another one. */
    void runWhenDue() {
        ZoneId zone = mall.rules().zone();
        Instant due =
                mall.today().date().atTime(LocalTime.of(HOUR, 0)).atZone(zone).toInstant();
        if (!clock.instant().isBefore(due) && !doneSince(due)) {
            lock.alone(AllAgencies.READ, () -> {
                if (!doneSince(due)) {
                    replaceAll(Optional.empty());
                }
            });
        }
    }

    private boolean doneSince(Instant due) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> rows.finishedBetween(AllAgencies.READ, due, clock.instant())));
    }

    private void replaceAll(Optional<StaffId> by) {
        long run = transaction.execute(status -> rows.begin(AllAgencies.READ, clock.instant(), by));
        Map<RetentionKind, Integer> periods = transaction.execute(status -> rows.periods(AllAgencies.READ)).stream()
                .collect(Collectors.toMap(RetentionRows.Period::kind, RetentionRows.Period::days));
        for (AgencyId agency : transaction.execute(status -> rows.agencies(AllAgencies.READ))) {
            periods.forEach((kind, days) -> TenantScope.in(agency, () -> {
                replaceOrTell(agency, run, kind, days);
                return days;
            }));
        }
        transaction.executeWithoutResult(status -> rows.finish(AllAgencies.READ, run, clock.instant()));
    }

    /** One agency's trouble is not another's. */
    private void replaceOrTell(AgencyId agency, long run, RetentionKind kind, int days) {
        try {
            replace(agency, run, kind, days);
        } catch (RuntimeException trouble) {
            LOG.error("Personal data ({}) of agency {} can't be replaced", kind, agency, trouble);
            transaction.executeWithoutResult(status -> rows.count(agency, run, kind, 0, true));
        }
    }

    private void replace(AgencyId agency, long run, RetentionKind kind, int days) {
        ZoneId zone = mall.rules().zone();
        LocalDate end = kind.firstKept(mall.today().date(), days);
        Optional<LocalDate> next = transaction.execute(status -> {
            // The last day again, for another zone of the mall shifts the days' edges.
            LocalDate from =
                    rows.doneUntil(agency, kind).map(done -> done.minusDays(1)).orElse(LocalDate.EPOCH);
            return nextDay(agency, kind, from, end, zone);
        });
        while (next.isPresent()) {
            LocalDate from = next.get();
            LocalDate until = earlier(from.plusDays(WINDOW_DAYS), end);
            int replaced;
            do {
                replaced = transaction.execute(status -> replaceSome(agency, run, kind, from, until, zone));
            } while (replaced > 0);
            next = transaction.execute(status -> {
                rows.keepDone(agency, kind, until);
                return nextDay(agency, kind, until, end, zone);
            });
        }
    }

    private Optional<LocalDate> nextDay(
            AgencyId agency, RetentionKind kind, LocalDate from, LocalDate until, ZoneId zone) {
        return elsewhere(kind)
                .map(kept -> kept.nextDay(agency, from, until))
                .orElseGet(() -> rows.nextDay(agency, kind, from, until, zone));
    }

    private Optional<RetainedElsewhere> elsewhere(RetentionKind kind) {
        return elsewhere.stream().filter(kept -> kept.kind() == kind).findFirst();
    }

    private int replaceSome(
            AgencyId agency, long run, RetentionKind kind, LocalDate from, LocalDate until, ZoneId zone) {
        int replaced = elsewhere(kind)
                .map(kept -> kept.replace(agency, from, until))
                .orElseGet(() -> rows.replace(agency, kind, from, until, zone));
        if (kind == RetentionKind.REASON) {
            replaced += archive.erase(
                    agency,
                    from.atStartOfDay(zone).toInstant(),
                    until.atStartOfDay(zone).toInstant(),
                    Reason.ERASED);
        }
        if (replaced > 0) {
            rows.count(agency, run, kind, replaced, false);
            trail.record(AuditEvent.of(AuditKind.RETIRED, agency, kind.name())
                    .with("count", String.valueOf(replaced))
                    .with("from", from.toString())
                    .with("until", until.toString()));
        }
        return replaced;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
