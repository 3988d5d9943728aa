package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.PushSocket;
import id.balairung.testing.Sessions;
import id.balairung.testing.Tables;
import id.balairung.testing.Told;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten thousand messages as no page sends them, made from real ones of every role. Nobody here could change anything by clicking:
 * the agency has no counter and nobody waits, and the front desk's buttons are left alone. So nothing may have changed.
 */
@BalairungTest
class FuzzedMessagesTest {

    private static final int MESSAGES = 10_000;
    private static final int BY_SOCKET = 400;
    private static final long SEED = 20_261_124;

    /** Half the sessions at a time. */
    private static final int AT_ONCE = 2;

    /** Most are refused; after so many in a row the screen is likely to wait for a number that never comes. */
    private static final int MOST_UNHEARD = 40;

    private static final int PATIENCE_SECONDS = 20;
    private static final int PATIENCE_MINUTES = 5;

    /** A hundred faults in a minute are written, ten of them with their trace. */
    private static final int MOST_LINES = 1_500;

    private static final int MOST_TRACES = 100;
    private static final long MOST_HEAP = 150_000_000;

    private static final Executor THREADS = Thread::startVirtualThread;

    private static final Pattern TELLTALE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z.]+\\(|java\\.(lang|util|io)|id\\.balairung\\.|org\\.(hibernate|spring|apache)|com\\.vaadin|SQL");

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @Autowired
    Tables tables;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final List<Wire> wires = new ArrayList<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    @Test
    void noMessageChangesOrTellsOrHoldsAnything() throws Exception {
        List<Fuzzer> fuzzers = fuzzers();
        Map<String, Long> before = state();
        String accounts = accounts();
        Lines lines = Lines.count();
        long heap = heap();

        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            int first = worker;
            workers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int at = 0; at < MESSAGES / AT_ONCE; at++) {
                            fuzzers.get((first + at * AT_ONCE) % fuzzers.size()).send();
                        }
                    },
                    THREADS));
        }
        for (CompletableFuture<Void> worker : workers) {
            worker.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        }
        fuzzers.forEach(Fuzzer::speakBySocket);

        fuzzers.forEach(Fuzzer::answersAnHonestRequest);
        assertThat(state()).isEqualTo(before);
        assertThat(accounts()).isEqualTo(accounts);
        assertThat(statuses.values().stream().mapToInt(AtomicInteger::get).sum())
                .isEqualTo(MESSAGES);
        assertThat(statuses.getOrDefault(200, new AtomicInteger()).get())
                .as("messages that came as far as the screens: %s", statuses)
                .isGreaterThan(MESSAGES / 4);
        assertThat(lines.all.get()).as("lines in the log: %s", lines.loggers).isLessThan(MOST_LINES);
        assertThat(lines.traces.get())
                .as("traces in the log: %s", lines.loggers)
                .isLessThan(MOST_TRACES);
        lines.stop();
        assertThat(heap() - heap).as("bytes more on the heap").isLessThan(MOST_HEAP);
    }

    private List<Fuzzer> fuzzers() {
        Hall.TestAgency idle = hall.agency(1, 0);
        List<Fuzzer> fuzzers = new ArrayList<>();
        fuzzers.add(
                new Fuzzer(hall.staff(Role.MALL_HEAD, Optional.empty()), List.of("", "antrean", "antrean/peringatan")));
        fuzzers.add(new Fuzzer(
                hall.staff(Role.OFFICER, Optional.of(idle.id())), List.of("loket", "antrean", "antrean/penyelesaian")));
        fuzzers.add(new Fuzzer(idle.admin(), List.of("", "antrean", "antrean/peringatan", "antrean/penyelesaian")));
        fuzzers.add(new Fuzzer(hall.frontDesk(), List.of("penerimaan")));
        fuzzers.add(new Fuzzer(hall.staff(Role.MALL_ADMIN, Optional.empty()), List.of("", "tidak-ada")));
        fuzzers.add(new Fuzzer(null, List.of("masuk")));
        return fuzzers;
    }

    /** What people prefer they may change with any click. */
    private Map<String, Long> state() {
        Map<String, Long> sums = new TreeMap<>(tables.sums());
        sums.remove("staff_account");
        return sums;
    }

    private String accounts() {
        return jdbc.sql("select id, agency_id, username, display_name, password_hash, role, enabled, may_choose_ticket"
                        + " from staff_account order by id")
                .query()
                .listOfRows()
                .toString();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What goes to the log. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final AtomicInteger all = new AtomicInteger();
        private final AtomicInteger traces = new AtomicInteger();
        private final Map<String, Integer> loggers = new ConcurrentHashMap<>();

        static Lines count() {
            Lines lines = new Lines();
            lines.start();
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(lines);
            return lines;
        }

        @Override
        protected void append(ILoggingEvent event) {
            all.incrementAndGet();
            loggers.merge(event.getLoggerName(), 1, Integer::sum);
            if (event.getThrowableProxy() != null) {
                traces.incrementAndGet();
            }
        }

        @Override
        public void stop() {
            super.stop();
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(this);
        }
    }

    /** Somebody at a screen who says anything but what one should. One thread at a time. */
    private final class Fuzzer {

        private static final Pattern EXPECTED = Pattern.compile("\"clientId\":(\\d+)");
        private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

        private final Random random = new Random(SEED + wires.size());
        private final Garbler garbler = new Garbler(random);
        private final @org.jspecify.annotations.Nullable StaffPrincipal staff;
        private final List<String> routes;
        private final List<String> real = new ArrayList<>();
        private Wire wire;
        private Wire.Screen screen;
        private int expected;
        private int sync;
        private int sent;
        private int deaf;

        private Fuzzer(@org.jspecify.annotations.Nullable StaffPrincipal staff, List<String> routes) {
            this.staff = staff;
            this.routes = routes;
            this.wire = begin();
            this.screen = wire.screen();
            open();
        }

        private Wire begin() {
            Wire fresh = new Wire(port);
            wires.add(fresh);
            if (staff == null) {
                fresh.get("/masuk");
            } else {
                fresh.signIn(staff.getUsername(), Hall.PASSWORD);
            }
            return fresh;
        }

        /** A screen of its own, and what its page might say at each address. */
        private void open() {
            if (staff != null && wire.get("/sesi").statusCode() != 204) {
                // It has signed out, as any page may.
                wire = begin();
            }
            screen.leave();
            screen = wire.screen();
            real.clear();
            for (String route : routes) {
                String answer = screen.go(route);
                note(answer);
                Told told = Told.by(answer);
                told.listened().stream()
                        .filter(listened -> staff == null
                                || staff.role() != Role.FRONT_DESK
                                || !listened.event().equals("click"))
                        .map(listened -> listened.saying(expression -> expression.contains("detail") ? "1" : "\"a\""))
                        .forEach(real::add);
                told.nodes().stream().limit(60).forEach(node -> {
                    real.add("[{\"type\":\"mSync\",\"node\":" + node
                            + ",\"feature\":1,\"property\":\"value\",\"value\":\"a\"}]");
                    real.add(
                            "[{\"type\":\"publishedEventHandler\",\"node\":" + node
                                    + ",\"templateEventMethodName\":\"setRequestedRange\",\"templateEventMethodArgs\":[0,50],\"promise\":-1}]");
                    real.add("[{\"type\":\"channel\",\"node\":" + node + ",\"channel\":1,\"args\":[true]}]");
                });
                real.add("[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                        + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
                real.add("[{\"type\":\"navigation\",\"location\":\"" + route + "\",\"state\":{},\"link\":1}]");
            }
            deaf = 0;
        }

        private synchronized void send() {
            String calls = garbler.garble(real.get(random.nextInt(real.size())));
            String body = "{\"csrfToken\":\"" + screen.key() + "\",\"rpc\":" + calls + ",\"syncId\":" + sync
                    + ",\"clientId\":" + expected + "}";
            if (random.nextInt(4) == 0) {
                body = garbler.garble(body);
            }
            HttpResponse<String> answer = random.nextInt(50) == 0 ? bytes(body) : screen.throwAt(body);
            statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            Matcher telltale = TELLTALE.matcher(answer.body());
            if (telltale.find()) {
                throw new AssertionError("%s answered %s to %.2000s".formatted(telltale.group(), answer.body(), body));
            }
            note(answer.body());
            if (++sent % 200 == 0) {
                answersAnHonestRequest();
            }
            if (deaf > MOST_UNHEARD) {
                open();
            }
        }

        private void note(String answer) {
            Matcher clientId = EXPECTED.matcher(answer);
            Matcher syncId = SYNC.matcher(answer);
            if (clientId.find()) {
                deaf = Integer.parseInt(clientId.group(1)) == expected ? deaf + 1 : 0;
                expected = Integer.parseInt(clientId.group(1));
            } else {
                deaf++;
            }
            if (syncId.find()) {
                sync = Integer.parseInt(syncId.group(1));
            }
        }

        /** In any encoding but that of a page. */
        private HttpResponse<String> bytes(String body) {
            return wire.send(wire.request("/?v-r=uidl&v-uiId=" + screen.id())
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(BodyPublishers.ofByteArray(body.getBytes(
                            random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1))));
        }

        /** From another thread, so that a session left locked is noticed. */
        private void answersAnHonestRequest() {
            Supplier<String> honest = () -> {
                Wire.Screen other = wire.screen();
                String answer = other.go(routes.getFirst());
                other.leave();
                return answer;
            };
            if (staff != null && wire.get("/sesi").statusCode() != 204) {
                open();
            }
            try {
                assertThat(CompletableFuture.supplyAsync(honest, THREADS).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .contains("\"changes\":[{");
            } catch (Exception late) {
                throw new AssertionError("An honest request of the same session isn't answered", late);
            }
        }

        private void speakBySocket() {
            open();
            HttpClient client = HttpClient.newHttpClient();
            PushSocket socket = screen.listen(client, heard -> {
                Matcher telltale = TELLTALE.matcher(heard);
                if (telltale.find()) {
                    throw new AssertionError(telltale.group() + " by push: " + heard);
                }
                note(heard);
            });
            for (int at = 0; at < BY_SOCKET / 6; at++) {
                String body = "{\"csrfToken\":\"" + screen.key() + "\",\"rpc\":"
                        + garbler.garble(real.get(random.nextInt(real.size()))) + ",\"syncId\":" + sync
                        + ",\"clientId\":"
                        + expected + "}";
                if (socket.isClosed()) {
                    open();
                    socket = screen.listen(client, this::note);
                }
                socket.send(body);
            }
            socket.breakOff();
        }
    }

    /** Makes of a message what no page would send. */
    private record Garbler(Random random) {

        private static final List<String> VALUES = List.of(
                "null",
                "true",
                "-1",
                "0",
                "1e308",
                "-0.0",
                "9223372036854775808",
                "99999999999999999999999999",
                "\"\"",
                "[]",
                "{}",
                "[[[[]]]]",
                "{\"@v-node\":1}",
                "{\"@v-return\":[1,2]}",
                "\"\\u0000\\uD800\"",
                "\"\u202e\u2028🂡\"",
                "\"' or 1=1 -- \"",
                "\"../../etc/passwd\"",
                "\"<img src=x onerror=alert(1)>\"",
                "\"${7*7}%n%s{0}\"");

        private static final Pattern VALUE =
                Pattern.compile("(?<=:)(\"[^\"]*\"|-?\\d+|true|false|null|\\[[^\\[\\]{}]*])");

        String garble(String message) {
            String garbled = message;
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                garbled = once(garbled);
            }
            return garbled;
        }

        private String once(String message) {
            int at = message.isEmpty() ? 0 : random.nextInt(message.length());
            return switch (random.nextInt(12)) {
                case 0 -> message.substring(0, at);
                case 1 -> message.substring(0, at) + message.substring(Math.min(message.length(), at + 1));
                case 2 -> message.substring(0, at) + (char) random.nextInt(0x3000) + message.substring(at);
                case 3 -> message + message;
                case 4 -> "[" + message + "," + message + "]";
                case 5 -> "[".repeat(random.nextInt(1500)) + message;
                case 6 -> json(0);
                case 7 ->
                    message.replace(
                            "\"type\":\"event\"", "\"type\":\"" + (random.nextBoolean() ? "mSync" : "x") + "\"");
                case 8 -> message.replaceAll("\"node\":\\d+", "\"node\":" + (random.nextInt(500) - 10));
                case 9 -> message.substring(0, at) + "a".repeat(random.nextInt(3000)) + message.substring(at);
                default -> value(message);
            };
        }

        /** Another value in the place of one. */
        private String value(String message) {
            List<Integer> starts = new ArrayList<>();
            Matcher matcher = VALUE.matcher(message);
            while (matcher.find()) {
                starts.add(matcher.start());
            }
            if (starts.isEmpty()) {
                return message + VALUES.get(random.nextInt(VALUES.size()));
            }
            int chosen = starts.get(random.nextInt(starts.size()));
            matcher = VALUE.matcher(message);
            return matcher.find(chosen)
                    ? message.substring(0, matcher.start())
                            + VALUES.get(random.nextInt(VALUES.size()))
                            + message.substring(matcher.end())
                    : message;
        }

        private String json(int depth) {
            return switch (random.nextInt(depth > 6 ? 2 : 4)) {
                case 0 -> VALUES.get(random.nextInt(VALUES.size()));
                case 1 -> String.valueOf(random.nextLong());
                case 2 -> many(depth).stream().collect(Collectors.joining(",", "[", "]"));
                default ->
                    many(depth).stream()
                            .map(value -> "\""
                                    + List.of("type", "node", "event", "data", "feature", "property", "value", "args")
                                            .get(random.nextInt(8))
                                    + "\":" + value)
                            .collect(Collectors.joining(",", "{", "}"));
            };
        }

        private List<String> many(int depth) {
            List<String> many = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                many.add(json(depth + 1));
            }
            return many;
        }
    }

    @AfterEach
    void endTheSessions() {
        wires.stream()
                .filter(wire -> wire.get("/sesi").statusCode() == 204)
                .forEach(wire -> sessions.end(wire.session()));
    }
}
