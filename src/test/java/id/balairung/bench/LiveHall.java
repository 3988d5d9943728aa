package id.balairung.bench;

import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * One agency of the running application with all its counters open, and the screens that are open in it. The first
 * officers act, each on one console in a session of its own; the other screens only show.
 */
class LiveHall implements AutoCloseable {

    /** How many officers act, in turns. */
    static final int ACTING = 8;

    private static final int COUNTERS = 50;
    private static final int QUEUE = 30;
    private static final int TABS = 4;
    private static final int AT_ONCE = 4;
    private static final long QUIET_MILLIS = 200;
    private static final long LOOK_MILLIS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Child server =
            new Child(LiveServer.class, List.of("-Xmx1500m", "-XX:+UseCompactObjectHeaders"), String.valueOf(COUNTERS));
    private final HttpClient client;
    private final int port;
    private final String prefix;
    private final List<String> officers;
    private final List<LiveScreen.Kind> kinds = new ArrayList<>(List.of(LiveScreen.Kind.CONSOLE));
    private final List<LiveScreen> screens = new ArrayList<>();
    private final List<LiveScreen> dashboards = new ArrayList<>();
    private int called;

    LiveHall(HttpClient client) {
        this.client = client;
        String[] greeting = server.greeting().split(" ");
        this.port = Integer.parseInt(greeting[0]);
        this.prefix = greeting[1];
        this.officers = List.of(greeting[2].split(","));
        server.ask("issue " + QUEUE);
        Wire wire = signedIn(0);
        if (LiveScreen.exists(LiveScreen.Kind.BOARD, wire, new CalledNumber(prefix, 1))) {
            kinds.add(LiveScreen.Kind.BOARD);
        }
        wire.signOut();
    }

    /** The kinds of screen that the application has. */
    List<LiveScreen.Kind> kinds() {
        return kinds;
    }

    /** The open screens; the acting officers' consoles come first. */
    List<LiveScreen> screens() {
        return screens;
    }

    /** How many sessions the open screens are in. */
    long sessions() {
        return screens.stream().map(LiveScreen::wire).distinct().count();
    }

    /** The application's heap after a collection, in KiB. */
    double heap() {
        return Long.parseLong(server.ask("heap")) / 1024.0;
    }

    /** How many milliseconds of the machine's processors the application has used. */
    long cpu() {
        return Long.parseLong(server.ask("cpu"));
    }

    /** How many selects the database has run. */
    long selects() {
        return Long.parseLong(server.ask("selects"));
    }

    /** Opens screens, each in a session of its own, until there are that many, of all kinds by turns. */
    void openTo(int count) throws InterruptedException, ExecutionException {
        open(count - screens.size(), number -> List.of(screen(kindOf(number), signedIn(number), client)));
    }

    /** The same with one kind only. */
    void openTo(int count, LiveScreen.Kind kind) throws InterruptedException, ExecutionException {
        open(count - screens.size(), number -> List.of(screen(kind, signedIn(number), client)));
    }

    /** Opens one more in a session of its own. */
    LiveScreen openOne(HttpClient by) {
        LiveScreen opened = screen(kindOf(screens.size()), signedIn(screens.size()), by);
        screens.add(opened);
        return opened;
    }

    /** Opens screens until there are that many, four to a session, as people have several tabs. */
    void openInTabsTo(int count) throws InterruptedException, ExecutionException {
        open((count - screens.size()) / TABS, number -> {
            Wire session = signedIn(number);
            return IntStream.range(0, TABS)
                    .mapToObj(tab -> screen(kinds.get(tab % kinds.size()), session, client))
                    .toList();
        });
    }

    private void open(int times, IntFunction<List<LiveScreen>> opening)
            throws InterruptedException, ExecutionException {
        int from = screens.size();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<LiveScreen>>> opened = new ArrayList<>();
            for (int number = from; number < from + times; number++) {
                int place = number;
                opened.add(threads.submit((Callable<List<LiveScreen>>) () -> opening.apply(place)));
            }
            for (Future<List<LiveScreen>> some : opened) {
                screens.addAll(some.get());
            }
        }
        settle();
    }

    /**
     * Opens the dashboard for heads, {@value #TABS} to a session, and waits until each has been drawn.
     *
     * @param by speaks for them: no officer's screen waits in a queue behind a head's
     */
    void openDashboards(int count, HttpClient by) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<LiveScreen>>> opened = new ArrayList<>();
            for (int session = 0; session < count / TABS; session++) {
                opened.add(threads.submit(() -> {
                    Wire wire = new Wire(by, port);
                    wire.signIn(server.ask("head"), Hall.PASSWORD);
                    return IntStream.range(0, TABS)
                            .mapToObj(tab -> screen(LiveScreen.Kind.DASHBOARD, wire, by))
                            .toList();
                }));
            }
            for (Future<List<LiveScreen>> some : opened) {
                dashboards.addAll(some.get());
            }
        }
        settle();
    }

    /** Closes them. */
    void closeDashboards() {
        dashboards.forEach(LiveScreen::leave);
        dashboards.stream().map(LiveScreen::wire).distinct().forEach(Wire::signOut);
        dashboards.clear();
    }

    /** Waits until so many of them heard something after a moment, as {@link System#nanoTime()} counts. */
    void awaitDashboards(long many, long moment) {
        Awaitility.await("live dashboards")
                .atMost(LONGEST)
                .until(
                        () -> dashboards.stream()
                                .filter(screen -> screen.heardAt() > moment)
                                .count(),
                        live -> live >= many);
    }

    /** Nobody but the acting officers has a screen of an acting officer: it would follow that officer's acts by itself. */
    private Wire signedIn(int number) {
        int officer = number < officers.size() ? number : ACTING + number % (officers.size() - ACTING);
        Wire wire = new Wire(client, port);
        wire.signIn(officers.get(officer), Hall.PASSWORD);
        return wire;
    }

    private LiveScreen.Kind kindOf(int number) {
        return number < ACTING ? LiveScreen.Kind.CONSOLE : kinds.get(number % kinds.size());
    }

    private static LiveScreen screen(LiveScreen.Kind kind, Wire wire, HttpClient by) {
        return new LiveScreen(kind, wire, by);
    }

    /**
     * The next officer calls.
     *
     * @param watching the screens that have to show it; the officer's own shows it by the answer
     * @return milliseconds from the click to the last of them
     */
    double call(Collection<LiveScreen> watching) throws InterruptedException {
        LiveScreen officer = screens.get(called % Math.min(ACTING, screens.size()));
        CalledNumber number = new CalledNumber(prefix, ++called);
        List<LiveScreen> others =
                watching.stream().filter(screen -> screen != officer).toList();
        Arrival arrival = new Arrival(number, others.size());
        others.forEach(screen -> screen.await(arrival));
        long click = System.nanoTime();
        String answer = officer.press("F2");
        double answered = (System.nanoTime() - click) / 1e6;
        if (!answer.contains(number.toString())) {
            throw new IllegalStateException("Not %s was called: %s".formatted(number, answer));
        }
        double last = Math.max(answered, arrival.millisSince(click));
        officer.press("F8");
        officer.press("F9");
        server.ask("issue 1");
        settle();
        return last;
    }

    /** The number that was called last. */
    CalledNumber lastCalled() {
        return new CalledNumber(prefix, called);
    }

    /** Waits until no screen has heard anything for a moment. */
    void settle() throws InterruptedException {
        long quiet = 0;
        while (quiet < QUIET_MILLIS) {
            Thread.sleep(LOOK_MILLIS);
            long heard = screens.stream().mapToLong(LiveScreen::heardAt).max().orElse(0);
            quiet = (System.nanoTime() - heard) / 1_000_000;
        }
    }

    /** Closes all screens and signs everybody out. */
    void closeScreens() {
        screens.forEach(LiveScreen::leave);
        screens.stream().map(LiveScreen::wire).distinct().forEach(Wire::signOut);
        screens.clear();
    }

    @Override
    public void close() {
        server.close();
    }
}
