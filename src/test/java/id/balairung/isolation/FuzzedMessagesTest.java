package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import id.balairung.audit.AuditKind;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import id.balairung.testing.PushSocket;
import id.balairung.testing.Told;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten thousand messages as no page sends them, made from real ones of every role on every screen that it opens. Officers and the
 * head could change nothing here by clicking: the agency has no counter and nobody waits. What an admin or the front desk may do
 * with a click they may do with a garbled one too, so of their clicks and keys only those are sent that are none any more. So
 * nothing may have changed, in no table.
 */
class FuzzedMessagesTest extends OnTheWire {

    private static final int MESSAGES = 10_000;
    private static final int BY_SOCKET = 400;
    private static final long SEED = 20_261_124;

    /** Half the sessions at a time. */
    private static final int AT_ONCE = 2;

    /** Most are refused; after so many in a row the screen is likely to wait for a number that never comes. */
    private static final int MOST_UNHEARD = 40;

    private static final int BETWEEN_HONEST = 150;
    private static final int NODES = 60;

    private static final int PATIENCE_SECONDS = 20;
    private static final int PATIENCE_MINUTES = 8;

    /** A hundred faults in a minute are written, ten of them with their trace. */
    private static final int MOST_LINES = 1_500;

    private static final int MOST_TRACES = 100;
    private static final long MOST_HEAP = 150_000_000;

    /** A person's own, and the version that rises with them. */
    private static final Set<String> PREFERENCES =
            Set.of("language", "color_scheme", "single_key_shortcuts", "version");

    /** What an event is called by which somebody acts. */
    private static final Set<String> ACTS = Set.of("click", "keydown");

    /** As the server reads what follows a message: it doesn't. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Executor THREADS = Thread::startVirtualThread;

    private static final Pattern TELLTALE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z.]+\\(|java\\.(lang|util|io)|id\\.balairung\\.|org\\.(hibernate|spring|apache)|com\\.vaadin|SQL");

    @Autowired
    JdbcClient jdbc;

    private final Queue<String> betrayed = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void noMessageChangesOrTellsOrHoldsAnything() throws Exception {
        List<Fuzzer> fuzzers = fuzzers();
        Map<String, Object> before = state();
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
        fuzzers.forEach(fuzzer -> fuzzer.speakBySocket(BY_SOCKET / fuzzers.size() + 1));

        fuzzers.forEach(Fuzzer::answersAnHonestRequest);
        assertThat(betrayed).isEmpty();
        assertThat(state()).isEqualTo(before);
        assertThat(statuses.values().stream().mapToInt(AtomicInteger::get).sum())
                .isEqualTo(MESSAGES);
        assertThat(heard.get())
                .as("messages that the screens took: %s", statuses)
                .isGreaterThan(MESSAGES / 4);
        assertThat(lines.all.get()).as("lines in the log: %s", lines.loggers).isLessThan(MOST_LINES);
        assertThat(lines.traces.get())
                .as("traces in the log: %s", lines.loggers)
                .isLessThan(MOST_TRACES);
        lines.stop();
        assertThat(heap() - heap).as("bytes more on the heap").isLessThan(MOST_HEAP);
    }

    /** One for each screen of each role, and one for nobody's. */
    private List<Fuzzer> fuzzers() {
        Hall.TestAgency idle = hall.agency(1, 0);
        List<Fuzzer> fuzzers = new ArrayList<>();
        for (Role role : Role.values()) {
            StaffPrincipal staff = role == Role.AGENCY_ADMIN
                    ? idle.admin()
                    : hall.staff(role, Optional.of(idle.id()).filter(agency -> role.belongsToAgency()));
            IsolationMatrix.screensOf(role).stream()
                    .map(row -> new Fuzzer(fuzzers.size(), staff, row.address()))
                    .forEach(fuzzers::add);
        }
        fuzzers.add(new Fuzzer(fuzzers.size(), null, "masuk"));
        return fuzzers;
    }

    /** What everybody prefers for themselves is left out: officers and the head may change that with any click. */
    private Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>(tables.sums());
        state.put("staff_account", accounts());
        state.put("trails", changes());
        return state;
    }

    private List<Map<String, Object>> accounts() {
        List<Map<String, Object>> rows =
                jdbc.sql("select * from staff_account order by id").query().listOfRows();
        rows.forEach(row -> {
            row.keySet().removeAll(PREFERENCES);
            row.computeIfPresent(
                    "second_factor", (name, bytes) -> HexFormat.of().formatHex((byte[]) bytes));
        });
        return rows;
    }

    /** What the trails tell that changed something, or gave something out; the sealer and the refusals go on beside. */
    private List<Map<String, Object>> changes() {
        return jdbc.sql(
                        "select kind, count(*) as many from audit_event where kind not in (:others) group by kind order by kind")
                .param(
                        "others",
                        Stream.of(
                                        AuditKind.SIGNED_IN,
                                        AuditKind.SIGNED_OUT,
                                        AuditKind.SIGN_IN_FAILED,
                                        AuditKind.REFUSED,
                                        AuditKind.READ_ACROSS)
                                .map(AuditKind::name)
                                .toList())
                .query()
                .listOfRows();
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

        /** What was there is gone, as when a message has led elsewhere: what is said to it reaches nothing any more. */
        private static final String LEFT = "\"type\":\"detach\"";

        private static final String BROKE = "This page can't be shown yet";

        /** The server waits for another message than the one that was sent. */
        private static final String LOST = "Synchronization Error";

        private static final String CHANGED = "-changed";
        private static final Pattern EXPECTED = Pattern.compile("\"clientId\":(\\d+)");
        private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

        private final Random random;
        private final Garbler garbler;
        private final @Nullable StaffPrincipal staff;
        private final String route;
        private final List<String> told = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();
        private final List<String> other = new ArrayList<>();
        private Wire wire;
        private Wire.Screen screen;
        private int expected;
        private int sync;
        private int sent;
        private int deaf;

        private Fuzzer(int number, @Nullable StaffPrincipal staff, String route) {
            this.random = new Random(SEED + number);
            this.garbler = new Garbler(random);
            this.staff = staff;
            this.route = route;
            this.wire = begin();
            this.screen = wire.screen();
            open();
        }

        private Wire begin() {
            return staff == null ? anonymous() : signedIn(staff);
        }

        /** Whether a click or a key could rightly change something here. */
        private boolean mayAct() {
            return staff != null && staff.role() != Role.OFFICER && staff.role() != Role.MALL_HEAD
                    || route.equals("akun");
        }

        /** A screen of its own, and what its page might say. */
        private void open() {
            if (staff != null && !isSignedIn(wire)) {
                // It has signed out, as any page may.
                wire = begin();
            }
            screen.leave();
            screen = wire.screen();
            Stream.of(told, typed, other).forEach(List::clear);
            String answer = screen.go(route);
            note(answer);
            Told page = Told.by(answer);
            assertThat(page.listened()).as("%s at %s", staff, route).isNotEmpty();
            page.listened().forEach(listened -> {
                told.add(listened.saying(expression -> expression.contains("detail") ? "1" : "\"a\""));
                property(listened.event())
                        .ifPresent(property -> typed.add("[{\"type\":\"mSync\",\"node\":" + listened.node()
                                + ",\"feature\":1,\"property\":\"" + property + "\",\"value\":%s}]"));
            });
            page.nodes().stream().limit(NODES).forEach(node -> {
                other.add("[{\"type\":\"mSync\",\"node\":" + node
                        + ",\"feature\":1,\"property\":\"value\",\"value\":\"a\"}]");
                other.add(call(node, "setRequestedRange", "0,50"));
                other.add(call(node, "select", "\"1\""));
                other.add("[{\"type\":\"channel\",\"node\":" + node + ",\"channel\":1,\"args\":[true]}]");
            });
            other.add("[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                    + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
            other.add("[{\"type\":\"navigation\",\"location\":\"" + route + "\",\"state\":{},\"link\":1}]");
            deaf = 0;
        }

        /** Half of all are what may be typed into a field, and half of those well-formed, or hardly any came as far as the field. */
        private String calls() {
            if (!typed.isEmpty() && random.nextBoolean()) {
                String value = random.nextInt(4) == 0 ? "\"a\"" : garbler.anyValue();
                String calls = any(typed).formatted(value);
                return random.nextBoolean() ? calls : garbler.garble(calls);
            }
            return garbler.garble(any(random.nextBoolean() ? told : other));
        }

        private String any(List<String> messages) {
            return messages.get(random.nextInt(messages.size()));
        }

        private static String call(int node, String method, String arguments) {
            return "[{\"type\":\"publishedEventHandler\",\"node\":" + node + ",\"templateEventMethodName\":\"" + method
                    + "\",\"templateEventMethodArgs\":[" + arguments + "],\"promise\":-1}]";
        }

        /** What a page tells together with an event: a field's value, whether something is open or ticked. */
        private static Optional<String> property(String event) {
            return event.equals("change")
                    ? Optional.of("value")
                    : Optional.of(event).filter(name -> name.endsWith(CHANGED)).map(name -> name.replace(CHANGED, ""));
        }

        /** A message as no page sends it, and that does nothing its sender may do. */
        private String garbled() {
            String body = once();
            while (mayAct() && acts(body)) {
                body = once();
            }
            return body;
        }

        private String once() {
            String calls = calls();
            String body = "{\"csrfToken\":\"" + screen.key() + "\",\"rpc\":" + calls + ",\"syncId\":" + sync
                    + ",\"clientId\":" + expected + "}";
            return random.nextInt(4) == 0 ? garbler.garble(body) : body;
        }

        private synchronized void send() {
            String body = garbled();
            HttpResponse<String> answer = random.nextInt(50) == 0 ? bytes(body) : screen.throwAt(body);
            statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            Matcher telltale = TELLTALE.matcher(answer.body());
            if (telltale.find()) {
                throw new AssertionError("%s answered %s to %.2000s".formatted(telltale.group(), answer.body(), body));
            }
            note(answer.body());
            if (++sent % BETWEEN_HONEST == 0) {
                answersAnHonestRequest();
            }
            if (deaf > MOST_UNHEARD
                    || answer.body().contains(LEFT)
                    || answer.body().contains(LOST)) {
                open();
            }
        }

        private void note(String answer) {
            Matcher clientId = EXPECTED.matcher(answer);
            Matcher syncId = SYNC.matcher(answer);
            if (clientId.find()) {
                int next = Integer.parseInt(clientId.group(1));
                if (next > expected) {
                    heard.incrementAndGet();
                }
                deaf = next == expected ? deaf + 1 : 0;
                expected = next;
            } else {
                deaf++;
                if (answer.contains(BROKE)) {
                    // It was counted, and something went wrong with it.
                    heard.incrementAndGet();
                    expected++;
                }
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
                String answer = other.go(route);
                other.leave();
                return answer;
            };
            if (staff != null && !isSignedIn(wire)) {
                open();
            }
            try {
                assertThat(CompletableFuture.supplyAsync(honest, THREADS).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .contains("\"changes\":[{");
            } catch (Exception late) {
                throw new AssertionError("An honest request of the same session isn't answered", late);
            }
        }

        private void speakBySocket(int messages) {
            open();
            HttpClient client = HttpClient.newHttpClient();
            PushSocket socket = screen.listen(client, this::hear);
            for (int at = 0; at < messages; at++) {
                if (socket.isClosed()) {
                    open();
                    socket = screen.listen(client, this::hear);
                }
                socket.send(garbled());
            }
            socket.breakOff();
        }

        /** On the socket's thread, where nobody hears of a failure. */
        private void hear(String message) {
            Matcher telltale = TELLTALE.matcher(message);
            if (telltale.find()) {
                betrayed.add("%s by push: %.2000s".formatted(telltale.group(), message));
            }
            note(message);
        }
    }

    /** Whether anything in a message, however it stands there, may be taken for a click or a key. */
    private static boolean acts(String body) {
        try {
            return acts(JSON.readTree(body));
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static boolean acts(JsonNode node) {
        return node.isObject() && ACTS.contains(node.path("event").asString(""))
                || StreamSupport.stream(node.spliterator(), false).anyMatch(FuzzedMessagesTest::acts);
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

        String anyValue() {
            return VALUES.get(random.nextInt(VALUES.size()));
        }

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
                return message + anyValue();
            }
            int chosen = starts.get(random.nextInt(starts.size()));
            matcher = VALUE.matcher(message);
            return matcher.find(chosen)
                    ? message.substring(0, matcher.start()) + anyValue() + message.substring(matcher.end())
                    : message;
        }

        private String json(int depth) {
            return switch (random.nextInt(depth > 6 ? 2 : 4)) {
                case 0 -> anyValue();
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
}
