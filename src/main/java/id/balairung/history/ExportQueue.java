package id.balairung.history;

import id.balairung.common.PacedJob;
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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 * So does what a fault interrupted that couldn't even be written down, such as a database that was away.
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
    private final PresentRights rights;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<ExportId, Progress> underWay = new ConcurrentHashMap<>();
    private volatile boolean ending;

    ExportQueue(
            ExportRows rows,
            ExportFiles files,
            ExportNews news,
            HistoryExport export,
            PresentRights rights,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${balairung.exports.pace:1s}") Duration pace) {
        super("exports", pace, "Exports can't be made");
        this.rows = rows;
        this.files = files;
        this.news = news;
        this.export = export;
        this.rights = rights;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins as many as there is room for. */
    @Override
    protected void round() {
        takeUpInterrupted();
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
        Progress progress = new Progress(kept);
        underWay.put(progress.id, progress);
        boolean begun = false;
        try {
            Thread.ofPlatform().name("export").daemon().start(() -> {
                try {
                    make(progress);
                } finally {
                    places.release();
                }
            });
            begun = true;
        } finally {
            if (!begun) {
                underWay.remove(progress.id);
                places.release();
            }
        }
    }

    /** Ends an export that is being made here, at its next page. */
    void cancel(ExportId id) {
        Optional.ofNullable(underWay.get(id)).ifPresent(progress -> progress.cancelled = true);
    }

    /** How many rows an export that is being made here will have; empty where that isn't known. */
    Optional<Long> expected(ExportId id) {
        return Optional.ofNullable(underWay.get(id)).flatMap(progress -> progress.expected);
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

    /** What stands there as being made and isn't made here. Who is under way is looked at first: none can end unseen in between. */
    private void takeUpInterrupted() {
        Set<ExportId> here = Set.copyOf(underWay.keySet());
        transaction.execute(status -> rows.running(AllAgencies.READ)).stream()
                .filter(kept -> !here.contains(kept.job().id()))
                .forEach(kept -> {
                    ExportId id = kept.job().id();
                    if (kept.attempts() < MOST_ATTEMPTS) {
                        transaction.executeWithoutResult(status -> rows.wait(AllAgencies.READ, id));
                    } else {
                        fail(id, "history.export.fault.interrupted");
                    }
                });
    }

    private Optional<ExportRows.Kept> claimed() {
        return Optional.ofNullable(transaction.execute(status -> rows.next(AllAgencies.READ)
                        .filter(kept -> rows.begin(AllAgencies.READ, kept.job().id()))))
                .flatMap(found -> found);
    }

    private void make(Progress progress) {
        ExportRows.Kept kept = progress.kept;
        ExportId id = progress.id;
        try {
            news.changed(kept.staff());
            StaffPrincipal requester = entitled(kept).orElseThrow(LostAccess::new);
            as(requester, () -> write(progress));
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
        } catch (RuntimeException | Error fault) {
            LOG.error("Export {} failed", id, fault);
            fail(id, "history.export.fault.unexpected");
        } finally {
            underWay.remove(id);
            news.changed(kept.staff());
        }
    }

    private void write(Progress progress) {
        ExportRows.Kept kept = progress.kept;
        ExportId id = progress.id;
        progress.expected = export.count(kept.job().wish(), progress);
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
        return rights.of(kept.staff(), kept.role(), kept.agency());
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
        private final ExportId id;
        private volatile boolean cancelled;
        private volatile Optional<Long> expected = Optional.empty();
        private long rows;
        private long told = System.nanoTime();

        Progress(ExportRows.Kept kept) {
            this.kept = kept;
            this.id = kept.job().id();
        }

        @Override
        public void written(long count) {
            rows = count;
            if (ending || cancelled) {
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
            boolean goesOn = Boolean.TRUE.equals(
                    transaction.execute(status -> ExportQueue.this.rows.progress(AllAgencies.READ, id, rows)));
            if (!goesOn) {
                throw new CancellationException();
            }
            news.changed(kept.staff());
        }
    }
}
