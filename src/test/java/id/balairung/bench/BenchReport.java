package id.balairung.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark measured: printed as a table, written as docs/benchmarks/NAME.json. */
class BenchReport {

    private final String bench;
    private final List<Metric> metrics = new ArrayList<>();

    record Metric(String name, String unit, double median, List<Double> rounds, String aim) {

        private String verdict() {
            if (aim.isEmpty()) {
                return "";
            }
            double bound = Double.parseDouble(aim.substring(3));
            return (aim.startsWith("<=") ? median <= bound : median >= bound) ? "met" : "MISSED";
        }
    }

    private record Report(String bench, String machine, String commit, List<Metric> metrics) {}

    BenchReport(String bench) {
        this.bench = bench;
    }

    /** Adds a figure that stands for itself. */
    void add(String name, String unit, List<Double> rounds) {
        add(name, unit, rounds, "");
    }

    /**
     * Adds a figure that has an aim.
     *
     * @param aim as in {@code <= 1.5} or {@code >= 0.8}
     */
    void add(String name, String unit, List<Double> rounds, String aim) {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        metrics.add(new Metric(
                name,
                unit,
                rounded(median),
                rounds.stream().map(BenchReport::rounded).toList(),
                aim));
    }

    void print() {
        System.out.printf("%n%-38s %9s  %-7s %-8s %s%n", "metric", "median", "aim", "", "rounds");
        metrics.forEach(metric -> System.out.printf(
                Locale.ROOT,
                "%-38s %9.3f  %-7s %-8s %s%n",
                metric.name(),
                metric.median(),
                metric.aim(),
                metric.verdict(),
                metric.rounds()));
    }

    void write() throws IOException, InterruptedException {
        Path file = Path.of("docs/benchmarks", bench + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(new Report(bench, machine(), commit(), metrics))
                        + "\n");
        System.out.println("\nWritten to " + file);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static String machine() {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        return "%d cores, %d GiB, %s %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(memory / (double) (1L << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version());
    }

    private static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? commit : "unknown";
    }
}
