package id.balairung.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * From an officer's click to the last of many screens, against a bare Tomcat that sends as many bytes to as many sockets
 * ({@link RawBroadcast}), the two taking turns; what a screen costs in memory and in statements; and what screens that
 * are dead, slow or paused do to the others.
 */
class LiveBench {

    private static final int FEW = 5;
    private static final int MALL = 50;
    private static final int WINDOWS = 5;
    private static final long WINDOW_MILLIS = 2_000;

    /** Tomcat's threads, which hold buffers, end when they had nothing to do for a minute. */
    private static final long THREADS_END_MILLIS = 65_000;

    /** A screen that hears later heard it by chance, when something else happened. */
    private static final double LATE_MILLIS = 2_000;

    private final boolean quick;
    private final int many;
    private final int rounds;
    private final int calls;
    private final int weighed;
    private final BenchReport report = new BenchReport("live");

    LiveBench(boolean quick) {
        this.quick = quick;
        this.many = quick ? 100 : 500;
        this.rounds = quick ? 1 : 3;
        this.calls = quick ? 10 : 60;
        this.weighed = quick ? 20 : 100;
    }

    void run() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(threads)
                        .build();
                LiveHall hall = new LiveHall(client);
                RawHall raw = new RawHall(client)) {
            System.out.println("Kinds of screen: " + hall.kinds());
            warmUp(hall, raw);
            double empty = hall.heap();
            for (LiveScreen.Kind kind : hall.kinds()) {
                weigh(kind, hall, empty);
            }
            List<Double> few = selects(hall, FEW);
            hall.openTo(MALL);
            latency(hall, raw);
            selects(hall, MALL);
            hall.closeScreens();
            new LiveFaults(hall, client, calls).measure(report);

            hall.openTo(LiveHall.ACTING);
            hall.openInTabsTo(many);
            latency(hall, raw);
            List<Double> lots = selects(hall, many);
            report.add(
                    "selects for each further screen",
                    "per call",
                    List.of((middle(lots) - middle(few)) / (many - FEW)),
                    "<= 0.01");
            hall.closeScreens();
            report.add("heap left at once by each of " + many, "KiB", List.of((hall.heap() - empty) / many));
            Thread.sleep(THREADS_END_MILLIS);
            left(hall, empty, many);
            report.print();
            if (!quick) {
                report.write();
            }
        }
    }

    private void warmUp(LiveHall hall, RawHall raw) throws Exception {
        hall.openTo(MALL);
        raw.openTo(MALL);
        Spread.of(calls, () -> hall.call(hall.screens()));
        raw.size(sizeOf(hall));
        Spread.of(calls, raw::call);
        hall.closeScreens();
    }

    private void latency(LiveHall hall, RawHall raw) throws Exception {
        int count = hall.screens().size();
        raw.openTo(count);
        String screens = ", " + count + " screens";
        System.out.printf("%d screens in %d sessions%n", count, hall.sessions());
        List<Spread> ours = new ArrayList<>();
        List<Spread> bare = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long before = hall.cpu();
            // The one that begins changes from round to round.
            boolean oursFirst = round % 2 == 0;
            if (oursFirst) {
                ours.add(Spread.of(calls, () -> hall.call(hall.screens())));
            }
            raw.size(sizeOf(hall));
            bare.add(Spread.of(calls, raw::call));
            if (!oursFirst) {
                ours.add(Spread.of(calls, () -> hall.call(hall.screens())));
            }
            cpu.add((double) (hall.cpu() - before) / calls / count);
            System.out.println("  round " + (round + 1) + ": " + ours.getLast() + "; raw " + bare.getLast());
        }
        report.add("click to last p50" + screens, "ms", at(50, ours));
        report.add("click to last p95" + screens, "ms", at(95, ours));
        report.add("click to last p99" + screens, "ms", at(99, ours), count == MALL ? "<= 120" : "<= 250");
        report.add(
                "calls with a late screen" + screens,
                "of " + calls * rounds,
                List.of((double) ours.stream()
                        .mapToLong(round -> round.over(LATE_MILLIS))
                        .sum()),
                "<= 0");
        report.add("raw p50" + screens, "ms", at(50, bare));
        report.add("raw p99" + screens, "ms", at(99, bare));
        report.add(
                "p99 less 3 x raw" + screens,
                "ms",
                IntStream.range(0, rounds)
                        .mapToObj(round ->
                                ours.get(round).at(99) - 3 * bare.get(round).at(99))
                        .toList(),
                "<= 75");
        report.add("processor for a screen" + screens, "ms per call", cpu);
        report.add("message" + screens, "characters", List.of((double) sizeOf(hall)));
    }

    /** What one screen of a kind keeps in the application, with its session and its socket. */
    private void weigh(LiveScreen.Kind kind, LiveHall hall, double empty) throws Exception {
        hall.openTo(weighed, kind);
        // In use, so that what a message leaves behind is counted.
        for (int call = 0; call < 3; call++) {
            if (kind == LiveScreen.Kind.CONSOLE) {
                hall.call(hall.screens());
            }
        }
        double each = (hall.heap() - empty) / weighed;
        hall.closeScreens();
        report.add(
                "heap per " + kind.name().toLowerCase(Locale.ROOT),
                "KiB",
                List.of(each),
                kind == LiveScreen.Kind.CONSOLE ? "<= 250" : "<= 150");
        left(hall, empty, weighed);
    }

    private void left(LiveHall hall, double empty, int screens) {
        report.add(
                "heap left by each of " + screens + " closed", "KiB", List.of((hall.heap() - empty) / screens), "<= 5");
    }

    /** Selects of one call and all that it brings about, less what runs in the same time when nobody does anything. */
    private List<Double> selects(LiveHall hall, int screens) throws Exception {
        hall.openTo(screens);
        List<Double> each = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            long before = hall.selects();
            Thread.sleep(WINDOW_MILLIS);
            long idle = hall.selects() - before;
            before = hall.selects();
            long start = System.nanoTime();
            hall.call(hall.screens());
            Thread.sleep(Math.max(0, WINDOW_MILLIS - (System.nanoTime() - start) / 1_000_000));
            each.add((double) (hall.selects() - before - idle));
        }
        report.add("selects, " + screens + " screens", "per call", each);
        return each;
    }

    private static int sizeOf(LiveHall hall) {
        List<Integer> sizes = hall.screens().stream()
                .map(LiveScreen::size)
                .filter(size -> size > 0)
                .sorted()
                .toList();
        return sizes.get(sizes.size() / 2);
    }

    private static List<Double> at(int percent, List<Spread> rounds) {
        return rounds.stream().map(round -> round.at(percent)).toList();
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
