package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.common.PacedJob;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets officers read what was said, so that they can't find out who said it: of a service at least {@value #FEWEST} at once, at a full
 * hour of the mall's time, and nothing that came after that hour. What is shown changes by whole batches and at moments that tell
 * nothing.
 */
@Component
class Releases extends PacedJob {

    /** A smaller set might tell who was in it. */
    static final int FEWEST = 5;

    private final ReleaseRows rows;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Releases(
            ReleaseRows rows,
            CurrentMall mall,
            Clock clock,
            @Value("${balairung.satisfaction.release-pace:1m}") Duration pace,
            PlatformTransactionManager transactions) {
        super("satisfaction-releases", pace, "What was said of services can't be let out to officers");
        this.rows = rows;
        this.mall = mall;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void round() {
        if (mall.find().isEmpty()) {
            return;
        }
        Instant slot = clock.instant()
                .atZone(mall.rules().zone())
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
        for (ReleaseRows.Kind kind : ReleaseRows.Kind.values()) {
            transaction
                    .execute(status -> rows.due(AllAgencies.READ, kind, slot))
                    .forEach(place -> transaction.executeWithoutResult(status -> {
                        // Another node may have been there first, and left fewer.
                        if (rows.release(place.agency(), place.service(), kind, slot) < FEWEST) {
                            status.setRollbackOnly();
                        }
                    }));
        }
    }
}
