package id.balairung.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any figures, in any order and however they are grouped. */
class RollupPropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2023, 11, 1);

    @Property(tries = 300)
    void figuresAddUpInAnyOrderAndGrouping(@ForAll("parts") List<Figures> parts, @ForAll Random random) {
        String whole = told(Figures.sum(parts));
        assertThat(told(grouped(parts, random, Figures::sum))).isEqualTo(whole);
    }

    @Property(tries = 300)
    void loadAndCountersAddUpInAnyOrderAndGrouping(@ForAll("parts") List<Figures> parts, @ForAll Random random) {
        List<OfficerLoad> loads = parts.stream()
                .map(figures -> new OfficerLoad(figures.waiting(), figures.service()))
                .toList();
        assertThat(told(grouped(loads, random, OfficerLoad::sum))).isEqualTo(told(OfficerLoad.sum(loads)));
        List<CounterFigures> counters = parts.stream()
                .map(figures ->
                        new CounterFigures(figures.arrivals(), figures.served(), figures.judged(), figures.noShows()))
                .toList();
        assertThat(grouped(counters, random, CounterFigures::sum)).isEqualTo(CounterFigures.sum(counters));
        assertThat(CounterFigures.sum(counters).openMillis())
                .isEqualTo(parts.stream().mapToLong(Figures::arrivals).sum());
    }

    @Property(tries = 500)
    void aPercentileIsTheNearestRankButForOneInAHundred(
            @ForAll("quantities") List<Long> quantities, @ForAll @IntRange(min = 1, max = 100) int percent) {
        assertClose(Sketch.of(quantities.stream().mapToLong(Long::longValue)), quantities, percent);
    }

    @Property(tries = 300)
    void soItIsOfSketchesThatWereAddedUp(@ForAll("quantities") List<Long> quantities, @ForAll Random random) {
        Sketch sum = grouped(
                quantities.stream().map(one -> Sketch.of(LongStream.of(one))).toList(),
                random,
                sketches -> Sketch.sum(sketches.stream()));
        for (int percent : List.of(1, 50, 90, 99, 100)) {
            assertClose(sum, quantities, percent);
        }
    }

    @Property(tries = 100)
    void soItIsForEveryNumberOfQuantities(@ForAll @IntRange(min = 1, max = 400) int n, @ForAll Random random) {
        List<Long> quantities = random.longs(n, 0, 100_000_000).boxed().toList();
        Spread spread = Spread.of(quantities);
        assertThat(spread.n()).isEqualTo(n);
        assertThat(spread.sum())
                .isEqualTo(quantities.stream().mapToLong(Long::longValue).sum());
        assertClose(spread.sketch(), quantities, 50);
        assertClose(spread.sketch(), quantities, 90);
    }

    @Property(tries = 300)
    void aSketchIsReadAsItWasWritten(@ForAll("quantities") List<Long> quantities) {
        Sketch written = Sketch.of(quantities.stream().mapToLong(Long::longValue));
        Sketch read = Sketch.of(written.encoded());
        for (int percent = 1; percent <= 100; percent++) {
            assertThat(read.percentile(percent)).isEqualTo(written.percentile(percent));
        }
        assertThat(written.encoded().length).isLessThan(4_000);
    }

    @Property(tries = 300)
    void hoursAreReadAsTheyWereWritten(@ForAll("hours") WeekHours hours) {
        assertThat(told(WeekHours.of(hours.encoded()))).isEqualTo(told(hours));
    }

    @Property(tries = 100)
    void hoursOfYearsAreReadAsTheyWereWritten(
            @ForAll("hours") WeekHours hours, @ForAll @IntRange(min = 1, max = 20) int times) {
        WeekHours many = hours;
        for (int time = 0; time < times; time++) {
            many = WeekHours.sum(Stream.of(many, many));
        }
        assertThat(told(WeekHours.of(many.encoded()))).isEqualTo(told(many));
        assertThat(many.total(WeekHours.Kind.ARRIVALS)).isEqualTo(hours.total(WeekHours.Kind.ARRIVALS) << times);
        assertThat(many.encoded().length).isLessThan(4_000);
    }

    @Property(tries = 2_000)
    void everyDayIsCoveredOnce(
            @ForAll @IntRange(max = 1_200) int from,
            @ForAll @IntRange(min = -3, max = 1_500) int days,
            @ForAll Span longest,
            @ForAll @Size(max = 60) Set<@IntRange(max = 45) Integer> months,
            @ForAll @Size(max = 4) Set<@IntRange(max = 4) Integer> years) {
        LocalDate first = BEGIN.plusDays(from);
        LocalDate last = first.plusDays(days);
        Set<LocalDate> usable = new HashSet<>();
        months.forEach(month -> usable.add(BEGIN.plusMonths(month)));
        Set<LocalDate> usableYears = new HashSet<>();
        years.forEach(year -> usableYears.add(LocalDate.of(2023 + year, 1, 1)));

        List<SpanRange> ranges = Cover.of(
                first, last, longest, (span, start) -> (span == Span.YEAR ? usableYears : usable).contains(start));

        List<LocalDate> covered = new ArrayList<>();
        for (SpanRange range : ranges) {
            assertThat(range.span()).isLessThanOrEqualTo(longest);
            for (LocalDate start = range.from();
                    !start.isAfter(range.to());
                    start = range.span().last(start).plusDays(1)) {
                assertThat(range.span().first(start)).isEqualTo(start);
                if (range.span() != Span.DAY) {
                    assertThat(range.span() == Span.YEAR ? usableYears : usable).contains(start);
                }
                covered.addAll(
                        start.datesUntil(range.span().last(start).plusDays(1)).toList());
            }
        }
        assertThat(covered)
                .isEqualTo(
                        last.isBefore(first)
                                ? List.of()
                                : first.datesUntil(last.plusDays(1)).toList());
    }

    @Property(tries = 500)
    void whateverIsUsableIsUsed(@ForAll @IntRange(max = 700) int from, @ForAll @IntRange(max = 1_500) int days) {
        LocalDate first = BEGIN.plusDays(from);
        List<SpanRange> ranges = Cover.of(first, first.plusDays(days), Span.YEAR, (span, start) -> true);
        long single = ranges.stream()
                .filter(range -> range.span() == Span.DAY)
                .mapToLong(
                        range -> range.from().datesUntil(range.to().plusDays(1)).count())
                .sum();
        assertThat(single).isLessThanOrEqualTo(60);
        assertThat(ranges).hasSizeLessThanOrEqualTo(5);
    }

    @Provide
    Arbitrary<List<Figures>> parts() {
        return Arbitraries.randomValue(RollupPropertyTest::figures).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<WeekHours> hours() {
        return Arbitraries.randomValue(RollupPropertyTest::hours);
    }

    /** None, a few, equal ones, and a heavy tail: from nothing to years. */
    @Provide
    Arbitrary<List<Long>> quantities() {
        Arbitrary<Long> any = Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 2L, 60_000L),
                Arbitraries.longs().between(0, 300),
                Arbitraries.longs().between(0, 7_200_000),
                Arbitraries.randomValue(random -> (long) Math.exp(random.nextDouble() * 25)));
        return Arbitraries.oneOf(
                any.list().ofMinSize(1).ofMaxSize(200),
                any.flatMap(
                        one -> Arbitraries.integers().between(1, 50).map(times -> Collections.nCopies(times, one))));
    }

    private static Figures figures(Random random) {
        return new Figures(
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                spread(random),
                spread(random),
                random.nextInt(1_000),
                random.nextInt(1_000),
                random.nextInt(1_000),
                spread(random),
                hours(random));
    }

    private static Spread spread(Random random) {
        return Spread.of(random.longs(random.nextInt(40), 0, 1L << random.nextInt(1, 40))
                .boxed()
                .toList());
    }

    private static WeekHours hours(Random random) {
        WeekHours.Sum sum = new WeekHours.Sum();
        for (int count = random.nextInt(3_000); count > 0; count--) {
            sum.count(
                    WeekHours.Kind.values()[random.nextInt(3)],
                    DayOfWeek.of(1 + random.nextInt(7)),
                    random.nextInt(24));
        }
        return sum.result();
    }

    /** Adds up some of them, and then those sums with the rest. */
    private static <T> T grouped(List<T> parts, Random random, Function<List<T>, T> sum) {
        List<T> left = new ArrayList<>(parts);
        Collections.shuffle(left, random);
        while (left.size() > 1 && random.nextInt(6) > 0) {
            int some = random.nextInt(left.size() + 1);
            List<T> group = List.copyOf(left.subList(0, some));
            left.subList(0, some).clear();
            left.add(random.nextInt(left.size() + 1), sum.apply(group));
        }
        return sum.apply(left);
    }

    private static void assertClose(Sketch sketch, List<Long> quantities, int percent) {
        List<Long> sorted = quantities.stream().sorted().toList();
        double exact = sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
        // Whole milliseconds: a half of one is lost besides.
        assertThat((double) sketch.percentile(percent).orElseThrow())
                .isBetween(exact * (1 - Sketch.ACCURACY) - 0.5, exact * (1 + Sketch.ACCURACY) + 0.5);
    }

    private static String told(Figures figures) {
        return String.join(
                "|",
                List.of(
                                figures.arrivals(),
                                figures.served(),
                                figures.noShows(),
                                figures.abandoned(),
                                figures.unsettled(),
                                figures.transferred(),
                                figures.judged(),
                                figures.withinTarget(),
                                told(figures.waiting()),
                                told(figures.service()),
                                figures.serviceWithin(),
                                figures.estimated(),
                                figures.estimatedInside(),
                                told(figures.estimateMiss()),
                                told(figures.hours()))
                        .stream()
                        .map(String::valueOf)
                        .toList());
    }

    private static String told(OfficerLoad load) {
        return told(load.turns()) + told(load.serving());
    }

    private static String told(Spread spread) {
        return spread.n() + "," + spread.sum()
                + IntStream.rangeClosed(1, 100)
                        .mapToObj(percent -> "," + spread.sketch().percentile(percent))
                        .reduce("", String::concat);
    }

    private static String told(WeekHours hours) {
        return Arrays.stream(WeekHours.Kind.values())
                .flatMap(kind -> Arrays.stream(DayOfWeek.values())
                        .flatMap(day -> IntStream.range(0, 24).mapToObj(hour -> hours.count(kind, day, hour))))
                .map(String::valueOf)
                .reduce("", (one, next) -> one + " " + next);
    }
}
