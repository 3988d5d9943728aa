package id.balairung.bench;

import id.balairung.testing.PushSocket;
import id.balairung.testing.Told;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A screen with the live board that may be told to leave for the sign-in page, and knows when it was. */
class LeavingScreen {

    /** How a page hears. */
    enum Channel {
        WEBSOCKET("websocket"),
        LONG_POLLING("long polling");

        private final String title;

        Channel(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final long PATIENCE_SECONDS = 30;
    private static final int OK = 200;
    private static final int SIGNED_IN = 204;

    /** Page.setLocation's call, not a word on the screen. */
    private static final Pattern LEAVE = Pattern.compile("\"masuk(\\?berakhir=[a-z]+)?\"");

    private static final Pattern PERSON_MENU =
            Pattern.compile("\\{\"node\":(\\d+),\"type\":\"splice\",\"feat\":11,[^}]*\"bl-avatar-button\"");

    private static final Pattern SIGN_OUT =
            Pattern.compile("\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"symbol\",\"feat\":1,\"value\":\"sign-out\"");

    private static final String WITH_CHILD =
            "\\{\"node\":(\\d+),\"type\":\"splice\",\"feat\":2,\"index\":0,\"addNodes\":\\[%s\\b";

    private final Wire wire;
    private final Wire.Screen screen;
    private final String shown;
    private final CompletableFuture<Long> told = new CompletableFuture<>();
    private @Nullable PushSocket socket;
    private volatile boolean left;

    /**
     * Opens it.
     *
     * @param wire the session it is of
     * @param client speaks for the socket
     */
    LeavingScreen(Channel channel, Wire wire, HttpClient client) {
        this.wire = wire;
        this.screen = wire.screen();
        if (channel == Channel.WEBSOCKET) {
            this.socket = screen.listen(client, this::hear);
        } else {
            Thread.startVirtualThread(this::poll);
        }
        this.shown = screen.go("antrean");
        screen.confirm(shown);
    }

    private void poll() {
        UUID page = UUID.randomUUID();
        HttpResponse<String> answer = screen.poll(page);
        while (!left && answer.statusCode() == OK && !hear(answer.body())) {
            answer = screen.poll(page);
        }
    }

    private boolean hear(String message) {
        long now = System.nanoTime();
        if (LEAVE.matcher(message).find()) {
            told.complete(now);
        }
        return told.isDone();
    }

    /** The session that it is a tab of. */
    Wire wire() {
        return wire;
    }

    /** When it was told to leave, as {@link System#nanoTime()} counts; empty when it hadn't been after half a minute. */
    Optional<Long> leftAt() {
        try {
            return Optional.of(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (Exception never) {
            return Optional.empty();
        }
    }

    /** Whether it was told so far. */
    boolean isTold() {
        return told.isDone();
    }

    /** Signs out as a person does: opens the menu and clicks its last entry. */
    void signOut() {
        Matcher opener = PERSON_MENU.matcher(shown);
        if (!opener.find()) {
            throw new IllegalStateException("No menu in " + shown);
        }
        String menu = screen.say(clickOn(Told.by(shown), number(opener)));
        Matcher icon = SIGN_OUT.matcher(menu);
        Matcher entry = Pattern.compile(WITH_CHILD.formatted(icon.find() ? icon.group(1) : ""))
                .matcher(menu);
        entry.find();
        screen.say(clickOn(Told.by(menu), number(entry)));
        if (wire.get("/sesi").statusCode() == SIGNED_IN) {
            throw new IllegalStateException("Nobody signed out by " + menu);
        }
    }

    private static int number(Matcher found) {
        return Integer.parseInt(found.group(1));
    }

    private static String clickOn(Told told, int node) {
        return told.listened().stream()
                .filter(listened -> listened.node() == node && listened.event().equals("click"))
                .findAny()
                .orElseThrow()
                .saying(expression -> expression.endsWith("Key") ? "false" : "1");
    }

    /** Is gone. */
    void breakOff() {
        left = true;
        if (socket != null) {
            socket.breakOff();
        }
    }
}
