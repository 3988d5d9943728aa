package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.common.PacedJob;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets officers read what was said, so that they can't find out who said it: of a service and a month at least {@value #FEWEST} at
 * once, the earliest, at a full hour of the mall's time, and nothing that came after that hour. As long as more may come for the month,
 * {@value #FEWEST} stay behind; then the rest is let out, unless it is fewer. So what an officer sees and any other figure of the same
 * services and months, also one that is published, differ by nobody or by {@value #FEWEST} at least.
 */
@Component
class Releases extends PacedJob {

    /** A smaller set might tell who was in it. */
    static final int FEWEST = 5;

    private final ReleaseRows rows;
    private final CurrentMall mall;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration openFor;
    private final TransactionTemplate transaction;

    Releases(
            ReleaseRows rows,
            CurrentMall mall,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${balairung.satisfaction.open-for:7d}") Duration openFor,
            @Value("${balairung.satisfaction.release-pace:1m}") Duration pace,
            PlatformTransactionManager transactions) {
        super("satisfaction-releases", pace, "What was said of services can't be let out to officers");
        this.rows = rows;
        this.mall = mall;
        this.events = events;
        this.clock = clock;
        this.openFor = openFor;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void round() {
        if (mall.find().isEmpty()) {
            return;
        }
        ZoneId zone = mall.rules().zone();
        Instant slot =
                clock.instant().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        for (ReleaseRows.Kind kind : ReleaseRows.Kind.values()) {
            transaction
                    .execute(status -> rows.due(AllAgencies.READ, kind, slot))
                    .forEach(due -> letOut(due, kind, slot, isOver(due.month(), slot, zone) ? 0 : FEWEST));
        }
    }

    private void letOut(ReleaseRows.Due due, ReleaseRows.Kind kind, Instant slot, int staying) {
        transaction.executeWithoutResult(status -> {
            // Another node may have been there first, and left fewer.
            if (rows.release(due.agency(), due, kind, slot, staying) > 0) {
                events.publishEvent(new SatisfactionReleased(due.agency()));
            }
        });
    }

    /** Whether nobody can say anything more of the month's services; a day more for what was finished after midnight. */
    private boolean isOver(YearMonth month, Instant slot, ZoneId zone) {
        Instant last =
                month.plusMonths(1).atDay(2).atStartOfDay(zone).toInstant().plus(openFor);
        return slot.isAfter(last);
    }
}
