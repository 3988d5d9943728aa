package id.balairung.bench;

import id.balairung.testing.PushSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The sockets of {@link RawBroadcast}, heard by the same client code as the application's screens. */
class RawHall implements AutoCloseable {

    private final Child server = new Child(RawBroadcast.class, List.of("-Xmx512m"));
    private final HttpClient client;
    private final String address = "localhost:" + server.greeting();
    private final List<PushSocket> sockets = new ArrayList<>();
    private final AtomicReference<@Nullable Arrival> awaited = new AtomicReference<>();
    private int called;

    RawHall(HttpClient client) {
        this.client = client;
    }

    /** Opens sockets until there are that many. */
    void openTo(int count) throws ExecutionException {
        while (sockets.size() < count) {
            sockets.add(PushSocket.open(client, URI.create("ws://" + address + "/screen"), Map.of(), this::hear));
        }
    }

    /** How many characters a message has. */
    void size(int characters) {
        server.ask(String.valueOf(characters));
    }

    /** Posts a change and says how many milliseconds the last socket needed. */
    double call() throws InterruptedException, IOException {
        CalledNumber number = new CalledNumber("R", ++called);
        Arrival arrival = new Arrival(number, sockets.size());
        awaited.set(arrival);
        long click = System.nanoTime();
        client.send(
                HttpRequest.newBuilder(URI.create("http://" + address + "/post"))
                        .POST(BodyPublishers.ofString(number.toString()))
                        .build(),
                BodyHandlers.discarding());
        return arrival.millisSince(click);
    }

    private void hear(String message) {
        long now = System.nanoTime();
        Arrival arrival = awaited.get();
        if (arrival != null && message.contains(arrival.called().toString())) {
            arrival.at(now);
        }
    }

    @Override
    public void close() {
        sockets.forEach(PushSocket::breakOff);
        server.close();
    }
}
