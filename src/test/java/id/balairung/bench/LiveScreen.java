package id.balairung.bench;

import id.balairung.testing.PushSocket;
import id.balairung.testing.Wire;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One open screen of the benchmark: a tab of a signed-in session with its push channel. */
class LiveScreen {

    /** What can be on a screen, and how one sees that a call has arrived there. */
    enum Kind {
        /** Shows another counter's call by who is next now. */
        CONSOLE("loket") {
            @Override
            String shown(CalledNumber called) {
                return "\"key\":\"text\",\"feat\":7,\"value\":\"" + called.next() + "\"";
            }
        },
        /** Shows the called number itself. */
        BOARD("antrean") {
            @Override
            String shown(CalledNumber called) {
                return called.toString();
            }
        },
        /** The head's; no number stands on it. */
        DASHBOARD("dasbor") {
            @Override
            String shown(CalledNumber called) {
                return called.toString();
            }
        };

        private final String route;

        Kind(String route) {
            this.route = route;
        }

        /** What a message contains that shows the call. */
        abstract String shown(CalledNumber called);
    }

    private final Kind kind;
    private final Wire wire;
    private final Wire.Screen screen;
    private final AtomicReference<@Nullable Arrival> awaited = new AtomicReference<>();
    private volatile PushSocket socket;
    private volatile long heardAt = System.nanoTime();
    private volatile int size;

    LiveScreen(Kind kind, Wire wire, HttpClient by) {
        this.kind = kind;
        this.wire = wire;
        this.screen = wire.screen();
        this.socket = screen.listen(by, this::hear);
        String answer = screen.go(kind.route);
        screen.confirm(answer);
    }

    /** Whether the application has this kind of screen: an unknown address shows nothing of a queue. */
    static boolean exists(Kind kind, Wire wire, CalledNumber waiting) {
        Wire.Screen screen = wire.screen();
        boolean exists = screen.go(kind.route).contains(waiting.toString());
        screen.leave();
        return exists;
    }

    /** The session that it is a tab of. */
    Wire wire() {
        return wire;
    }

    /** Says from now on when the call is shown. */
    void await(Arrival arrival) {
        awaited.set(arrival);
    }

    /** Presses a key and tells the answer, having done with it what the page does. */
    String press(String key) {
        String answer = screen.press(key);
        Thread.startVirtualThread(() -> screen.confirm(answer));
        return answer;
    }

    /** Is gone without a word, as when its browser crashes. */
    void breakOff() {
        socket.breakOff();
    }

    /** Comes back after its connection was lost. */
    void comeBack(HttpClient by) {
        socket = screen.listen(by, this::hear);
    }

    /** Reads nothing more. */
    void stall() {
        socket.pause();
    }

    /** Reads on. */
    void readOn() {
        socket.resume();
    }

    /** Whether a call that was awaited here has come. */
    boolean hasShown(Arrival arrival) {
        return awaited.get() != arrival;
    }

    /** Whether the whole state, asked for anew, shows the call. */
    boolean showsWhenAsked(CalledNumber called) {
        return screen.resynchronize().contains(kind.shown(called));
    }

    /** When the last message came, as {@link System#nanoTime()} counts. */
    long heardAt() {
        return heardAt;
    }

    /** How many characters the last message that showed a call had. */
    int size() {
        return size;
    }

    /** Closes the tab. */
    void leave() {
        screen.leave();
        socket.breakOff();
    }

    private void hear(String message) {
        long now = System.nanoTime();
        heardAt = now;
        Arrival arrival = awaited.get();
        if (arrival != null && message.contains(kind.shown(arrival.called())) && awaited.compareAndSet(arrival, null)) {
            size = message.length();
            arrival.at(now);
        }
        if (message.contains("$connector.confirm")) {
            Thread.startVirtualThread(() -> screen.confirm(message));
        }
    }
}
