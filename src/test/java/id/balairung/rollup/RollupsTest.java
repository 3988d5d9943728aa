package id.balairung.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.closing.ClosingRound;
import id.balairung.closing.DayAtTheCounters;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurns;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of any days against the turns, whatever is kept of them at that moment. */
@BalairungTest
class RollupsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    Rollups rollups;

    @Autowired
    CounterDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    TransactionTemplate reading;
    ClosingRound closing;
    SpanRound spans;
    Hall.TestAgency agency;
    Hall.TestAgency other;
    List<DayAtTheCounters> counters;
    YearMonth lastOfTheYear;

    @BeforeEach
    void openTheAgencies() {
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        closing = new ClosingRound(application);
        spans = new SpanRound(application);
        agency = hall.agency(3, 2);
        other = hall.agency(3, 2);
        lastOfTheYear = YearMonth.of(LocalDate.ofInstant(clock.instant(), MALL).getYear(), 12);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void everyFigureFollowsFromTheTurnsAtEveryMoment(long seed) {
        counters = List.of(
                new DayAtTheCounters(application, agency, other, seed),
                new DayAtTheCounters(application, other, agency, seed + 100));
        Random random = new Random(seed);
        LocalDate first = lastOfTheYear.atDay(29);
        LocalDate newYear = lastOfTheYear.atEndOfMonth().plusDays(1);
        LocalDate today = newYear.plusMonths(1).plusDays(1);
        List<LocalDate> days = List.of(
                first,
                newYear.minusDays(1),
                newYear,
                newYear.plusDays(14),
                newYear.plusDays(30),
                newYear.plusMonths(1));
        days.forEach(day -> work(day, random, 60));
        work(today, random, 50);

        List<Range> ranges = List.of(
                new Range(first, first),
                new Range(newYear.plusDays(9), newYear.plusDays(24)),
                new Range(newYear, newYear.plusDays(30)),
                new Range(first, newYear.plusDays(30)),
                new Range(lastOfTheYear.atDay(1).withDayOfYear(1), today),
                new Range(newYear.plusDays(20), today.plusDays(5)),
                new Range(today, today));

        assertAllRight("nothing is looked for yet", ranges, false);
        closing.finish();
        assertAllRight("days are built", ranges, true);
        spans.run();
        assertThat(built()).contains("M " + newYear, "Y " + newYear.minusYears(1));
        assertAllRight("months and years are built", ranges, true);

        counters.forEach(one -> one.putRight(30));
        assertThat(due()).isPositive();
        assertAllRight("days are due again", ranges, true);
        closing.finish();
        assertAllRight("months and years are stale", ranges, true);
        spans.run();
        assertAllRight("all is built again", ranges, true);
    }

    @Test
    void theFirstDaysOfANewAgencyCountBeforeTheyAreLookedFor() {
        counters = List.of(new DayAtTheCounters(application, agency, other, 5));
        LocalDate first = lastOfTheYear.atDay(11);
        work(first, new Random(5), 30);
        LocalDate quiet = first.plusDays(2);
        Hall.TestAgency fresh = hall.agency(1, 1);
        begin(quiet);
        hall.open(fresh, 0);
        clock.advance(Duration.ofHours(2));
        hall.as(fresh.officer(), () -> {
            desk.close();
            return quiet;
        });
        begin(quiet.plusDays(1));

        Range range = new Range(first.minusDays(3), quiet);
        assertRight("new", read(new Scope.OfAgency(agency.id()), range), agency.id(), Optional.empty(), range);
        assertThat(read(new Scope.OfAgency(agency.id()), range).total().arrivals())
                .isPositive();
        List<CounterUse> opened = read(new Scope.OfAgency(fresh.id()), range).counters();
        assertThat(opened).hasSize(1);
        assertCounters("new", opened, fresh.id(), range);
        List<DayTurns.Unbuilt> everybodys =
                unbuilt(days -> days.unbuilt(AllAgencies.READ, range.from(), range.to(), 10_000));
        assertThat(everybodys)
                .contains(new DayTurns.Unbuilt(agency.id(), first), new DayTurns.Unbuilt(fresh.id(), quiet))
                .doesNotContain(new DayTurns.Unbuilt(agency.id(), first.minusDays(1)));
        List<DayTurns.Unbuilt> own = unbuilt(days -> days.unbuilt(fresh.id(), range.from(), range.to(), 10_000));
        assertThat(own).containsExactly(new DayTurns.Unbuilt(fresh.id(), quiet));
    }

    /** Its officer went home without closing it, and the next one, too: nobody was there at night, nor on the day without a turn. */
    @Test
    void aShiftThatWasForgottenIsOpenWhileItsTurnsSaySo() {
        counters = List.of(new DayAtTheCounters(application, agency, other, 5));
        LocalDate first = lastOfTheYear.atDay(11);
        at(first, 8);
        hall.open(agency, 0);
        hall.open(other, 0);
        hall.open(other, 1);
        serve();
        clock.advance(Duration.ofHours(2));
        assertOpen(agency, first, Duration.ofMinutes(133));
        at(first, 16);
        atCounters((place, at) -> {
            if (at == 0 && place.equals(other)) {
                desk.close();
            }
            return place;
        });

        at(first.plusDays(1), 9);
        assertOpen(agency, first.plusDays(1), Duration.ZERO);
        serve();
        clock.advance(Duration.ofMinutes(47));
        assertOpen(agency, first.plusDays(1), Duration.ofMinutes(57));
        at(first.plusDays(3), 9);
        serve();
        at(first.plusDays(8), 9);
        assertOpen(agency, first, Duration.ofMinutes(13));
        assertOpen(other, first, Duration.ofHours(8));
        assertOpen(agency, first.plusDays(1), Duration.ofMinutes(10));
        assertOpen(other, first.plusDays(1), Duration.ZERO);
        assertOpen(agency, first.plusDays(2), Duration.ZERO);
        assertOpen(agency, first.plusDays(3), Duration.ofMinutes(10));
        serve();
        clock.advance(Duration.ofMinutes(40));
        assertOpen(agency, first.plusDays(8), Duration.ofMinutes(10));
        atCounters((place, at) -> {
            desk.close();
            return place;
        });
        assertOpen(agency, first.plusDays(8), Duration.ofMinutes(10));
        closing.finish();
        assertOpen(agency, first.plusDays(1), Duration.ofMinutes(10));
        assertOpen(agency, first.plusDays(3), Duration.ofMinutes(10));
    }

    /** Three minutes of waiting and ten of service. */
    private void serve() {
        counters.getFirst().serve(Duration.ofMinutes(3), Duration.ofMinutes(10));
    }

    private void at(LocalDate day, int hour) {
        clock.set(day.atTime(LocalTime.of(hour, 0)).atZone(MALL).toInstant());
    }

    private void assertOpen(Hall.TestAgency of, LocalDate day, Duration open) {
        Range range = new Range(day, day);
        PeriodFigures read = read(new Scope.OfAgency(of.id()), range);
        within(day + " open", read.counterTotal().openMillis(), open.toMillis());
        assertCounters("day " + day, read.counters(), of.id(), range);
    }

    /** Of fifty agencies' days the twenty newest days are read from their turns. */
    @Test
    void aDayThatIsPendingForSeveralAgenciesIsOneDay() {
        Range range = new Range(LocalDate.of(2011, 3, 1), LocalDate.of(2011, 3, 31));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            due(agency, range.from(), 25);
            due(other, range.from(), 25);
            assertThat(pending(new Scope.Mall(AllAgencies.READ), range)).isEqualTo(5);
            assertThat(pending(new Scope.OfAgency(agency.id()), range)).isZero();
            due(agency, range.from().plusDays(25), 1);
            assertThat(pending(new Scope.Mall(AllAgencies.READ), range)).isEqualTo(6);
            due(agency, range.from().minusDays(20), 20);
            assertThat(pending(
                            new Scope.OfAgency(agency.id()),
                            new Range(range.from().minusDays(20), range.to())))
                    .isEqualTo(6);
        });
    }

    private int pending(Scope scope, Range range) {
        return rollups.past(scope, range.from(), range.to()).pending();
    }

    private void due(Hall.TestAgency of, LocalDate from, int days) {
        from.datesUntil(from.plusDays(days))
                .forEach(day -> jdbc.sql("""
                        insert into daily_closing_due (agency_id, service_day, changed, since) values (?, ?, true, utc_timestamp(6))""").params(of.id().toString(), day).update());
    }

    private List<DayTurns.Unbuilt> unbuilt(Function<DayTurns, List<DayTurns.Unbuilt>> asked) {
        DayTurns days = application.getBean(DayTurns.class);
        return reading.execute(status -> asked.apply(days));
    }

    private record Range(LocalDate from, LocalDate to) {}

    private void assertAllRight(String when, List<Range> ranges, boolean mallToo) {
        for (Range range : ranges) {
            for (Hall.TestAgency one : List.of(agency, other)) {
                String what = when + ", " + one.name() + " " + range;
                PeriodFigures read = read(new Scope.OfAgency(one.id()), range);
                assertThat(read.pending()).as(what).isZero();
                assertThat(read.parts()).as(what).allMatch(part -> part.agency().equals(one.id()));
                assertRight(what, read, one.id(), Optional.empty(), range);
                assertCompliance(what, read.compliance(), one, range);
                assertLoad(what, read.load(), one.id(), range);
                assertCounters(what, read.counters(), one.id(), range);
            }
            ServiceId service = agency.services().get(1).id();
            String what = when + ", a service " + range;
            PeriodFigures read = read(new Scope.OfService(agency.id(), service), range);
            assertRight(what, read, agency.id(), Optional.of(service), range);
            assertThat(read.compliance().keySet()).as(what).isSubsetOf(service);
            if (mallToo) {
                PeriodFigures mall = read(new Scope.Mall(AllAgencies.READ), range);
                for (Hall.TestAgency one : List.of(agency, other)) {
                    String where = when + ", the mall's " + one.name() + " " + range;
                    assertRight(where, mall, one.id(), Optional.empty(), range);
                    assertCompliance(where, mall.compliance(), one, range);
                    assertCounters(where, mall.counters(), one.id(), range);
                }
            }
        }
    }

    private void assertRight(String what, PeriodFigures read, AgencyId of, Optional<ServiceId> service, Range range) {
        RollupOracle.Told told = oracle().figures(of, service, range.from(), range.to());
        Figures figures = read.byAgency().getOrDefault(of, Figures.NONE);
        assertThat(exact(figures)).as(what).isEqualTo(told.exact());
        assertClose(what, told.percentiles(), figures.waiting(), figures.service(), figures.estimateMiss());
        assertThat(hours(figures.hours()))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(oracle().hours(of, service, range.from(), range.to()));
        SortedMap<LocalDate, Figures> steps = read.steps(of);
        assertThat(exact(Figures.sum(steps.values()))).as(what).isEqualTo(told.exact());
        steps.forEach((start, step) -> {
            LocalDate last = read.grain().next(start).minusDays(1);
            assertThat(exact(step))
                    .as(what + " from " + start)
                    .isEqualTo(oracle().figures(
                                    of,
                                    service,
                                    start.isBefore(range.from()) ? range.from() : start,
                                    last.isAfter(range.to()) ? range.to() : last)
                            .exact());
        });
    }

    private void assertCompliance(String what, Map<ServiceId, Compliance> compliance, Hall.TestAgency of, Range range) {
        assertThat(of.services().stream()
                        .filter(service -> compliance.containsKey(service.id()))
                        .map(service -> {
                            Compliance kept = compliance.get(service.id());
                            return service.id().value() + "|" + kept.judged() + "|" + kept.withinTarget() + "|"
                                    + kept.services() + "|" + kept.serviceWithin();
                        }))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(
                        oracle().compliance(of.id(), Optional.empty(), range.from(), range.to()));
    }

    private void assertLoad(String what, OfficerLoad load, AgencyId of, Range range) {
        RollupOracle.Told told = oracle().load(of, range.from(), range.to());
        assertThat(load.turns().n() + "|" + load.turns().sum() + "|"
                        + load.serving().sum())
                .as(what)
                .isEqualTo(told.exact());
        assertClose(what, told.percentiles(), load.turns(), load.serving());
    }

    /** Of times that go on the oracle is told a little later. */
    private void assertCounters(String what, List<CounterUse> read, AgencyId of, Range range) {
        List<CounterUse> own =
                read.stream().filter(use -> use.agency().equals(of)).toList();
        List<String> told = oracle().counters(of, range.from(), range.to());
        assertThat(own).as(what + " " + told).hasSameSizeAs(told);
        for (int place = 0; place < own.size(); place++) {
            long[] numbers = Arrays.stream(told.get(place).split("\\|"))
                    .mapToLong(Long::parseLong)
                    .toArray();
            CounterFigures figures = own.get(place).figures();
            assertThat((long) own.get(place).number()).as(what).isEqualTo(numbers[0]);
            assertThat(figures.turns()).as(what).isEqualTo(numbers[1]);
            within(what + " open", figures.openMillis(), numbers[2]);
            within(what + " serving", figures.servingMillis(), numbers[3]);
            within(what + " quiet", figures.quietMillis(), numbers[4]);
        }
    }

    private static void within(String what, long read, long told) {
        assertThat(Math.abs(read - told))
                .as(what + ": " + read + " for " + told)
                .isLessThanOrEqualTo(Duration.ofSeconds(10).toMillis());
    }

    private static void assertClose(String what, String told, Spread... spreads) {
        String[] exact = told.split("\\|");
        for (int place = 0; place < spreads.length; place++) {
            close(
                    what,
                    exact[2 * place],
                    spreads[place].median().stream().boxed().findAny());
            close(
                    what,
                    exact[2 * place + 1],
                    spreads[place].p90().stream().boxed().findAny());
        }
    }

    private static void close(String what, String exact, Optional<Long> read) {
        if (exact.equals("-")) {
            assertThat(read).as(what).isEmpty();
        } else {
            double rank = Double.parseDouble(exact);
            assertThat((double) read.orElseThrow()).as(what).isBetween(rank * 0.99 - 0.5, rank * 1.01 + 0.5);
        }
    }

    private static String exact(Figures figures) {
        return Stream.of(
                        figures.arrivals(),
                        figures.served(),
                        figures.noShows(),
                        figures.abandoned(),
                        figures.unsettled(),
                        figures.transferred(),
                        figures.judged(),
                        figures.withinTarget(),
                        figures.waiting().n(),
                        figures.waiting().sum(),
                        figures.service().n(),
                        figures.service().sum(),
                        figures.serviceWithin(),
                        figures.estimated(),
                        figures.estimatedInside(),
                        figures.estimateMiss().sum())
                .map(String::valueOf)
                .reduce((one, next) -> one + "|" + next)
                .orElseThrow();
    }

    private static List<String> hours(WeekHours hours) {
        List<String> found = new ArrayList<>();
        for (WeekHours.Kind kind : WeekHours.Kind.values()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    if (hours.count(kind, day, hour) > 0) {
                        found.add(kind + "|" + day.ordinal() + "|" + hour + "|" + hours.count(kind, day, hour));
                    }
                }
            }
        }
        return found;
    }

    private PeriodFigures read(Scope scope, Range range) {
        return reading.execute(status -> {
            Instant now = clock.instant();
            PeriodFigures whole = WholePeriod.of(
                    rollups, scope, range.from(), range.to(), new DayBounds(LocalDate.ofInstant(now, MALL), MALL, now));
            assertComparable(scope, range);
            return whole;
        });
    }

    /** Of whatever is compared there is the same, and nothing of the rest. */
    private void assertComparable(Scope scope, Range range) {
        PeriodFigures past = rollups.past(scope, range.from(), range.to());
        PeriodFigures compared = rollups.pastToCompare(scope, range.from(), range.to(), range.to());
        assertThat(exact(compared.total())).isEqualTo(exact(past.total()));
        assertThat(compared.counters()).isEqualTo(past.counters());
        assertThat(compared.compliance()).isEmpty();
        assertThat(compared.load()).isEqualTo(OfficerLoad.NONE);
    }

    private RollupOracle oracle() {
        return new RollupOracle(jdbc, clock.instant());
    }

    private void begin(LocalDate day) {
        clock.set(day.atTime(LocalTime.of(7, 30)).atZone(MALL).toInstant());
    }

    /**
     * Counters open in the morning, some break at noon and close in the evening if nobody is there; the rest by chance. Some of those
     * that were forgotten are closed the next morning.
     */
    private void work(LocalDate day, Random random, int acts) {
        begin(day);
        atCounters((place, at) -> {
            if (random.nextBoolean()) {
                desk.close();
            }
            return place;
        });
        clock.advance(Duration.ofMinutes(5));
        atCounters((place, at) -> {
            hall.open(place, at);
            return place;
        });
        counters.forEach(one -> one.act(acts / 2));
        atCounters(
                (place, at) -> desk.takeBreak(BreakReason.LUNCH, clock.instant().plus(Duration.ofMinutes(60))));
        clock.advance(Duration.ofMinutes(10 + random.nextInt(40)));
        atCounters((place, at) -> random.nextInt(5) == 0 ? place : desk.endBreak());
        counters.forEach(one -> one.act(acts / 2));
        if (random.nextInt(3) > 0) {
            clock.advance(Duration.ofMinutes(40));
            atCounters((place, at) -> {
                desk.close();
                return place;
            });
        }
    }

    private interface AtCounter {
        Object act(Hall.TestAgency place, int at);
    }

    private void atCounters(AtCounter act) {
        for (Hall.TestAgency place : List.of(agency, other)) {
            for (int at = 0; at < 2; at++) {
                int number = at;
                Callable<Object> asked = () -> act.act(place, number);
                try {
                    hall.as(place.officers().get(at), asked);
                } catch (BusinessRuleViolation refused) {
                    clock.advance(Duration.ofSeconds(1));
                }
            }
        }
    }

    private List<String> built() {
        return jdbc.sql("select concat(span, ' ', starts) from rollup_span where not stale")
                .query(String.class)
                .list();
    }

    private int due() {
        return jdbc.sql("select count(*) from daily_closing_due where agency_id in (?, ?)")
                .params(agency.id().toString(), other.id().toString())
                .query(Integer.class)
                .single();
    }
}
