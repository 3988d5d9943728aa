package id.balairung.history;

import id.balairung.common.PacedJob;
import id.balairung.security.SignInAccounts;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetTable;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the exports that were asked for, {@value #AT_ONCE} at a time, each with the rights that whoever asked has at that moment;
 * lost ones end it. What an end of the application interrupts begins anew at the next start, once: it may have been the cause.
 * With several nodes each would need its exports marked as its own, for the files lie where they were made.
 */
@Component
class ExportQueue extends PacedJob {

    private static final Logger LOG = LoggerFactory.getLogger(ExportQueue.class);

    private static final int AT_ONCE = 2;
    private static final int MOST_ATTEMPTS = 2;

    /** How often it is told how far an export is, and asked whether it may go on. */
    private static final long TOLD_NANOS = Duration.ofMillis(700).toNanos();

    private static final Duration LAST_PAGE_WITHIN = Duration.ofSeconds(4);

    private final ExportRows rows;
    private final ExportFiles files;
    private final ExportNews news;
    private final HistoryExport export;
    private final SignInAccounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<ExportId, AtomicBoolean> cancelled = new ConcurrentHashMap<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean ending;

    ExportQueue(
            ExportRows rows,
            ExportFiles files,
            ExportNews news,
            HistoryExport export,
            SignInAccounts accounts,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${balairung.exports.pace:1s}") Duration pace) {
        super("exports", pace, "Exports can't be made");
        this.rows = rows;
        this.files = files;
        this.news = news;
        this.export = export;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins as many as there is room for. */
    @Override
    protected void round() {
        if (!begun.get()) {
            goOnAfterStart();
            begun.set(true);
        }
        while (!ending && places.tryAcquire()) {
            Optional<ExportRows.Kept> next = Optional.empty();
            try {
                next = claimed();
            } finally {
                if (next.isEmpty()) {
                    places.release();
                }
            }
            if (next.isEmpty()) {
                return;
            }
            begin(next.get());
        }
    }

    /** A platform's thread: what only reckons would keep the few that virtual ones share. */
    private void begin(ExportRows.Kept kept) {
        Thread.ofPlatform().name("export").daemon().start(() -> {
            try {
                make(kept);
            } finally {
                places.release();
            }
        });
    }

    /** Ends an export that is being made here, at its next page. */
    void cancel(ExportId id) {
        Optional.ofNullable(cancelled.get(id)).ifPresent(flag -> flag.set(true));
    }

    /** They go back to wait, and begin anew at the next start. */
    @PreDestroy
    void end() {
        ending = true;
        try {
            if (!places.tryAcquire(AT_ONCE, LAST_PAGE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Exports are still being written; they begin anew at the next start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOnAfterStart() {
        transaction.executeWithoutResult(status -> rows.running(AllAgencies.READ)
                .forEach(kept -> {
                    if (kept.attempts() < MOST_ATTEMPTS) {
                        rows.wait(AllAgencies.READ, kept.job().id());
                    } else {
                        Instant now = clock.instant();
                        rows.fail(
                                AllAgencies.READ,
                                kept.job().id(),
                                "history.export.fault.interrupted",
                                now,
                                now.plus(ExportJobs.KEPT));
                        deleteFile(kept.job().id());
                    }
                }));
    }

    private Optional<ExportRows.Kept> claimed() {
        return Optional.ofNullable(transaction.execute(status -> rows.next(AllAgencies.READ)
                        .filter(kept -> rows.begin(AllAgencies.READ, kept.job().id()))))
                .flatMap(found -> found);
    }

    private void make(ExportRows.Kept kept) {
        ExportId id = kept.job().id();
        AtomicBoolean cancel = new AtomicBoolean();
        cancelled.put(id, cancel);
        news.changed(kept.staff());
        try {
            StaffPrincipal requester = entitled(kept).orElseThrow(LostAccess::new);
            as(requester, () -> write(kept, cancel));
        } catch (LostAccess lost) {
            fail(id, "history.export.fault.access");
        } catch (CancellationException ended) {
            if (ending) {
                transaction.executeWithoutResult(status -> rows.wait(AllAgencies.READ, id));
            }
            deleteFile(id);
        } catch (UncheckedIOException unwritten) {
            LOG.warn("Export {} can't be written", id, unwritten);
            fail(id, "history.export.fault.disk");
        } catch (RuntimeException fault) {
            LOG.error("Export {} failed", id, fault);
            fail(id, "history.export.fault.unexpected");
        } finally {
            cancelled.remove(id);
            news.changed(kept.staff());
        }
    }

    private void write(ExportRows.Kept kept, AtomicBoolean cancel) {
        ExportId id = kept.job().id();
        Progress progress = new Progress(kept, cancel);
        MessageDigest digest = sha256();
        long bytes;
        try {
            try (OutputStream out = new DigestOutputStream(files.begin(id), digest)) {
                SheetTable table = export.prepare(kept.job().wish(), progress);
                kept.job().wish().format().write(table, out);
            }
            bytes = files.finish(id);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        progress.ask();
        export.record(kept.job().wish(), "PREPARED", Map.of("rows", String.valueOf(progress.rows)));
        Instant now = clock.instant();
        boolean ready = Boolean.TRUE.equals(transaction.execute(status -> rows.ready(
                AllAgencies.READ,
                id,
                progress.rows,
                bytes,
                HexFormat.of().formatHex(digest.digest()),
                now,
                now.plus(ExportJobs.KEPT))));
        if (!ready) {
            deleteFile(id);
        }
    }

    /** Whoever asked, as they are now; empty when their account doesn't let them have it any more. */
    private Optional<StaffPrincipal> entitled(ExportRows.Kept kept) {
        return accounts.find(kept.staff())
                .map(SignInAccounts.SignInAccount::principal)
                .filter(StaffPrincipal::isEnabled)
                .filter(now -> now.role() == kept.role() && now.agency().equals(kept.agency()));
    }

    private void fail(ExportId id, String fault) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(
                status -> rows.fail(AllAgencies.READ, id, fault, now, now.plus(ExportJobs.KEPT)));
        deleteFile(id);
    }

    private void deleteFile(ExportId id) {
        try {
            files.delete(id);
        } catch (IOException kept) {
            LOG.warn("What there is of export {} can't be deleted yet", id, kept);
        }
    }

    private static void as(StaffPrincipal staff, Runnable work) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(staff, null, staff.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whoever asked may not have it any more. */
    private static final class LostAccess extends RuntimeException {}

    /** Keeps and tells how far an export is, and ends it when it may not go on. */
    private final class Progress implements ExportProgress {

        private final ExportRows.Kept kept;
        private final AtomicBoolean cancel;
        private final StaffId staff;
        private long rows;
        private long told = System.nanoTime();

        Progress(ExportRows.Kept kept, AtomicBoolean cancel) {
            this.kept = kept;
            this.cancel = cancel;
            this.staff = kept.staff();
        }

        @Override
        public void written(long count) {
            rows = count;
            if (ending || cancel.get()) {
                throw new CancellationException();
            }
            if (System.nanoTime() - told > TOLD_NANOS) {
                told = System.nanoTime();
                ask();
            }
        }

        void ask() {
            if (entitled(kept).isEmpty()) {
                throw new LostAccess();
            }
            boolean goesOn = Boolean.TRUE.equals(transaction.execute(status ->
                    ExportQueue.this.rows.progress(AllAgencies.READ, kept.job().id(), rows)));
            if (!goesOn) {
                throw new CancellationException();
            }
            news.changed(staff);
        }
    }
}
