package id.balairung.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session's cookies, and HTTP and the language of Vaadin's pages: spoken as a browser does, or as an attacker would, with any
 * cookie, at any time, in any order.
 */
public final class Wire {

    private static final String SESSION = "JSESSIONID";
    private static final Pattern SYNC_ID = Pattern.compile("\"syncId\":(\\d+)");

    private static final Pattern KEY = Pattern.compile(
            "\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"data-key\",\"feat\":3,\"value\":\"([^\"]+)\"\\}");
    private static final Pattern GRID_UPDATE =
            Pattern.compile("\\[\\{\"@v-node\":(\\d+)\\},(\\d+),\"return \\$0\\.\\$connector\\.confirm\\(\\$1\\)\"\\]");

    /** The page is asked whether it has an answer; see the shell's preparation of pages. */
    private static final Pattern ASKED = Pattern.compile(
            "\\{\"@v-return\":\\[(\\d+),(\\d+)\\]\\},\\{\"@v-return\":\\[\\d+,\\d+\\]\\},\"[^\"]*return true");

    /** The page is asked to say when it was painted; see AfterPaint. */
    private static final Pattern PAINTED = Pattern.compile("\\[\"bl-painted\",\\{\"@v-node\":(\\d+)\\}");

    private final HttpClient client;
    private final int port;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile @Nullable String userAgent;
    private @Nullable String address;
    private String host = "localhost";

    /** With an empty cookie jar. */
    public Wire(int port) {
        this(HttpClient.newHttpClient(), port);
    }

    /**
     * With an empty cookie jar.
     *
     * @param client carries the requests and sockets of many sessions; it must keep no cookies
     * @param port the application's
     */
    public Wire(HttpClient client, int port) {
        this.client = client;
        this.port = port;
    }

    /** Another one with the same session's cookie; what the one gets later the other doesn't. */
    public Wire withSameCookie() {
        Wire twin = new Wire(client, port);
        twin.cookies.put(SESSION, session());
        return twin;
    }

    /** From now on it says that it is such a browser. */
    public Wire saying(String browser) {
        userAgent = browser;
        return this;
    }

    /** The session's id. */
    public String session() {
        String id = cookies.get(SESSION);
        if (id == null) {
            throw new IllegalStateException("No session yet");
        }
        return id;
    }

    /** Signs in by the form. */
    public HttpResponse<String> signIn(String username, String password) {
        return form("/masuk", "username=" + encode(username) + "&password=" + encode(password));
    }

    /** Does a step of signing in by its form, with the step's name and further fields as names and values in turn. */
    public HttpResponse<String> step(String step, String... fields) {
        StringBuilder form = new StringBuilder("step=" + step);
        for (int index = 0; index < fields.length; index += 2) {
            form.append('&').append(fields[index]).append('=').append(encode(fields[index + 1]));
        }
        return form("/masuk/langkah", form.toString());
    }

    /** From now on as if it came from that network address, through a proxy. */
    public Wire from(String address) {
        this.address = address;
        return this;
    }

    /** From now on by another of this machine's addresses. */
    public Wire by(String host) {
        this.host = host;
        return this;
    }

    /** Signs out, which ends the session and all its screens. */
    public HttpResponse<String> signOut() {
        return form("/logout", "");
    }

    private HttpResponse<String> form(String path, String fields) {
        return form(path, fields, token(path.equals("/logout") ? "/masuk" : path));
    }

    /** Posts a form that has a page's token already. */
    public HttpResponse<String> form(String path, String fields, String token) {
        return post(path, "application/x-www-form-urlencoded", fields + "&_csrf=" + encode(token));
    }

    /** Opens a page and tells the token that its forms carry. */
    public String token(String path) {
        return found("name=\"_csrf\" content=\"([^\"]+)\"", get(path).body());
    }

    /** Gets what is at an address. */
    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Posts a body. */
    public HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Sends a request with the session's cookies and keeps those of the answer. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        if (address != null) {
            request.setHeader("X-Forwarded-For", address);
        }
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookieHeader());
        }
        if (userAgent != null) {
            request.setHeader("User-Agent", userAgent);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request to an address of the application. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path));
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Opens a screen as the page's script does; {@link Screen#go} brings it to a route. */
    public Screen screen() {
        return new Screen(get("/?v-r=init&location=&query=").body());
    }

    private PushSocket open(
            String screen, String secret, int seen, String origin, HttpClient by, Consumer<String> listener)
            throws ExecutionException {
        URI address = URI.create("ws://" + host + ":" + port + "/VAADIN/push?v-r=push&v-uiId=" + screen + "&v-pushId="
                + encode(secret) + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.4-javascript"
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8&X-Vaadin-LastSeenServerSyncId=" + seen);
        return PushSocket.open(by, address, Map.of("Origin", origin, "Cookie", cookieHeader()), listener);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A screen on the server, without a page in front of it. */
    public final class Screen {

        private final String id;
        private final String key;
        private final String pushId;
        private final AtomicInteger seen = new AtomicInteger();
        private final Map<String, String> elements = new ConcurrentHashMap<>();
        private int said;

        private Screen(String answer) {
            this.id = found("\"v-uiId\":(\\d+)", answer);
            this.key = found("\"Vaadin-Security-Key\":\"([^\"]+)\"", answer);
            this.pushId = found("\"Vaadin-Push-ID\":\"([^\"]+)\"", answer);
            see(answer);
        }

        /** Goes to a route and tells the answer; a page of which the rest comes later is asked for that as well. */
        public String go(String route) {
            return go(route, "");
        }

        /** The same with a query, without its question mark. */
        public String go(String route, String query) {
            String answer = say(navigation(route, query));
            Matcher keys = KEY.matcher(answer);
            while (keys.find()) {
                elements.put(keys.group(2), keys.group(1));
            }
            return answer + painted(answer);
        }

        private String painted(String answer) {
            Matcher asked = PAINTED.matcher(answer);
            return asked.find()
                    ? say("[{\"type\":\"event\",\"node\":" + asked.group(1) + ",\"event\":\"bl-painted\",\"data\":{}}]")
                    : "";
        }

        /** Presses a key of the view that was gone to, which clicks what carries it, and tells the answer. */
        public String press(String shortcut) {
            return say(click(shortcut));
        }

        /** The call that a click on what carries a key is. */
        public String click(String shortcut) {
            return "[{\"type\":\"event\",\"node\":" + elements.get(shortcut) + ",\"event\":\"click\",\"data\":{"
                    + "\"event.shiftKey\":false,\"event.metaKey\":false,\"event.ctrlKey\":false,\"event.altKey\":false,"
                    + "\"event.detail\":1,\"event.button\":0,\"event.clientX\":9,\"event.clientY\":9,"
                    + "\"event.screenX\":9,\"event.screenY\":9}}]";
        }

        /**
         * Does what the page does after an answer or a message: its grids tell which update they have drawn, and without
         * that the server keeps the rows of all of them; and it says that it has the answer, when it is asked.
         *
         * @return the answer; empty when there was nothing to tell
         */
        public Optional<String> confirm(String message) {
            Matcher update = GRID_UPDATE.matcher(message);
            List<String> calls = new ArrayList<>();
            while (update.find()) {
                calls.add("{\"type\":\"publishedEventHandler\",\"node\":" + update.group(1)
                        + ",\"templateEventMethodName\":\"confirmUpdate\",\"templateEventMethodArgs\":["
                        + update.group(2) + "],\"promise\":-1}");
            }
            Matcher asked = ASKED.matcher(message);
            while (asked.find()) {
                calls.add("{\"type\":\"channel\",\"node\":" + asked.group(1) + ",\"channel\":" + asked.group(2)
                        + ",\"args\":[true]}");
            }
            return calls.isEmpty() ? Optional.empty() : Optional.of(say(calls.toString()));
        }

        /** Asks for the whole state anew, as a page does that missed a message. */
        public synchronized String resynchronize() {
            return uidl(",\"resynchronize\":true", "[]");
        }

        /** Sends calls as they stand and tells the answer; one at a time, as the page does. */
        public synchronized String say(String calls) {
            return uidl("", calls);
        }

        /** Sends calls as they stand and tells the whole answer. */
        public synchronized HttpResponse<String> answer(String calls) {
            return answer("", calls);
        }

        private String uidl(String extra, String calls) {
            return answer(extra, calls).body();
        }

        private HttpResponse<String> answer(String extra, String calls) {
            HttpResponse<String> answer =
                    post("/?v-r=uidl&v-uiId=" + id, "application/json; charset=UTF-8", message(extra, calls));
            see(answer.body());
            return answer;
        }

        /** Sends a body as it stands to where this screen's messages go. */
        public HttpResponse<String> throwAt(String body) {
            return post("/?v-r=uidl&v-uiId=" + id, "application/json; charset=UTF-8", body);
        }

        /** The next message with these calls, as the page would send it; it counts as sent. */
        public synchronized String next(String calls) {
            return message("", calls);
        }

        /** Which one of its session's screens it is. */
        public int id() {
            return Integer.parseInt(id);
        }

        /** The secret that its messages carry. */
        public String key() {
            return key;
        }

        /** The secret of its socket. */
        public String pushId() {
            return pushId;
        }

        /** Lets the server know that the page is still there. */
        public int heartbeat() {
            return post("/?v-r=heartbeat&v-uiId=" + id, "text/plain", "").statusCode();
        }

        /** Says that the page is being left, as a closed tab does. */
        public synchronized void leave() {
            post(
                    "/?v-r=uidl&v-uiId=" + id,
                    "text/plain; charset=UTF-8",
                    "{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"UNLOAD\":true}");
        }

        /** Opens the screen's socket. */
        public Socket socket() {
            try {
                return socket(ownOrigin());
            } catch (ExecutionException refused) {
                throw new IllegalStateException(refused);
            }
        }

        /**
         * Opens the screen's socket from a page of another site.
         *
         * @throws ExecutionException when it is refused
         */
        public Socket socket(String origin) throws ExecutionException {
            StringBuffer heard = new StringBuffer();
            return new Socket(this, heard, listen(client, origin, heard::append));
        }

        /**
         * Opens the screen's socket, or opens it again.
         *
         * @param by speaks for it
         * @param listener gets each message, one after the other
         */
        public PushSocket listen(HttpClient by, Consumer<String> listener) {
            try {
                return listen(by, ownOrigin(), listener);
            } catch (ExecutionException refused) {
                throw new IllegalStateException(refused);
            }
        }

        /**
         * Asks for the next message by long polling, as a page does whose network lets no socket through, and waits for it.
         *
         * @param poller names the page; the same for all its polls
         */
        public HttpResponse<String> poll(UUID poller) {
            return get("/VAADIN/push?v-r=push&v-uiId=" + id + "&v-pushId=" + encode(pushId)
                    + "&X-Atmosphere-tracking-id=" + poller + "&X-Atmosphere-Framework=3.1.4-javascript"
                    + "&X-Atmosphere-Transport=long-polling&X-Atmosphere-TrackMessageSize=true"
                    + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8&X-Vaadin-LastSeenServerSyncId=" + seen);
        }

        /**
         * Opens a socket to this screen with another secret than its own, or by another session.
         *
         * @param secret the push id to claim
         * @param as whose cookies to bring
         * @throws ExecutionException when it is refused
         */
        public PushSocket intrude(String secret, Wire as, Consumer<String> listener) throws ExecutionException {
            return as.open(id, secret, seen.get(), ownOrigin(), client, listener);
        }

        private PushSocket listen(HttpClient by, String origin, Consumer<String> listener) throws ExecutionException {
            return open(id, pushId, seen.get(), origin, by, message -> {
                see(message);
                listener.accept(message);
            });
        }

        private String ownOrigin() {
            return "http://" + host + ":" + port;
        }

        private void see(String message) {
            Matcher sync = SYNC_ID.matcher(message);
            if (sync.find()) {
                seen.accumulateAndGet(Integer.parseInt(sync.group(1)), Math::max);
            }
        }

        private String navigation(String route) {
            return navigation(route, "");
        }

        private String navigation(String route, String query) {
            String escaped = route.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            return "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + escaped
                    + "\",\"query\":\"" + query
                    + "\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]";
        }

        private String message(String extra, String calls) {
            return "{\"csrfToken\":\"" + key + "\",\"rpc\":" + calls + extra + ",\"syncId\":" + seen + ",\"clientId\":"
                    + said++ + "}";
        }
    }

    /** A screen's socket that remembers what it heard. */
    public static final class Socket {

        private final Screen screen;
        private final StringBuffer heard;
        private final PushSocket channel;

        private Socket(Screen screen, StringBuffer heard, PushSocket channel) {
            this.screen = screen;
            this.heard = heard;
            this.channel = channel;
        }

        /** Goes to a route over the socket. */
        public void go(String route) {
            channel.send(screen.message("", screen.navigation(route)));
        }

        /** Goes to a route over the socket, in pieces of that many characters. */
        public void goInPieces(String route, int length) {
            String message = screen.message("", screen.navigation(route));
            String framed = message.length() + "|" + message;
            for (int from = 0; from < framed.length(); from += length) {
                say(framed.substring(from, Math.min(framed.length(), from + length)));
            }
        }

        /** Sends characters as they stand. */
        public void say(String characters) {
            channel.sendRaw(characters);
        }

        /** All that came so far. */
        public String heard() {
            return heard.toString();
        }

        /** Whether it is closed. */
        public boolean isClosed() {
            return channel.isClosed();
        }
    }
}
