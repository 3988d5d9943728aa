package id.balairung.bench;

import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Stream;

/**
 * Screens in trouble beside healthy ones: some are gone without a word, some read nothing although their connection stands,
 * one lost its connection and comes back. The others must not notice, and who comes back must see the newest.
 */
class LiveFaults {

    private static final int HEALTHY = 39;
    private static final int DEAD = 5;
    private static final int SLOW = 5;
    private static final int PATIENCE_SECONDS = 10;

    /** So small that what isn't read soon stands at the server; the client reads the property as it connects. */
    private static final String SMALL_BUFFER = "4096";

    private static final String BUFFER_PROPERTY = "jdk.httpclient.receiveBufferSize";

    private final LiveHall hall;
    private final HttpClient client;
    private final int calls;

    LiveFaults(LiveHall hall, HttpClient client, int calls) {
        this.hall = hall;
        this.client = client;
        this.calls = calls;
    }

    void measure(BenchReport report) throws Exception {
        HttpClient narrow =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            hall.openTo(HEALTHY);
            List<LiveScreen> healthy = List.copyOf(hall.screens());
            List<LiveScreen> dead = open(DEAD, client);
            LiveScreen away = open(1, client).getFirst();
            System.setProperty(BUFFER_PROPERTY, SMALL_BUFFER);
            List<LiveScreen> slow = open(SLOW, narrow);
            System.clearProperty(BUFFER_PROPERTY);
            hall.settle();
            measure(healthy, dead, away, slow, report);
        } finally {
            System.clearProperty(BUFFER_PROPERTY);
            hall.closeScreens();
            narrow.shutdownNow();
        }
    }

    private void measure(
            List<LiveScreen> healthy, List<LiveScreen> dead, LiveScreen away, List<LiveScreen> slow, BenchReport report)
            throws Exception {
        Spread before = Spread.of(calls, () -> hall.call(healthy));
        dead.forEach(LiveScreen::breakOff);
        away.breakOff();
        slow.forEach(LiveScreen::stall);
        Spread meanwhile = Spread.of(calls, () -> hall.call(healthy));
        System.out.println("Healthy screens while all are well: " + before + "; beside those in trouble: " + meanwhile);

        Arrival newest = new Arrival(hall.lastCalled(), SLOW + 1);
        Stream.concat(slow.stream(), Stream.of(away)).forEach(screen -> screen.await(newest));
        slow.forEach(LiveScreen::readOn);
        away.comeBack(client);
        int behind = newest.missingAfter(PATIENCE_SECONDS);
        long asked = Stream.concat(slow.stream(), Stream.of(away))
                .filter(screen -> !screen.hasShown(newest))
                .filter(screen -> screen.showsWhenAsked(hall.lastCalled()))
                .count();
        System.out.printf("Of %d that came back %d had to ask for the whole state%n", SLOW + 1, behind);

        report.add("healthy p99, all well", "ms", List.of(before.at(99)));
        report.add("healthy p99, 11 of 50 in trouble", "ms", List.of(meanwhile.at(99)));
        report.add("p50 beside trouble", "in trouble / well", List.of(meanwhile.at(50) / before.at(50)), "<= 1.25");
        report.add("p99 beside trouble", "in trouble / well", List.of(meanwhile.at(99) / before.at(99)), "<= 1.5");
        report.add("came back, had to ask anew", "screens", List.of((double) behind));
        report.add("came back without the newest", "screens", List.of((double) behind - asked), "<= 0");
    }

    private List<LiveScreen> open(int count, HttpClient by) {
        return Stream.generate(() -> hall.openOne(by)).limit(count).toList();
    }
}
