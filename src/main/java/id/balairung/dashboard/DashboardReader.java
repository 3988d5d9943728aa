package id.balairung.dashboard;

import id.balairung.agency.CurrentMall;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.common.ServiceDay;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a dashboard together, in one transaction, so that all its figures are of one moment. What days that are over brought is kept for a
 * while, for it changes seldom, and forgotten at once when one of them changes on this node.
 */
@Component
class DashboardReader {

    private static final Duration KEPT = Duration.ofSeconds(15);

    /** How the same weekday went on, and the turns of a day that is over: they take long to read. */
    private static final Duration LONG_KEPT = Duration.ofMinutes(10);

    private static final int WEEKS = 4;
    private static final int DAYS_IN_WEEK = 7;
    private static final int MOST_KEPT = 500;

    private final Rollups rollups;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final ConcurrentMap<Object, Kept<?>> kept = new ConcurrentHashMap<>();

    /** Counts what changed in days that are over. */
    private final AtomicLong changes = new AtomicLong();

    /**
     * What was read, until when it is of use, and after which change it was: what a reading keeps that began before a change is of no use
     * after it.
     */
    private record Kept<T>(T value, long until, long after) {}

    private record PastKey(Scope scope, LocalDate from, LocalDate to, LocalDate today, boolean whole) {}

    private record ShapeKey(Scope scope, LocalDate day) {}

    private record UntilNowKey(Scope scope, LocalDate from, LocalDate to, LocalDate today) {}

    private record TurnsKey(Scope scope, LocalDate day) {}

    DashboardReader(Rollups rollups, CurrentMall mall, Clock clock, PlatformTransactionManager transactions) {
        this.rollups = rollups;
        this.mall = mall;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    DashboardReading of(DashboardQuery query) {
        Scope scope = query.scope();
        long after = changes.get();
        return reading.execute(status -> {
            LocalDate today = mall.today().date();
            DashboardPeriod period = query.period();
            DashboardPeriod before = period.before(today);
            PeriodFigures past = kept(
                    after,
                    new PastKey(scope, period.from(), period.to(), today, true),
                    KEPT,
                    () -> rollups.past(scope, period.from(), period.to()));
            DayBounds day = bounds(today);
            Map<AgencyId, List<DayTurn>> turns = rollups.turns(scope, day);
            PeriodFigures soFar = rollups.today(scope, day, turns);
            return new DashboardReading(
                    query,
                    clock.instant(),
                    today,
                    soFar,
                    shape(query, day, turns),
                    IntStream.rangeClosed(1, WEEKS)
                            .mapToObj(week -> keptShape(after, query, today.minusDays((long) week * DAYS_IN_WEEK)))
                            .toList(),
                    toCompare(after, scope, today.minusDays((long) WEEKS * DAYS_IN_WEEK), today.minusDays(1), today),
                    period.contains(today) ? past.and(soFar.within(period.from(), period.to())) : past,
                    period.comparedUntilNow(today)
                            ? toCompareUntilNow(after, scope, before, day)
                            : toCompare(after, scope, before.from(), before.to(), today));
        });
    }

    /** The last day only as far as today has come: half a day says nothing beside a whole one. */
    private PeriodFigures toCompareUntilNow(long after, Scope scope, DashboardPeriod before, DayBounds today) {
        return kept(after, new UntilNowKey(scope, before.from(), before.to(), today.day()), KEPT, () -> {
            LocalDate last = before.to();
            Instant begin = new ServiceDay(last).begins(today.zone());
            DayBounds then =
                    new DayBounds(last, today.zone(), begin.plus(Duration.between(today.begin(), today.now())));
            Map<AgencyId, List<DayTurn>> turns = new HashMap<>();
            keptTurns(after, scope, last)
                    .forEach((agency, all) -> turns.put(
                            agency,
                            all.stream()
                                    .flatMap(turn -> turn.asOf(then.now()).stream())
                                    .toList()));
            return rollups.pastToCompare(scope, before.from(), last, last.minusDays(1))
                    .and(rollups.today(scope, then, turns).toCompare().within(before.from(), last));
        });
    }

    private Map<AgencyId, List<DayTurn>> keptTurns(long after, Scope scope, LocalDate date) {
        return kept(after, new TurnsKey(scope, date), LONG_KEPT, () -> rollups.turns(scope, bounds(date)));
    }

    private PeriodFigures toCompare(long after, Scope scope, LocalDate from, LocalDate to, LocalDate today) {
        return kept(
                after,
                new PastKey(scope, from, to, today, false),
                KEPT,
                () -> rollups.pastToCompare(scope, from, to, to));
    }

    private DayShape keptShape(long after, DashboardQuery query, LocalDate date) {
        return kept(after, new ShapeKey(query.scope(), date), LONG_KEPT, () -> {
            DayBounds day = bounds(date);
            return shape(query, day, rollups.turns(query.scope(), day));
        });
    }

    private DayBounds bounds(LocalDate day) {
        return new DayBounds(day, mall.rules().zone(), clock.instant());
    }

    private static DayShape shape(DashboardQuery query, DayBounds day, Map<AgencyId, List<DayTurn>> turns) {
        return DayShape.of(
                day,
                turns.values().stream()
                        .flatMap(List::stream)
                        .filter(turn ->
                                query.service().map(turn.service()::equals).orElse(true))
                        .toList());
    }

    @SuppressWarnings("unchecked") // A key's value is always of the same kind.
    private <T> T kept(long after, Object key, Duration time, Supplier<T> read) {
        Kept<?> known = kept.get(key);
        long now = System.nanoTime();
        if (known != null && known.after() == after && now - known.until() < 0) {
            return (T) known.value();
        }
        if (kept.size() > MOST_KEPT) {
            kept.values().removeIf(one -> now - one.until() >= 0);
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
        }
        T value = read.get();
        kept.put(key, new Kept<>(value, now + time.toNanos(), after));
        return value;
    }

    /** Days that are over are no longer as they were. */
    void forget() {
        changes.incrementAndGet();
        kept.clear();
    }
}
