package id.balairung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finding, paging and exporting over ten years of history through the services, beside the same by hand-written SQL; and the live
 * path with those years present, beside the same application without them.
 */
class HistoryBench {

    static final String FULL = "history";
    static final String QUICK = "history-quick";
    private static final long TICKETS = 10_000_000;
    private static final long FEW = 60_000;
    private static final long EXPORTED = 1_000_000;
    private static final List<String> READERS = List.of("admin", "head");
    static final List<String> OPTIONS = List.of("-Xmx2g");

    private final boolean quick;
    private final BenchReport report = new BenchReport("history");

    HistoryBench(boolean quick) {
        this.quick = quick;
    }

    void run() throws Exception {
        String name = quick ? QUICK : FULL;
        load(quick);
        forgetFiles();
        try (Child server = new Child(HistoryServer.class, OPTIONS, name, "0")) {
            for (String reader : READERS) {
                cold(server, reader);
            }
            for (String reader : READERS) {
                anywhere(server, reader);
                server.ask("settle " + reader);
                warm(server, reader);
            }
            exports(server);
        }
        new YearsBesideLive(quick).measure(report);
        report.print();
        if (!quick) {
            report.write();
        }
    }

    /** Goes on until there are as many tickets as there are to be. */
    static void load(boolean quick) throws Exception {
        try (Child server =
                new Child(HistoryServer.class, OPTIONS, quick ? QUICK : FULL, String.valueOf(quick ? FEW : TICKETS))) {
            System.out.println(
                    "Loaded: " + server.greeting() + " (seconds, tickets); there are " + server.ask("tickets"));
        }
    }

    /** So that the first readings come from the disk; without the right to, they come from the system's memory. */
    private static void forgetFiles() {
        try {
            new ProcessBuilder("sync").start().waitFor();
            Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
        } catch (IOException mayNot) {
            System.out.println("The system's own cache of files stays: " + mayNot.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void cold(Child server, String reader) {
        server.ask("prepare " + reader + " " + (quick ? 50 : 10_000));
        for (HistoryReads.Kind kind : HistoryReads.Kind.values()) {
            List<Double> service = new ArrayList<>();
            List<Double> raw = new ArrayList<>();
            for (int call = 0; call < (quick ? 4 : 20); call++) {
                service.addAll(read(server, reader, kind, "service", 1));
                raw.addAll(read(server, reader, kind, "raw", 1));
            }
            report.add(name(kind) + ", " + reader + ", cold", "ms p50 of " + service.size(), List.of(at(service, 50)));
            report.add(name(kind) + ", " + reader + ", cold, raw", "ms p50", List.of(at(raw, 50)));
        }
    }

    /** The first page of a period that ends on whichever day: the rows of few days of ten years are in memory. */
    private void anywhere(Child server, String reader) {
        int calls = quick ? 20 : 500;
        List<Double> service = read(server, reader, HistoryReads.Kind.FIRST, "service", calls);
        List<Double> raw = read(server, reader, HistoryReads.Kind.FIRST, "raw", calls);
        report.add("first, " + reader + ", any day, p50", "ms", List.of(at(service, 50)));
        report.add("first, " + reader + ", any day, p99", "ms", List.of(at(service, 99)));
        report.add("first, " + reader + ", any day, p99 raw", "ms", List.of(at(raw, 99)));
    }

    private void warm(Child server, String reader) {
        int rounds = quick ? 2 : 5;
        int calls = quick ? 20 : 100;
        Map<HistoryReads.Kind, List<Double>> halves = new EnumMap<>(HistoryReads.Kind.class);
        for (HistoryReads.Kind kind : HistoryReads.Kind.values()) {
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> ratio = new ArrayList<>();
            List<Double> raw99 = new ArrayList<>();
            for (int round = -2; round < rounds; round++) {
                // The one that begins changes from round to round.
                boolean serviceFirst = round % 2 == 0;
                List<Double> first = read(server, reader, kind, serviceFirst ? "service" : "raw", calls);
                List<Double> second = read(server, reader, kind, serviceFirst ? "raw" : "service", calls);
                List<Double> service = serviceFirst ? first : second;
                List<Double> raw = serviceFirst ? second : first;
                if (round >= 0) {
                    p50.add(at(service, 50));
                    p99.add(at(service, 99));
                    raw99.add(at(raw, 99));
                    ratio.add(at(service, 50) / at(raw, 50));
                }
            }
            halves.put(kind, p50);
            boolean page = kind == HistoryReads.Kind.FIRST || kind == HistoryReads.Kind.DEEP;
            report.add(name(kind) + ", " + reader + ", p50", "ms", p50);
            report.add(name(kind) + ", " + reader + ", p99", "ms", p99, page ? "<= 20" : "");
            report.add(name(kind) + ", " + reader + ", p99 raw", "ms", raw99);
            report.add(name(kind) + ", " + reader, "p50 service / raw", ratio);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %-6s p50 %.2f p99 %.2f raw p99 %.2f ms%n",
                    name(kind),
                    reader,
                    mid(p50),
                    mid(p99),
                    mid(raw99));
        }
        List<Double> depth = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            depth.add(halves.get(HistoryReads.Kind.DEEP).get(round)
                    / halves.get(HistoryReads.Kind.FIRST).get(round));
        }
        report.add("page 10,000 / page 1, " + reader, "p50", depth, "<= 1.5");
    }

    private void exports(Child server) {
        long rows = quick ? 100_000 : EXPORTED;
        List<Double> perSecond = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        for (int round = -1; round < (quick ? 1 : 3); round++) {
            double[] csv = numbers(server.ask("export head CSV " + rows + " time"));
            double[] raw = numbers(server.ask("export head raw " + rows + " time"));
            System.out.printf(Locale.ROOT, "export: %.0f rows/s, raw %.0f rows/s%n", csv[0] / csv[1], raw[0] / raw[1]);
            if (round >= 0) {
                perSecond.add(csv[0] / csv[1]);
                ratio.add((csv[0] / csv[1]) / (raw[0] / raw[1]));
            }
        }
        report.add("export CSV", "rows/s", perSecond, ">= 50000");
        report.add("export CSV", "service / raw", ratio);
        double[] xlsx = numbers(server.ask("export head XLSX " + rows + " time"));
        report.add("export XLSX", "rows/s", List.of(xlsx[0] / xlsx[1]));
        for (String format : List.of("CSV", "XLSX")) {
            double[] kept = numbers(server.ask("export head " + format + " " + rows + " memory"));
            report.add("export " + format + ", heap above that before", "MiB at most", List.of(kept[2]), "<= 64");
        }
    }

    private static List<Double> read(Child server, String reader, HistoryReads.Kind kind, String side, int calls) {
        return Arrays.stream(numbers(server.ask("read " + reader + " " + kind + " " + side + " " + calls)))
                .mapToObj(nanos -> nanos / 1e6)
                .toList();
    }

    static double[] numbers(String answer) {
        return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String name(HistoryReads.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double mid(List<Double> values) {
        return at(values, 50);
    }

    private static double at(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }
}
