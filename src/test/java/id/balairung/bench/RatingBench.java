package id.balairung.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether two hundred ratings a second are all kept, and what officers notice of them: each visitor opens the page by the slip's
 * link and sends a score, as a telephone does, half of them from addresses of their own and half from the mall's.
 */
class RatingBench {

    private static final int PER_SECOND = 200;
    private static final String SEE_OTHER = "303";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ACTS = List.of("call next", "serve", "complete");

    private final boolean quick;
    private final int minute;
    private final int rounds;
    private final int seconds;
    private final BenchReport report = new BenchReport("rating");

    RatingBench(boolean quick) {
        this.quick = quick;
        this.minute = quick ? 5 : 60;
        this.rounds = quick ? 2 : 12;
        this.seconds = quick ? 2 : 5;
    }

    /** What came of a load. */
    private record Load(int sent, int taken, Spread millis) {}

    void run() throws Exception {
        try (Child server = new Child(RatingServer.class, List.of("-Xmx1500m", "-XX:+UseCompactObjectHeaders"));
                PlainHttp http = new PlainHttp(Integer.parseInt(server.greeting()), PATIENCE)) {
            // The machine must have compiled what is measured.
            Load first = rate(http, slips(server, PER_SECOND * seconds)).join();
            server.ask("acts " + seconds);
            int sent = first.sent() + aMinute(server, http);
            sent += inTurns(server, http);
            double[] kept = numbers(server.ask("kept"));
            report.add("ratings lost of all", "of " + sent, List.of(sent - kept[0]), "<= 0");
            report.add("ratings that the history lacks", "of " + sent, List.of(sent - kept[1]), "<= 0");
        }
        report.print();
        if (!quick) {
            report.write();
        }
    }

    /** At a stretch, with officers at work. */
    private int aMinute(Child server, PlainHttp http) {
        Deque<String> slips = slips(server, PER_SECOND * minute);
        double before = numbers(server.ask("kept"))[0];
        long start = System.nanoTime();
        CompletableFuture<Load> load = rate(http, slips);
        server.ask("acts " + minute);
        Load done = load.join();
        double took = (System.nanoTime() - start) / 1e9;
        double kept = numbers(server.ask("kept"))[0] - before;
        report.add("ratings a second for " + minute + " s", "kept/s", List.of(kept / took), ">= " + 0.95 * PER_SECOND);
        report.add("ratings not taken", "of " + done.sent(), List.of((double) done.sent() - done.taken()), "<= 0");
        report.add("ratings lost", "of " + done.sent(), List.of(done.sent() - kept), "<= 0");
        report.add("page and score p50", "ms", List.of(done.millis().at(50)));
        report.add("page and score p99", "ms", List.of(done.millis().at(99)));
        return done.sent();
    }

    private int inTurns(Child server, PlainHttp http) {
        List<List<Double>> ratios =
                ACTS.stream().<List<Double>>map(act -> new ArrayList<>()).toList();
        List<List<Double>> alone =
                ACTS.stream().<List<Double>>map(act -> new ArrayList<>()).toList();
        List<List<Double>> slowest =
                ACTS.stream().<List<Double>>map(act -> new ArrayList<>()).toList();
        int sent = 0;
        for (int round = 0; round < rounds; round++) {
            Deque<String> slips = slips(server, PER_SECOND * seconds);
            sent += slips.size();
            // The one that begins changes from round to round.
            double[] without = round % 2 == 0 ? numbers(server.ask("acts " + seconds)) : new double[0];
            CompletableFuture<Load> load = rate(http, slips);
            double[] with = numbers(server.ask("acts " + seconds));
            load.join();
            without = without.length > 0 ? without : numbers(server.ask("acts " + seconds));
            for (int act = 0; act < ACTS.size(); act++) {
                ratios.get(act).add(with[2 * act] / without[2 * act]);
                alone.get(act).add(without[2 * act]);
                slowest.get(act).add(with[2 * act + 1] / without[2 * act + 1]);
            }
            System.out.println("with " + Arrays.toString(with) + " without " + Arrays.toString(without));
        }
        for (int act = 0; act < ACTS.size(); act++) {
            report.add(ACTS.get(act) + " p50", "ms without ratings", alone.get(act));
            report.add(ACTS.get(act) + " p50", "with ratings / without", ratios.get(act), "<= 1.2");
            report.add(ACTS.get(act) + " p99", "with ratings / without", slowest.get(act));
        }
        return sent;
    }

    private static Deque<String> slips(Child server, int people) {
        return new ArrayDeque<>(List.of(server.ask("finish " + people).split(" ")));
    }

    /** Each at its own moment, however long others take. */
    private static CompletableFuture<Load> rate(PlainHttp http, Deque<String> slips) {
        return CompletableFuture.supplyAsync(
                () -> {
                    int people = slips.size();
                    AtomicInteger taken = new AtomicInteger();
                    Map<String, Integer> others = new ConcurrentHashMap<>();
                    double[] millis = new double[people];
                    try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
                        long start = System.nanoTime();
                        for (int person = 0; person < people; person++) {
                            int number = person;
                            String slip = slips.remove();
                            long due = start + TimeUnit.SECONDS.toNanos(1) * person / PER_SECOND;
                            while (System.nanoTime() < due) {
                                LockSupport.parkNanos(due - System.nanoTime());
                            }
                            visitors.execute(() -> {
                                String answer = visit(http, slip, number);
                                if (answer.equals(SEE_OTHER)) {
                                    taken.incrementAndGet();
                                } else {
                                    others.merge(answer, 1, Integer::sum);
                                }
                                millis[number] = (System.nanoTime() - due) / 1e6;
                            });
                        }
                    }
                    if (!others.isEmpty()) {
                        System.out.println("not taken: " + others);
                    }
                    Arrays.sort(millis);
                    return new Load(people, taken.get(), new Spread(millis));
                },
                task -> Thread.ofPlatform().name("visitors").start(task));
    }

    /** Whoever gets no answer has not rated. */
    private static String visit(PlainHttp http, String slip, int number) {
        String address = number % 2 == 0
                ? "198.51.100.7"
                : "10.%d.%d.%d".formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
        String head = " /nilai/" + slip + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address + "\r\n";
        String said = "score=" + (1 + number % 4) + (number % 3 == 0 ? "&comment=Ruang+tunggu+nyaman" : "");
        try {
            http.ask("GET" + head + "\r\n");
            return ""
                    + http.ask("POST" + head + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + said.length() + "\r\n\r\n" + said);
        } catch (IOException none) {
            return none.toString();
        }
    }

    private static double[] numbers(String answer) {
        return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
