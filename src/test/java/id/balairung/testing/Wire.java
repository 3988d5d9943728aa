package id.balairung.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP and the language of Vaadin's pages as an attacker would: with any cookie, at any time, in any order. */
public final class Wire {

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** With an empty cookie jar. */
    public Wire(int port) {
        this.port = port;
    }

    /** Another one with the same session's cookie; what the one gets later the other doesn't. */
    public Wire withSameCookie() {
        Wire twin = new Wire(port);
        HttpCookie cookie = new HttpCookie("JSESSIONID", session());
        cookie.setPath("/");
        cookie.setVersion(0);
        twin.cookies.getCookieStore().add(URI.create("http://localhost:" + port), cookie);
        return twin;
    }

    /** The session's id. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findAny()
                .orElseThrow()
                .getValue();
    }

    /** Signs in by the form. */
    public HttpResponse<String> signIn(String username, String password) {
        String token =
                found("name=\"_csrf\" content=\"([^\"]+)\"", get("/masuk").body());
        return post(
                "/masuk",
                "application/x-www-form-urlencoded",
                "username=" + encode(username) + "&password=" + encode(password) + "&_csrf=" + encode(token));
    }

    /** Gets what is at an address. */
    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Posts a body. */
    public HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request to an address of the application. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** Opens a screen as the page's script does; {@link Screen#go} brings it to a route. */
    public Screen screen() {
        String answer = get("/?v-r=init&location=&query=").body();
        return new Screen(
                found("\"v-uiId\":(\\d+)", answer),
                found("\"Vaadin-Security-Key\":\"([^\"]+)\"", answer),
                found("\"Vaadin-Push-ID\":\"([^\"]+)\"", answer));
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
        private int said;

        private Screen(String id, String key, String pushId) {
            this.id = id;
            this.key = key;
            this.pushId = pushId;
        }

        /** Goes to a route and tells the answer. */
        public String go(String route) {
            return say(navigation(route));
        }

        /** Sends calls as they stand and tells the answer. */
        public String say(String calls) {
            return post("/?v-r=uidl&v-uiId=" + id, "application/json; charset=UTF-8", message(calls))
                    .body();
        }

        /** Lets the server know that the page is still there. */
        public int heartbeat() {
            return post("/?v-r=heartbeat&v-uiId=" + id, "text/plain", "").statusCode();
        }

        /** Opens the screen's socket. */
        public Socket socket() {
            try {
                return socket("http://localhost:" + port);
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
            Socket socket = new Socket(this);
            URI address = URI.create("ws://localhost:" + port + "/VAADIN/push?v-r=push&v-uiId=" + id + "&v-pushId="
                    + encode(pushId) + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.4-javascript"
                    + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                    + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8&X-Vaadin-LastSeenServerSyncId=0");
            try {
                socket.line = client.newWebSocketBuilder()
                        .header("Origin", origin)
                        .header("Cookie", "JSESSIONID=" + session())
                        .buildAsync(address, socket)
                        .get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return socket;
        }

        private String navigation(String route) {
            String escaped = route.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            return "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + escaped
                    + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]";
        }

        private String message(String calls) {
            int number = said++;
            return "{\"csrfToken\":\"" + key + "\",\"rpc\":" + calls + ",\"syncId\":" + number + ",\"clientId\":"
                    + number + "}";
        }
    }

    /** A screen's socket. */
    public static final class Socket implements WebSocket.Listener {

        private final Screen screen;
        private final StringBuffer heard = new StringBuffer();
        private volatile boolean closed;
        private @Nullable WebSocket line;

        private Socket(Screen screen) {
            this.screen = screen;
        }

        /** Goes to a route over the socket. */
        public void go(String route) {
            String message = screen.message(screen.navigation(route));
            line.sendText(message.length() + "|" + message, true).exceptionally(refused -> {
                closed = true;
                return line;
            });
        }

        /** All that came so far. */
        public String heard() {
            return heard.toString();
        }

        /** Whether the server closed it. */
        public boolean isClosed() {
            return closed;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.append(text);
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = true;
        }
    }
}
