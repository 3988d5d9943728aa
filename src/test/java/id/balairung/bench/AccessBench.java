package id.balairung.bench;

import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How soon an account's screens leave when it loses its access, whether the time of an answer tells which accounts exist, and
 * what recording costs.
 */
class AccessBench {

    /** Screens of other accounts that are open all the while. */
    private static final int OTHERS = 50;

    private final boolean quick;
    private final BenchReport report = new BenchReport("access");

    AccessBench(boolean quick) {
        this.quick = quick;
    }

    void run() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(threads)
                        .build();
                Child server = new Child(AccessServer.class, List.of("-Xmx1500m", "-XX:+UseCompactObjectHeaders"))) {
            int port = Integer.parseInt(server.greeting());
            List<LeavingScreen> others = new ArrayList<>();
            for (String name : server.ask("accounts " + OTHERS).split(",")) {
                Wire wire = new Wire(client, port);
                wire.signIn(name, Hall.PASSWORD);
                others.add(new LeavingScreen(LeavingScreen.Channel.WEBSOCKET, wire, client));
            }
            new Departures(server, client, port, quick).measure(report);
            report.add(
                    "screens of others that left",
                    "of " + OTHERS,
                    List.of((double)
                            others.stream().filter(LeavingScreen::isTold).count()),
                    "<= 0");
            others.forEach(LeavingScreen::breakOff);
            new SignInTimes(server, client, port, quick).measure(report);
            recording(server);
            report.print();
            if (!quick) {
                report.write();
            }
        }
    }

    private void recording(Child server) {
        int rounds = quick ? 2 : 5;
        int acts = quick ? 60 : 400;
        int rows = quick ? 10_000 : 100_000;
        List<Double> alone = new ArrayList<>();
        List<double[]> reveals = new ArrayList<>();
        List<double[]> pauses = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            double[] reveal = numbers(server.ask("reveal " + acts));
            double[] pause = numbers(server.ask("pause " + acts));
            double[] row = numbers(server.ask("row " + acts));
            // The first round isn't counted: the machine compiles what is run.
            if (round >= 0) {
                alone.add(row[0]);
                reveals.add(reveal);
                pauses.add(pause);
            }
        }
        report.add("a row by itself", "ms", alone);
        report.add("reveal", "ms", reveals.stream().map(one -> one[0]).toList());
        report.add(
                "reveal, unrecorded", "ms", reveals.stream().map(one -> one[1]).toList());
        report.add("pause and reopen", "ms", pauses.stream().map(one -> one[0]).toList());
        report.add(
                "pause and reopen, unrecorded",
                "ms",
                pauses.stream().map(one -> one[1]).toList());
        report.add(
                "pause and reopen, recorded / unrecorded",
                "ratio",
                pauses.stream().map(one -> one[0] / one[1]).toList());

        List<Double> sealed = new ArrayList<>();
        List<Double> verified = new ArrayList<>();
        for (int round = 0; round < (quick ? 1 : 3); round++) {
            sealed.add(Double.parseDouble(server.ask("seal " + rows)));
            double[] walk = numbers(server.ask("verify"));
            verified.add(walk[0] / 1_000 / walk[1] * 100_000);
        }
        report.add("sealed", "rows/s", sealed);
        report.add("verify", "s per 100,000 rows", verified);
    }

    private static double[] numbers(String answer) {
        return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
