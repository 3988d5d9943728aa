package id.balairung.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Issuing and calling with ten years in the database, beside the same application without them. Both write durably to one disk,
 * which now and then stops for a second: many short rounds, so that such a stop spoils a few of them and not the median.
 */
class YearsBesideLive {

    private static final int ROUNDS = 60;
    private static final int WARM_UP = 12;
    private static final int OPERATIONS = 100;

    private final boolean quick;

    private enum Figure {
        ISSUE_THROUGHPUT("issue throughput", ">= 0.9"),
        ISSUE_P50("issue p50", ""),
        ISSUE_P99("issue p99", ""),
        CALL_THROUGHPUT("call-next throughput", ">= 0.9"),
        CALL_P50("call-next p50", ""),
        CALL_P99("call-next p99", "");

        private final String title;
        private final String aim;

        Figure(String title, String aim) {
            this.title = title;
            this.aim = aim;
        }
    }

    YearsBesideLive(boolean quick) {
        this.quick = quick;
    }

    void run() throws Exception {
        HistoryBench.load(quick);
        BenchReport report = new BenchReport("history-live");
        measure(report);
        report.print();
        if (!quick) {
            report.write();
        }
    }

    void measure(BenchReport report) throws Exception {
        String name = quick ? HistoryBench.QUICK : HistoryBench.FULL;
        String empty = name + "-empty";
        FileSystemUtils.deleteRecursively(Path.of("target", empty + "-db"));
        FileSystemUtils.deleteRecursively(Path.of("target", empty + "-files"));
        Map<Figure, List<Double>> ratios = new EnumMap<>(Figure.class);
        try (Child full = new Child(HistoryServer.class, HistoryBench.OPTIONS, name, "0");
                Child bare = new Child(HistoryServer.class, HistoryBench.OPTIONS, empty, "0")) {
            for (int round = quick ? -1 : -WARM_UP; round < (quick ? 2 : ROUNDS); round++) {
                // The one that begins changes from round to round.
                boolean fullFirst = round % 2 == 0;
                double[] first = round(fullFirst ? full : bare);
                double[] second = round(fullFirst ? bare : full);
                double[] years = fullFirst ? first : second;
                double[] none = fullFirst ? second : first;
                System.out.println("live with years " + Arrays.toString(years) + " without " + Arrays.toString(none));
                for (Figure figure : Figure.values()) {
                    if (round >= 0) {
                        ratios.computeIfAbsent(figure, unseen -> new ArrayList<>())
                                .add(years[figure.ordinal()] / none[figure.ordinal()]);
                    }
                }
            }
        }
        ratios.forEach((figure, of) -> report.add(figure.title, "with years / without", of, figure.aim));
    }

    private double[] round(Child server) {
        return HistoryBench.numbers(server.ask("live " + (quick ? 25 : OPERATIONS)));
    }
}
