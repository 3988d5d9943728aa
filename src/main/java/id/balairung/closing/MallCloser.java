package id.balairung.closing;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reckons the mall's own medians and percentiles from all turns of a day, once the reports of its agencies are built. */
@Component
class MallCloser {

    private static final Logger LOG = LoggerFactory.getLogger(MallCloser.class);

    private final TurnsOfDay turns;
    private final ClosingRows rows;
    private final MallRows kept;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MallCloser(
            TurnsOfDay turns,
            ClosingRows rows,
            MallRows kept,
            CurrentMall mall,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.turns = turns;
        this.rows = rows;
        this.kept = kept;
        this.mall = mall;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reckons those of the newest day whose are stale. A day whose can't be reckoned is put off, so that the others get their turn.
     *
     * @return whether there was one
     */
    boolean closeNext() {
        AtomicReference<@Nullable LocalDate> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(
                    status -> kept.take(AllAgencies.READ, clock.instant()).ifPresent(day -> {
                        taken.set(day);
                        close(day);
                    }));
        } catch (RuntimeException trouble) {
            LocalDate day = taken.get();
            if (day == null) {
                throw trouble;
            }
            LOG.error("The mall's medians of {} can't be reckoned", day, trouble);
            transaction.executeWithoutResult(
                    status -> kept.retry(AllAgencies.READ, day, clock.instant().plus(DayCloser.RETRY)));
        }
        return taken.get() != null;
    }

    private void close(LocalDate day) {
        List<AgencyId> agencies = rows.days(AllAgencies.READ, day, day).stream()
                .map(AgencyDay::agency)
                .toList();
        if (agencies.isEmpty()) {
            kept.remove(AllAgencies.READ, day);
        } else {
            DayFigures total = reckon(agencies, day, clock.instant()).report().total();
            kept.keep(
                    AllAgencies.READ,
                    day,
                    new MallRows.DayRanks(
                            MallRows.Ranks.of(total.waitingTime()), MallRows.Ranks.of(total.serviceTime())));
        }
    }

    /**
     * A day's figures as they are now.
     *
     * @param agencies all of them
     * @param day a day that is over, or today
     * @param now the moment, UTC
     */
    MallDay reckon(Collection<AgencyId> agencies, LocalDate day, Instant now) {
        ZoneId zone = mall.rules().zone();
        DayReckoning reckoning = new DayReckoning(new DayBounds(day, zone, now));
        List<DayTurn> all = new ArrayList<>();
        List<AgencyDay> each = new ArrayList<>();
        for (AgencyId agency : agencies) {
            List<DayTurn> own = turns.read(agency, day, zone);
            all.addAll(own);
            each.add(new AgencyDay(agency, reckoning.of(own)));
        }
        return new MallDay(reckoning.of(all), each);
    }
}
