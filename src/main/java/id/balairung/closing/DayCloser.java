package id.balairung.closing;

import id.balairung.agency.CurrentMall;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the days that have no report and builds what is due, a day in a transaction. The day's row among those due is locked while
 * it is built: nobody else builds it, and whoever changes something of the day meanwhile waits for it and makes it due anew.
 */
@Component
class DayCloser {

    /** After midnight, what began before it may not have been committed yet. */
    static final Duration SETTLING = Duration.ofMinutes(5);

    /** How long a day that can't be built is put off. */
    static final Duration RETRY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(DayCloser.class);

    /** As many days as one statement looks through. */
    private static final int WINDOW_DAYS = 31;

    /** Older days are looked for when no more than these are left to build. */
    private static final int FEW = 50;

    private final TurnsOfDay turns;
    private final ClosingRows rows;
    private final DueDays due;
    private final MallRows mallRows;
    private final DayArchive archive;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DayCloser(
            TurnsOfDay turns,
            ClosingRows rows,
            DueDays due,
            MallRows mallRows,
            DayArchive archive,
            CurrentMall mall,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.turns = turns;
        this.rows = rows;
        this.due = due;
        this.mallRows = mallRows;
        this.archive = archive;
        this.mall = mall;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The last day that is over and may be built. */
    LocalDate last() {
        return ServiceDay.of(clock.instant().minus(SETTLING), mall.rules().zone())
                .date()
                .minusDays(1);
    }

    /** Looks for days without a report: those since it last looked, and a month of older ones when there is little to build. */
    void search() {
        LocalDate last = last();
        boolean olderToo = transaction.execute(status -> due.neverBuilt(AllAgencies.READ)) <= FEW;
        for (AgencyId agency : transaction.execute(status -> due.toSearch(AllAgencies.READ, last, olderToo))) {
            transaction.executeWithoutResult(status -> search(agency, last, olderToo));
        }
    }

    private void search(AgencyId agency, LocalDate last, boolean olderToo) {
        Optional<DueDays.Search> known = due.search(agency);
        DueDays.Search before = known.orElseGet(() -> new DueDays.Search(last.plusDays(1), last, false));
        if (before.newest().isBefore(last)) {
            LocalDate to = earlier(before.newest().plusDays(WINDOW_DAYS), last);
            find(agency, before.newest().plusDays(1), to);
            due.searched(agency, new DueDays.Search(before.oldest(), to, before.complete()));
        } else if (known.isEmpty() || olderToo && !before.complete()) {
            Optional<LocalDate> older =
                    due.lastBefore(agency, before.oldest(), mall.rules().zone());
            LocalDate from = older.map(day -> day.minusDays(WINDOW_DAYS - 1)).orElse(before.oldest());
            older.ifPresent(to -> find(agency, from, to));
            due.searched(agency, new DueDays.Search(from, before.newest(), older.isEmpty()));
        }
    }

    private void find(AgencyId agency, LocalDate from, LocalDate to) {
        due.find(agency, from, to, mall.rules().zone(), clock.instant());
    }

    /**
     * Builds the next day that is due. One that can't be built is put off, so that the others get their turn.
     *
     * @return whether there was one
     */
    boolean closeNext() {
        LocalDate last = last();
        AtomicReference<DueDays.@Nullable Due> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(
                    status -> due.take(AllAgencies.READ, last, clock.instant()).ifPresent(day -> {
                        taken.set(day);
                        close(day);
                    }));
        } catch (RuntimeException trouble) {
            DueDays.Due day = taken.get();
            if (day == null) {
                throw trouble;
            }
            LOG.error("The report of {} of agency {} can't be built", day.day(), day.agency(), trouble);
            transaction.executeWithoutResult(
                    status -> due.retry(day.agency(), day.day(), clock.instant().plus(RETRY)));
        }
        return taken.get() != null;
    }

    private void close(DueDays.Due day) {
        DayBounds bounds = bounds(day.day(), clock.instant());
        List<DayTurn> all = turns.read(day.agency(), day.day(), bounds.zone());
        // An import that was undone leaves days on which there was nothing.
        if (all.isEmpty()) {
            rows.remove(day.agency(), day.day());
        } else {
            rows.keep(day.agency(), new DayReckoning(bounds).of(all), bounds.now());
        }
        archive.keep(day.agency(), bounds, all);
        mallRows.changed(AllAgencies.READ, day.day());
        due.done(day.agency(), day.day());
    }

    /**
     * A day's figures as they are now.
     *
     * @param agency whose
     * @param day a day that is over, or today
     * @param now the moment, UTC
     */
    DayReport reckon(AgencyId agency, LocalDate day, Instant now) {
        DayBounds bounds = bounds(day, now);
        return new DayReckoning(bounds).of(turns.read(agency, day, bounds.zone()));
    }

    private DayBounds bounds(LocalDate day, Instant now) {
        return new DayBounds(day, mall.rules().zone(), now);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
