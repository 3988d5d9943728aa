package id.balairung.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** From an officer's click to the last of the hall's screens, with a hundred heads looking at the dashboard and without, by turns. */
class DashboardLiveBench {

    private static final int SCREENS = 50;
    private static final int MEDIAN = 50;
    private static final int SLOW = 95;

    private final boolean quick;
    private final int heads;
    private final int rounds;
    private final int calls;
    private final BenchReport report = new BenchReport("dashboard-live");

    DashboardLiveBench(boolean quick) {
        this.quick = quick;
        this.heads = quick ? 8 : 100;
        this.rounds = quick ? 1 : 5;
        this.calls = quick ? 10 : 60;
    }

    void run() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4);
                ExecutorService headThreads = Executors.newFixedThreadPool(4);
                HttpClient client = client(threads);
                HttpClient headClient = client(headThreads);
                LiveHall hall = new LiveHall(client)) {
            hall.openTo(SCREENS);
            Spread.of(calls, () -> hall.call(hall.screens()));
            List<Spread> alone = new ArrayList<>();
            List<Spread> watched = new ArrayList<>();
            List<Double> aloneCpu = new ArrayList<>();
            List<Double> watchedCpu = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                measure(hall, alone, aloneCpu);
                hall.openDashboards(heads, headClient);
                long since = System.nanoTime();
                measure(hall, watched, watchedCpu);
                hall.awaitDashboards(heads, since);
                hall.closeDashboards();
                System.out.println("  round " + (round + 1) + ": " + alone.getLast() + "; with " + heads + " heads "
                        + watched.getLast());
            }
            report.add("click to last p50, no head", "ms", at(MEDIAN, alone));
            report.add("click to last p50, " + heads + " heads", "ms", at(MEDIAN, watched));
            report.add("click to last p95, no head", "ms", at(SLOW, alone));
            report.add("click to last p95, " + heads + " heads", "ms", at(SLOW, watched));
            report.add(
                    "p50 with heads by without",
                    "times",
                    List.of(ratio(at(MEDIAN, watched), at(MEDIAN, alone))),
                    "<= 1.05");
            report.add("p95 with heads by without", "times", List.of(ratio(at(SLOW, watched), at(SLOW, alone))));
            report.add("processor, no head", "ms per call", aloneCpu);
            report.add("processor, " + heads + " heads", "ms per call", watchedCpu);
            report.print();
            if (!quick) {
                report.write();
            }
        }
    }

    private static HttpClient client(ExecutorService threads) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
    }

    private void measure(LiveHall hall, List<Spread> spreads, List<Double> cpu) throws Exception {
        long before = hall.cpu();
        spreads.add(Spread.of(calls, () -> hall.call(hall.screens())));
        cpu.add((double) (hall.cpu() - before) / calls);
    }

    /** Of the medians of the rounds. */
    private static double ratio(List<Double> some, List<Double> others) {
        return middle(some) / middle(others);
    }

    private static List<Double> at(int percent, List<Spread> rounds) {
        return rounds.stream().map(round -> round.at(percent)).toList();
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
