package id.balairung.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Reading what a dashboard shows of any days of ten years, beside the same from their turns. */
class DashboardBench {

    private static final String FULL = "dashboard";
    private static final String QUICK = "dashboard-quick";
    private static final long TICKETS = 10_000_000;
    private static final long FEW = 60_000;
    private static final List<String> READERS = List.of("head", "agency");
    private static final long SEED = 7;

    private final boolean quick;
    private final int rounds;
    private final int ranges;
    private final int scanned;
    private final LocalDate today = LocalDate.now(PastMall.ZONE);
    private final BenchReport report = new BenchReport("dashboard");

    DashboardBench(boolean quick) {
        this.quick = quick;
        this.rounds = quick ? 2 : 5;
        this.ranges = quick ? 20 : 100;
        this.scanned = quick ? 3 : 8;
    }

    private record Range(LocalDate from, LocalDate to) {

        @Override
        public String toString() {
            return from + " " + to;
        }
    }

    void run() throws Exception {
        try (Child server = new Child(
                DashboardServer.class,
                HistoryBench.OPTIONS,
                quick ? QUICK : FULL,
                String.valueOf(quick ? FEW : TICKETS))) {
            System.out.println(
                    "Loaded: " + server.greeting() + " (seconds, tickets); there are " + server.ask("tickets"));
            double[] built = HistoryBench.numbers(server.ask("build"));
            System.out.printf(
                    Locale.ROOT,
                    "Built: %.0f days in %.0f s, months and years in %.0f s%n",
                    built[0],
                    built[1],
                    built[2]);
            painted(server);
            for (String reader : READERS) {
                anyRange(server, reader);
                named(server, reader);
            }
        }
        report.print();
        if (!quick) {
            report.write();
        }
    }

    private void painted(Child server) {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("today", "dasbor");
        routes.put("this year", "dasbor?periode=tahun-ini");
        routes.forEach((name, route) -> {
            FirstPaint.Loads loads = FirstPaint.of(
                    Integer.parseInt(server.ask("port")), server.ask("headname"), route, quick ? 3 : 15, 5);
            report.add("first paint in Chromium, " + name, "ms", loads.painted());
            report.add("figures in Chromium, " + name, "ms", loads.drawn(), "<= 1000");
        });
    }

    private void anyRange(Child server, String reader) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Double> p50 = new ArrayList<>();
        List<Double> p95 = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> different = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            List<Range> drawn =
                    IntStream.range(0, ranges).mapToObj(number -> drawn(random)).toList();
            double[] took = drawn.stream()
                    .mapToDouble(range -> read(server, "read", reader, range))
                    .sorted()
                    .toArray();
            if (round >= 0) {
                Spread spread = new Spread(took);
                p50.add(spread.at(50));
                p95.add(spread.at(95));
                most.add(spread.at(100));
                Compared all = compared(server, reader, drawn.subList(0, scanned));
                ratios.add(all.ratio());
                different.add(all.different());
                off.add(all.off());
                System.out.printf(Locale.ROOT, "%s: %s, %.0f times faster than a scan%n", reader, spread, all.ratio());
            }
        }
        report.add("any range, " + reader + ", p50", "ms", p50);
        report.add("any range, " + reader + ", p95", "ms", p95, "<= 150");
        report.add("any range, " + reader + ", longest", "ms", most);
        report.add("any range, " + reader, "raw / rollups", ratios, ">= 50");
        report.add("any range, " + reader + ", counts and sums that differ", "of " + 11 * scanned, different, "<= 0");
        report.add("any range, " + reader + ", percentiles off", "% at most", off, "<= 1");
    }

    private void named(Child server, String reader) {
        Map<String, Range> named = new LinkedHashMap<>();
        named.put("today", new Range(today, today));
        named.put("this week", new Range(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today));
        named.put("this month", new Range(today.withDayOfMonth(1), today));
        named.put("this quarter", new Range(today.with(IsoFields.DAY_OF_QUARTER, 1), today));
        named.put("this year", new Range(today.withDayOfYear(1), today));
        named.put("all", new Range(today.minusYears(PastMall.YEARS), today));
        named.forEach((name, range) -> {
            List<Double> p50 = new ArrayList<>();
            List<Double> p95 = new ArrayList<>();
            for (int round = -1; round < rounds; round++) {
                Spread spread = new Spread(IntStream.range(0, quick ? 5 : 20)
                        .mapToDouble(call -> read(server, "read", reader, earlier(range, call)))
                        .sorted()
                        .toArray());
                if (round >= 0) {
                    p50.add(spread.at(50));
                    p95.add(spread.at(95));
                }
            }
            report.add(name + ", " + reader + ", p50", "ms", p50);
            report.add(name + ", " + reader + ", p95", "ms", p95, "<= 150");
        });
    }

    /** The same with some days more, so that no call finds what the one before read. */
    private Range earlier(Range range, int days) {
        return range.from().equals(today) ? range : new Range(range.from().minusDays(days), range.to());
    }

    private record Compared(double ratio, double different, double off) {}

    /** Both sides by turns on the same ranges. */
    private static Compared compared(Child server, String reader, List<Range> some) {
        double rollups = 0;
        double raw = 0;
        double different = 0;
        double off = 0;
        for (Range range : some) {
            double[] scan = HistoryBench.numbers(server.ask("raw " + reader + " " + range));
            raw += scan[0] / 1e6;
            different += scan[1];
            off = Math.max(off, scan[2]);
            // What the scan took out of the memory comes back with the first.
            read(server, "periods", reader, range);
            rollups += read(server, "periods", reader, range);
        }
        return new Compared(raw / rollups, different, off);
    }

    private Range drawn(SplittableRandom random) {
        LocalDate first = today.minusYears(PastMall.YEARS);
        int days = (int) ChronoUnit.DAYS.between(first, today);
        int one = random.nextInt(days);
        int other = random.nextInt(days);
        return new Range(first.plusDays(Math.min(one, other)), first.plusDays(Math.max(one, other)));
    }

    /**
     * In milliseconds.
     *
     * @param how "read" a whole dashboard, "anew" with nothing that was read before, "periods" only what the scan tells as well
     */
    private static double read(Child server, String how, String reader, Range range) {
        return Double.parseDouble(server.ask(how + " " + reader + " " + range)) / 1e6;
    }
}
