package id.balairung.history;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffAccounts;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One's own exports in the background. Nobody else's can be seen or fetched, nor those that one asked for in another role or agency.
 */
@Service
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
public class ExportJobs {

    /** How many may be under way for one person. */
    public static final int MOST_UNDER_WAY = 3;

    /** How many of one person's are kept, in whatever state. */
    public static final int MOST_KEPT = 20;

    /** How long a file is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final ExportRows rows;
    private final ExportFiles files;
    private final ExportQueue queue;
    private final ExportNews news;
    private final HistoryExport export;
    private final StaffAccounts accounts;
    private final PresentRights rights;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ExportJobs(
            ExportRows rows,
            ExportFiles files,
            ExportQueue queue,
            ExportNews news,
            HistoryExport export,
            StaffAccounts accounts,
            PresentRights rights,
            CurrentStaff currentStaff,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.files = files;
        this.queue = queue;
        this.news = news;
        this.export = export;
        this.accounts = accounts;
        this.rights = rights;
        this.currentStaff = currentStaff;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A file that is ready.
     *
     * @param name what it shall be called
     * @param contentType its type
     * @param bytes its size
     * @param content what it holds, to be closed
     */
    public record Fetched(String name, String contentType, long bytes, InputStream content) {}

    /**
     * Asks for an export.
     *
     * @param wish what it shall hold
     * @throws BusinessRuleViolation when {@value #MOST_UNDER_WAY} are under way already, or {@value #MOST_KEPT} are kept
     * @throws AccessDeniedException when notes are wanted by somebody who doesn't get them
     * @throws ReauthenticationRequired when notes are wanted and nobody proved lately who sits there
     */
    public ExportId request(ExportWish wish) {
        export.requireRight(wish);
        StaffPrincipal self = currentStaff.require();
        ExportId id = ExportId.next();
        transaction.executeWithoutResult(status -> {
            // Holds the account's row as well, so that two requests at once are counted one after the other.
            if (!accounts.holdEnabled()) {
                throw new AccessDeniedException("The account is disabled");
            }
            if (rows.underWay(AllAgencies.READ, self) >= MOST_UNDER_WAY) {
                throw new BusinessRuleViolation("history.export.refused.too-many", MOST_UNDER_WAY);
            }
            if (rows.of(AllAgencies.READ, self, clock.instant()).size() >= MOST_KEPT) {
                throw new BusinessRuleViolation("history.export.refused.many-kept", MOST_KEPT);
            }
            rows.insert(AllAgencies.READ, id, self, wish, clock.instant());
        });
        news.changed(self.id());
        return id;
    }

    /** One's own exports, the newest first. */
    public List<ExportJob> own() {
        StaffPrincipal self = currentStaff.require();
        return transaction.execute(status -> rows.of(AllAgencies.READ, self, clock.instant())).stream()
                .map(job -> job.of(queue.expected(job.id())))
                .toList();
    }

    /**
     * Ends an export; nothing is left of its file. Nothing happens when it is over, or somebody else's.
     *
     * @param id the export
     */
    public void cancel(ExportId id) {
        StaffPrincipal self = currentStaff.require();
        Instant now = clock.instant();
        boolean cancelled = Boolean.TRUE.equals(transaction.execute(
                status -> rows.find(AllAgencies.READ, self, id, now).isPresent()
                        && rows.cancel(AllAgencies.READ, id, now, now.plus(KEPT))));
        if (cancelled) {
            queue.cancel(id);
            news.changed(self.id());
        }
    }

    /**
     * Deletes an export that is over, with its file. Nothing happens when there is none, or it is somebody else's.
     *
     * @param id the export
     */
    public void delete(ExportId id) {
        StaffPrincipal self = currentStaff.require();
        if (own(self, id).filter(job -> !job.state().underWay()).isPresent()) {
            try {
                files.delete(id);
            } catch (IOException kept) {
                throw new UncheckedIOException(kept);
            }
            transaction.executeWithoutResult(status -> rows.delete(AllAgencies.READ, id));
            news.changed(self.id());
        }
    }

    /**
     * Fetches a file that is ready; records it.
     *
     * @param id the export
     * @return empty when there is none for this person, as they are now
     * @throws ReauthenticationRequired when it holds notes and nobody proved lately who sits there
     */
    public Optional<Fetched> fetch(ExportId id) {
        StaffPrincipal self = currentStaff.require();
        Optional<ExportJob> ready = own(self, id)
                .filter(job -> job.state() == ExportState.READY)
                .filter(job -> rights.of(self).isPresent());
        ready.map(ExportJob::wish).ifPresent(export::requireRight);
        return ready.flatMap(job -> files.open(id).map(content -> handedOut(job, content)));
    }

    private Fetched handedOut(ExportJob job, InputStream content) {
        try {
            export.record(job.wish(), "FETCHED", Map.of("rows", String.valueOf(job.rows())));
            return new Fetched(
                    export.fileName(job.wish()),
                    job.wish().format().contentType(),
                    job.bytes().orElse(0L),
                    content);
        } catch (RuntimeException unrecorded) {
            try (content) {
                throw unrecorded;
            } catch (IOException unclosed) {
                unrecorded.addSuppressed(unclosed);
                throw unrecorded;
            }
        }
    }

    /**
     * Follows one's own exports.
     *
     * @param listener called on any thread when one of them went on
     * @return ends it
     */
    public Runnable follow(Runnable listener) {
        return news.follow(currentStaff.require().id(), listener);
    }

    private Optional<ExportJob> own(StaffPrincipal self, ExportId id) {
        return Optional.ofNullable(
                        transaction.execute(status -> rows.find(AllAgencies.READ, self, id, clock.instant())))
                .flatMap(found -> found);
    }
}
