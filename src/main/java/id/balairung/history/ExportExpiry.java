package id.balairung.history;

import id.balairung.common.PacedJob;
import id.balairung.tenancy.AllAgencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes exports whose time is over, with their files, and files whose export is gone. */
@Component
class ExportExpiry extends PacedJob {

    private final ExportRows rows;
    private final ExportFiles files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ExportExpiry(
            ExportRows rows,
            ExportFiles files,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${balairung.exports.expiry-pace:5m}") Duration pace) {
        super("export-expiry", pace, "Exports whose time is over can't be deleted");
        this.rows = rows;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void round() {
        try {
            for (ExportId expired : transaction.execute(status -> rows.expired(AllAgencies.READ, clock.instant()))) {
                files.delete(expired);
                transaction.executeWithoutResult(status -> rows.delete(AllAgencies.READ, expired));
            }
            // The files first: an export that comes to be in between has its row before its file.
            files.keepOnly(() -> transaction.execute(status -> rows.all(AllAgencies.READ)));
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
