package id.balairung.bench;

import java.util.List;

/** Runs one benchmark by its name; {@code --quick} is a short try that writes nothing. */
class BenchMain {

    private BenchMain() {}

    /**
     * Runs a benchmark.
     *
     * @param args its name, and perhaps {@code --quick}
     */
    public static void main(String[] args) throws Exception {
        List<String> given = List.of(args);
        boolean quick = given.contains("--quick");
        switch (given.getFirst()) {
            case "access" -> new AccessBench(quick).run();
            case "dashboard" -> new DashboardBench(quick).run();
            case "dashboard-live" -> new DashboardLiveBench(quick).run();
            case "history" -> new HistoryBench(quick).run();
            case "history-live" -> new YearsBesideLive(quick).run();
            case "live" -> new LiveBench(quick).run();
            case "queue" -> new QueueBench(quick).run();
            case "rating" -> new RatingBench(quick).run();
            default -> {
                System.err.println("balairung: no benchmark is called " + given.getFirst()
                        + "; there are: access, dashboard, dashboard-live, history, history-live, live, queue, rating");
                System.exit(1);
            }
        }
        System.exit(0);
    }
}
