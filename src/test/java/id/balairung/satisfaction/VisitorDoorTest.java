package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.queue.IssuedTicket;
import id.balairung.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever sends slowly, too much or what can't be read keeps nobody else from the server, and fills no log. */
@ExtendWith(OutputCaptureExtension.class)
class VisitorDoorTest extends AtACounter {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PAD = "/papan-nilai";
    private static final int SENDING = 140;
    private static final int SENDING_OF_A_NETWORK = 64;
    private static final int IN_HAND_OF_A_NETWORK = 300;
    private static final int OF_GUESSERS = 10;
    private static final int AT_ONCE = 4;

    @Autowired
    RatingPads pads;

    @Autowired
    TransactionTemplate transaction;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() {
        slow.forEach(VisitorDoorTest::close);
        slow.clear();
        await().until(() -> phone("192.0.2.99").get("/nilai/bukan").statusCode() == 404);
    }

    @Test
    void whoSendsSlowlyFromManyNetworksHoldsNotTheCountersThreads() {
        for (int network = 1; network <= 4; network++) {
            sendSlowly("192.0.2." + network, 60);
        }
        await().until(() -> answered() == slow.size() - SENDING);
        HttpResponse<String> signIn = new Wire(port).get("/masuk");
        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(page(phone("192.0.2.5").post("/nilai/bukan", FORM, "score=3"), 503)
                        .text())
                .contains("Sebentar, sedang ramai");
        assertThat(page(phone("192.0.2.5").get("/nilai/bukan"), 404).text()).contains("tidak");
    }

    @Test
    void aNetworkHasItsShareAndOthersGetIn() {
        IssuedTicket slip = finished(0);
        sendSlowly("192.0.2.11", SENDING_OF_A_NETWORK + 6);
        await().until(() -> answered() == 6);
        assertThat(page(phone("192.0.2.11").post(link(slip), FORM, "score=3"), 503)
                        .text())
                .contains("Sebentar, sedang ramai");
        assertThat(phone("192.0.2.12").post(link(slip), FORM, "score=3").statusCode())
                .isEqualTo(303);
        assertThat(page(phone("192.0.2.11").get(link(slip)), 200).select("form"))
                .hasSize(1);
    }

    @Test
    void hundredsWaitWhileTheDatabaseStandsStillAndOfANetworkOnlyItsShare() throws Exception {
        List<IssuedTicket> slips = IntStream.rangeClosed(0, AT_ONCE)
                .mapToObj(person -> finished(0))
                .toList();
        String open =
                "GET " + link(slips.getLast()) + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.13\r\n\r\n";
        Wire tablet = pairedPad("192.0.2.13");
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            standingStill(slips, () -> {
                for (IssuedTicket slip : slips.subList(0, AT_ONCE)) {
                    answers.add(people.submit(() -> phone("192.0.2.14")
                            .post(link(slip), FORM, "score=3")
                            .statusCode()));
                }
                await().until(() -> waitingForTheDatabase() == AT_ONCE);
                for (int person = 0; person < IN_HAND_OF_A_NETWORK + 6; person++) {
                    slow.add(begin(open));
                }
                await().until(() -> answered() == 6);
                assertThat(tablet.get(PAD).statusCode()).isEqualTo(200);
            });
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(303);
        }
        await().until(() -> answered() == IN_HAND_OF_A_NETWORK + 6);
        Map<String, Long> said = new TreeMap<>();
        for (Socket socket : slow) {
            said.merge(said(socket), 1L, Long::sum);
        }
        assertThat(said).isEqualTo(Map.of("HTTP/1.1 200", (long) IN_HAND_OF_A_NETWORK, "HTTP/1.1 503", 6L));
        slips.subList(0, AT_ONCE).forEach(slip -> assertThat(ratingsOf(slip)).containsExactly("3|LINK|"));
    }

    @Test
    void whoseRatingTheDatabaseCannotKeepIsAskedToComeAgain() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("192.0.2.15");
        standingStill(
                List.of(slip),
                () -> assertThat(page(wire.post(link(slip), FORM, "score=3"), 503)
                                .text())
                        .contains("Sebentar, sedang ramai"));
        assertThat(wire.post(link(slip), FORM, "score=3").statusCode()).isEqualTo(303);
        assertThat(ratingsOf(slip)).containsExactly("3|LINK|");
    }

    @Test
    void aPairedPadIsHeardWhereGuessersHaveUsedUpTheirShare() {
        Wire tablet = pairedPad("192.0.2.21");
        Wire guesser = phone("192.0.2.21");
        while (guesser.get("/nilai/bukan").statusCode() == 404) {
            assertThat(tablet.get(PAD).statusCode()).isEqualTo(200);
        }
        sendSlowly("192.0.2.21", OF_GUESSERS + 2);
        await().until(() -> answered() == 2);
        IssuedTicket slip = finished(0);
        assertThat(guesser.post(link(slip), FORM, "score=3").statusCode()).isEqualTo(503);
        assertThat(guesser.get(link(slip)).statusCode()).isEqualTo(200);
        assertThat(tablet.get(PAD).statusCode()).isEqualTo(200);
    }

    @Test
    void whereMissesAreUsedUpManySlipsAreStillHeardAtOnce() throws Exception {
        Wire guesser = phone("192.0.2.31");
        IssuedTicket slip = finished(0);
        while (guesser.get("/nilai/bukan").statusCode() == 404) {
            assertThat(guesser.get(link(slip)).statusCode()).isEqualTo(200);
        }
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int person = 0; person < 80; person++) {
                answers.add(people.submit(() -> guesser.get(link(slip)).statusCode()));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 16385,application/x-www-form-urlencoded,413",
        "Content-Length: 2000000000,application/x-www-form-urlencoded,413",
        "Transfer-Encoding: chunked,application/x-www-form-urlencoded,411",
        "Content-Length: 2000,multipart/form-data; boundary=x,415",
        "Content-Length: 2000,text/plain,415",
        "Content-Length: 2000,application/x-www-form-urlencodedx,415",
    })
    void whatIsTooMuchOrNoFormIsTurnedAwayUnread(String length, String type, int status, CapturedOutput log) {
        for (String address : List.of("/nilai/bukan", "/nilai/bukan/survei", PAD, PAD + "/bukan")) {
            assertThat(raw("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + length
                            + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status)
                    .contains("Kiriman ini tidak dapat dibaca", "Connection: close")
                    .doesNotContain("Tomcat", "Exception");
        }
        assertThat(log.getAll()).isEmpty();
    }

    @Test
    void whoSendsALetterNowAndThenIsNotWaitedForLong() {
        sendSlowly("192.0.2.43", 1);
        Socket socket = slow.getFirst();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            socket.getOutputStream().write('x');
            return answered() == 1;
        });
        assertThat(said(socket)).isEqualTo("HTTP/1.1 400");
    }

    @Test
    void whatCannotBeReadGetsAKindPageAndLeavesNoLine(CapturedOutput log) {
        IssuedTicket slip = finished(0);
        Map<String, Long> before = tables.sums();
        Wire wire = phone("192.0.2.41");
        String many = String.join("&", Collections.nCopies(1_500, "a=b"));
        for (HttpResponse<String> answer : List.of(
                wire.post(link(slip), FORM, many),
                wire.post(link(slip), FORM, "score=%zz"),
                wire.post(link(slip) + "/survei", FORM, "TIME=%zz"),
                wire.post(PAD, FORM, "code=%zz"))) {
            assertThat(page(answer, 400).select("main h1").text()).isEqualTo("Kiriman ini tidak dapat dibaca");
        }
        assertThat(raw("GET " + link(slip) + "?lang=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Kiriman ini tidak dapat dibaca");
        assertThat(tables.sums()).isEqualTo(before);
        assertThat(log.getAll()).isEmpty();
    }

    @Test
    void aSecondRatingOfATicketLeavesNoLine(CapturedOutput log) {
        IssuedTicket slip = finished(0);
        Wire wire = phone("192.0.2.42");
        assertThat(wire.post(link(slip), FORM, "score=3").statusCode()).isEqualTo(303);
        assertThat(wire.post(link(slip), FORM, "score=4").statusCode()).isEqualTo(303);
        assertThat(ratingsOf(slip)).containsExactly("3|LINK|");
        assertThat(log.getAll()).isEmpty();
    }

    private Wire pairedPad(String address) {
        Wire tablet = phone(address);
        String code = hall.as(agency.admin(), () -> pads.code(agency.counters().getLast()))
                .digits();
        assertThat(tablet.post(PAD, FORM, "code=" + code).statusCode()).isEqualTo(303);
        assertThat(tablet.get(PAD).statusCode()).isEqualTo(200);
        return tablet;
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /** Nothing can be written of these tickets' turns meanwhile. */
    private void standingStill(List<IssuedTicket> slips, Meanwhile meanwhile) {
        transaction.executeWithoutResult(status -> {
            slips.forEach(slip -> jdbc.sql(
                            "select turn from history_turn where agency_id = ? and ticket_id = ? for update")
                    .params(agency.id().toString(), slip.ticket().id().value().toString())
                    .query(Integer.class)
                    .list());
            try {
                meanwhile.happens();
            } catch (Exception fault) {
                throw new IllegalStateException(fault);
            }
        });
    }

    private long waitingForTheDatabase() {
        return jdbc.sql("select count(*) from information_schema.processlist where info like 'update history_turn%'")
                .query(Long.class)
                .single();
    }

    /** Announces a thousand characters, sends seventeen, and waits. */
    private void sendSlowly(String address, int sockets) {
        for (int number = 0; number < sockets; number++) {
            slow.add(begin("POST /nilai/bukan HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                    + "\r\nContent-Type: " + FORM + "\r\nContent-Length: 1000\r\n\r\nscore=3&comment=x"));
        }
    }

    /** Of how many slow ones the server has said something to. */
    private long answered() throws IOException {
        long answered = 0;
        for (Socket socket : slow) {
            if (socket.getInputStream().available() > 0) {
                answered++;
            }
        }
        return answered;
    }

    private static String said(Socket socket) {
        try {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String raw(String request) {
        try (Socket socket = begin(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket begin(String request) {
        try {
            Socket socket = new Socket("localhost", port);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document page(HttpResponse<String> answer, int status) {
        return RatingPagesTest.page(answer, status);
    }
}
