package id.balairung.bench;

import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** From the commit of what takes an account's access away to the message by which each of its open screens leaves. */
class Departures {

    private static final List<Integer> SCREENS = List.of(1, 4, 40);

    /** Tabs of a session. */
    private static final int TABS = 4;

    private static final long LOOK_MILLIS = 20;
    private static final String AIM = "<= 2000";

    private final Child server;
    private final HttpClient client;
    private final int port;
    private final int rounds;
    private final int trials;
    private final Deque<String> accounts;

    /** Why screens leave; the name in lower case is what the server is asked for. */
    private enum Cause {
        DISABLE,
        ROLE,
        AGENCY,
        END,
        SIGN_OUT
    }

    Departures(Child server, HttpClient client, int port, boolean quick) {
        this.server = server;
        this.client = client;
        this.port = port;
        this.rounds = quick ? 1 : 3;
        this.trials = quick ? 1 : 3;
        int needed = rounds * trials * SCREENS.size() * Cause.values().length * LeavingScreen.Channel.values().length;
        this.accounts = new ArrayDeque<>(List.of(
                server.ask("accounts " + (needed + Cause.values().length)).split(",")));
    }

    void measure(BenchReport report) throws InterruptedException {
        for (Cause cause : Cause.values()) {
            // Not counted: the first of its kind.
            leave(cause, LeavingScreen.Channel.WEBSOCKET, 1);
        }
        Map<Cause, List<Double>> slowest = new EnumMap<>(Cause.class);
        for (LeavingScreen.Channel channel : LeavingScreen.Channel.values()) {
            for (int count : SCREENS) {
                List<double[]> each = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    List<double[]> times = new ArrayList<>();
                    for (Cause cause : Cause.values()) {
                        double[] took = IntStream.range(0, trials)
                                .mapToObj(trial -> leave(cause, channel, count))
                                .flatMapToDouble(Arrays::stream)
                                .toArray();
                        slowest.computeIfAbsent(cause, first -> new ArrayList<>())
                                .add(Arrays.stream(took).max().orElseThrow());
                        times.add(took);
                    }
                    each.add(times.stream()
                            .flatMapToDouble(Arrays::stream)
                            .sorted()
                            .toArray());
                }
                String what = ", %d %s, %s".formatted(count, count == 1 ? "screen" : "screens", channel.title());
                System.out.println("left" + what);
                report.add("left p50" + what, "ms", at(50, each));
                report.add("left p99" + what, "ms", at(99, each));
                report.add("left last" + what, "ms", at(100, each), AIM);
            }
        }
        slowest.forEach((cause, times) -> report.add(
                "left last, " + cause.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "ms",
                List.of(times.stream().max(Double::compare).orElseThrow()),
                AIM));
    }

    /** Milliseconds until each screen was told. */
    private double[] leave(Cause cause, LeavingScreen.Channel channel, int count) {
        String account = accounts.remove();
        List<LeavingScreen> screens = open(account, channel, cause == Cause.SIGN_OUT ? count + 1 : count);
        long start;
        if (cause == Cause.SIGN_OUT) {
            // The answer tells the one where it is clicked; the others hear.
            LeavingScreen clicked = screens.removeFirst();
            start = System.nanoTime();
            clicked.signOut();
            clicked.breakOff();
        } else {
            start = Long.parseLong(server.ask(cause.name().toLowerCase(Locale.ROOT) + " " + account));
        }
        double[] took = screens.stream()
                .mapToDouble(screen -> screen.leftAt()
                                .orElseThrow(() -> new IllegalStateException(
                                        "A screen never left after %s by %s".formatted(cause, channel)))
                        - start)
                .map(nanos -> nanos / 1e6)
                .toArray();
        screens.forEach(LeavingScreen::breakOff);
        return took;
    }

    private List<LeavingScreen> open(String account, LeavingScreen.Channel channel, int count) {
        List<LeavingScreen> screens = new ArrayList<>();
        while (screens.size() < count) {
            Wire wire = new Wire(client, port);
            wire.signIn(account, Hall.PASSWORD);
            for (int tab = 0; tab < TABS && screens.size() < count; tab++) {
                screens.add(new LeavingScreen(channel, wire, client));
            }
        }
        screens.stream().map(LeavingScreen::wire).distinct().forEach(this::awaitPush);
        return screens;
    }

    /** A screen whose channel isn't open yet can be told nothing. */
    private void awaitPush(Wire wire) {
        try {
            while (!server.ask("pushed " + wire.session()).equals("true")) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static List<Double> at(int percent, List<double[]> rounds) {
        return rounds.stream().map(round -> new Spread(round).at(percent)).toList();
    }
}
