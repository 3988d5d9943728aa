package id.balairung.bench;

import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long the answer to a wrong password takes, by what the name belongs to. The kinds are tried in a new order each time, one
 * try at a time, from an address of its own and in a session of its own.
 */
class SignInTimes {

    /** Of five tries at once none is paused. */
    private static final int TRIES_FOR_EACH = 4;

    private static final int UNTIL_PAUSED = 5;
    private static final String PAUSED = "tunggu";
    private static final long SEED = 20_261_129;

    /** Whose name was given. */
    private enum Kind {
        UNKNOWN("unknown name"),
        /** Against itself, to see what the machine's noise alone makes. */
        UNKNOWN_TOO("unknown name again"),
        KNOWN("known account"),
        DISABLED("disabled account"),
        SUSPENDED("account of a suspended agency"),
        PAUSED_UNKNOWN("paused unknown name"),
        PAUSED_KNOWN("paused account");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        private boolean isPaused() {
            return this == PAUSED_UNKNOWN || this == PAUSED_KNOWN;
        }

        /** What it should look like. */
        private Kind like() {
            return isPaused() ? PAUSED_UNKNOWN : UNKNOWN;
        }
    }

    private final Child server;
    private final HttpClient client;
    private final int port;
    private final int rounds;
    private final int tries;
    private final Random random = new Random(SEED);
    private int addresses;

    SignInTimes(Child server, HttpClient client, int port, boolean quick) {
        this.server = server;
        this.client = client;
        this.port = port;
        this.rounds = quick ? 5 : 9;
        this.tries = quick ? 6 : 40;
    }

    void measure(BenchReport report) {
        int accounts = Math.ceilDiv(tries * (rounds + 1), TRIES_FOR_EACH);
        Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
        names.put(Kind.UNKNOWN, nobody("tak.ada", accounts));
        names.put(Kind.UNKNOWN_TOO, nobody("entah", accounts));
        names.put(Kind.KNOWN, List.of(server.ask("accounts " + accounts).split(",")));
        names.put(Kind.DISABLED, List.of(server.ask("disabled " + accounts).split(",")));
        names.put(Kind.SUSPENDED, List.of(server.ask("suspended " + accounts).split(",")));
        // A pause holds for whoever comes next, so a few names are enough; and it passes while others are measured.
        names.put(Kind.PAUSED_UNKNOWN, nobody("siapa", rounds + 1));
        names.put(
                Kind.PAUSED_KNOWN,
                List.of(server.ask("accounts " + (rounds + 1)).split(",")));

        List<Map<Kind, double[]>> measured = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            measured.add(round(round, names));
        }
        // The first one isn't counted: the machine compiles what is run.
        measured.removeFirst();
        for (Kind kind : Kind.values()) {
            report.add(
                    kind.title,
                    "ms",
                    measured.stream().map(round -> middle(round.get(kind))).toList());
        }
        for (Kind kind : Kind.values()) {
            if (kind != kind.like()) {
                report.add(
                        kind.title + " / " + kind.like().title,
                        "ratio",
                        measured.stream()
                                .map(round -> middle(round.get(kind)) / middle(round.get(kind.like())))
                                .toList());
                report.add(
                        kind.title + " is the slower one",
                        "of pairs",
                        measured.stream()
                                .map(round -> slower(round.get(kind), round.get(kind.like())))
                                .toList());
            }
        }
    }

    private Map<Kind, double[]> round(int round, Map<Kind, List<String>> names) {
        Map<Kind, double[]> took = new EnumMap<>(Kind.class);
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        order.forEach(kind -> took.put(kind, new double[tries]));
        order.removeIf(Kind::isPaused);
        for (int at = 0; at < tries; at++) {
            Collections.shuffle(order, random);
            for (Kind kind : order) {
                took.get(kind)[at] = wrong(names.get(kind).get((round * tries + at) / TRIES_FOR_EACH), "error");
            }
        }
        List<Kind> paused = new ArrayList<>(List.of(Kind.PAUSED_UNKNOWN, Kind.PAUSED_KNOWN));
        for (int at = 0; at < tries; at++) {
            Collections.shuffle(paused, random);
            for (Kind kind : paused) {
                String name = names.get(kind).get(round);
                if (at == 0) {
                    pause(name);
                }
                took.get(kind)[at] = wrong(name, PAUSED);
            }
        }
        return took;
    }

    /** As many wrong tries as are looked at one after the other. */
    private void pause(String name) {
        for (int one = 0; one < UNTIL_PAUSED; one++) {
            attempt(name);
        }
    }

    /**
     * Gives a wrong password.
     *
     * @param told what the answer must lead to; a try that was due again in the meantime is made once more
     * @return milliseconds from the form to its answer; the page with the form comes before
     */
    private double wrong(String name, String told) {
        Attempt attempt = attempt(name);
        while (!attempt.location().endsWith("?" + told)) {
            if (!told.equals(PAUSED)) {
                throw new IllegalStateException(name + " was led to " + attempt.location());
            }
            attempt = attempt(name);
        }
        return attempt.millis();
    }

    private record Attempt(double millis, String location) {}

    private Attempt attempt(String name) {
        int number = addresses++;
        Wire wire = new Wire(client, port).from("10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255));
        String token = wire.token("/masuk");
        long start = System.nanoTime();
        HttpResponse<String> answer =
                wire.form("/masuk", "username=" + name + "&password=kata-sandi-yang-salah", token);
        return new Attempt(
                (System.nanoTime() - start) / 1e6,
                answer.headers().firstValue("Location").orElse(""));
    }

    private static List<String> nobody(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "%s%05d".formatted(name, number))
                .toList();
    }

    private static double middle(double[] values) {
        return new Spread(Arrays.stream(values).sorted().toArray()).at(50);
    }

    /** How often one of the first is slower than one of the second; half of the pairs when nothing can be told. */
    private static double slower(double[] some, double[] others) {
        return Arrays.stream(some)
                        .map(one -> Arrays.stream(others)
                                .map(other -> one > other ? 1 : one < other ? 0 : 0.5)
                                .sum())
                        .sum()
                / ((double) some.length * others.length);
    }
}
