package id.balairung.rollup;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts months and years together once they are over and their days are built. */
@Component
class SpanBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(SpanBuilder.class);
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final RollupRows rows;
    private final SpanRows spans;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SpanBuilder(
            RollupRows rows, SpanRows spans, CurrentMall mall, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.spans = spans;
        this.mall = mall;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Puts the next one together, in a transaction. One that can't be is put off, so that the others get their turn.
     *
     * @return whether there was one
     */
    boolean buildNext() {
        AtomicReference<SpanRows.@Nullable Kept> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> spans.take(
                            AllAgencies.READ, mall.today().date(), clock.instant())
                    .ifPresent(span -> {
                        taken.set(span);
                        rows.build(AllAgencies.READ, span.span(), span.start());
                        spans.built(AllAgencies.READ, span);
                    }));
        } catch (RuntimeException trouble) {
            SpanRows.Kept span = taken.get();
            if (span == null) {
                throw trouble;
            }
            LOG.error("The figures of the {} from {} can't be added up", span.span(), span.start(), trouble);
            transaction.executeWithoutResult(status ->
                    spans.retry(AllAgencies.READ, span, clock.instant().plus(RETRY)));
        }
        return taken.get() != null;
    }
}
