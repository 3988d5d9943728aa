package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import id.balairung.queue.QueueDesk;
import id.balairung.testing.Hall;
import id.balairung.testing.PushSocket;
import id.balairung.testing.Told;
import id.balairung.testing.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Vaadin's known classes of hole, each tried with the bytes that an attacker would send. */
class WireAttacksTest extends OnTheWire {

    private static final List<String> PROPERTIES = List.of(
            "innerHTML",
            "outerHTML",
            "textContent",
            "disabled",
            "readonly",
            "hidden",
            "off",
            "words",
            "label",
            "i18n",
            "items",
            "src",
            "href",
            "action",
            "error",
            "__proto__",
            "constructor");

    @Autowired
    QueueDesk desk;

    private Hall.TestAgency agency;
    private Wire wire;
    private Wire.Screen console;
    private String shown;

    @BeforeEach
    void anOfficerWhoMayCall() {
        agency = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.issue(agency);
        wire = signedIn(agency.officer());
        console = wire.screen();
        shown = console.go("loket");
    }

    @Test
    void aHiddenPartIsNotToldAndHearsNothing() {
        List<Element> hidden = onTheServer(ui -> all(frame(ui))
                .filter(element -> !element.isTextNode() && !element.isVisible())
                .toList());
        assertThat(hidden).isNotEmpty();
        List<Integer> nodes = onTheServer(ui -> hidden.stream()
                .flatMap(WireAttacksTest::all)
                .filter(element -> !element.isTextNode())
                .map(element -> element.getNode().getId())
                .toList());
        List<String> words = onTheServer(ui -> {
            String visible = visibleText(frame(ui));
            return hidden.stream()
                    .map(Element::getTextRecursively)
                    .filter(text -> !text.isBlank() && !visible.contains(text))
                    .toList();
        });
        assertThat(words).isNotEmpty();
        assertThat(shown).doesNotContain(words);
        unchanged(() -> nodes.forEach(node -> console.say(event(node, "click", "\"event.detail\":1"))));
    }

    @Test
    void aDisabledButtonIsNotPressed() {
        List<Integer> disabled = onTheServer(ui -> all(frame(ui))
                .filter(element -> !element.isTextNode() && element.isVisible() && !element.isEnabled())
                .map(element -> element.getNode().getId())
                .toList());
        assertThat(disabled).hasSizeGreaterThan(3);
        unchanged(() -> disabled.forEach(node -> console.say(event(node, "click", "\"event.detail\":1"))));
    }

    @Test
    void aDisabledOrReadOnlyFieldKeepsItsValue() {
        Wire desk = signedIn(hall.frontDesk());
        Wire.Screen screen = desk.screen();
        screen.go("penerimaan");
        for (boolean disabled : List.of(true, false)) {
            int node = sessions.with(desk.session(), screen.id(), ui -> {
                        TextField field = field(ui);
                        field.setEnabled(!disabled);
                        field.setReadOnly(!disabled);
                        return field.getElement().getNode().getId();
                    })
                    .orElseThrow();
            screen.say("[{\"type\":\"mSync\",\"node\":" + node
                    + ",\"feature\":1,\"property\":\"value\",\"value\":\"dipalsukan\"},"
                    + "{\"type\":\"event\",\"node\":" + node + ",\"event\":\"change\",\"data\":{}}]");
            assertThat(sessions.with(
                            desk.session(), screen.id(), ui -> field(ui).getValue()))
                    .as(disabled ? "disabled" : "read only")
                    .contains("");
        }
        int node = sessions.with(desk.session(), screen.id(), ui -> {
                    field(ui).setReadOnly(false);
                    return field(ui).getElement().getNode().getId();
                })
                .orElseThrow();
        screen.say("[{\"type\":\"mSync\",\"node\":" + node
                + ",\"feature\":1,\"property\":\"value\",\"value\":\"diketik\"}]");
        assertThat(sessions.with(desk.session(), screen.id(), ui -> field(ui).getValue()))
                .as("what the others are refused is what a page sends")
                .contains("diketik");
    }

    private static TextField field(UI ui) {
        return all(frame(ui))
                .flatMap(element -> element.getComponent().stream())
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPropertyThatIsNotThePagesIsNotWritten() {
        Told told = Told.by(shown);
        Map<Integer, String> before = properties();
        for (int node : told.nodes()) {
            StringBuilder calls = new StringBuilder("[");
            for (String property : PROPERTIES) {
                for (int feature : new int[] {0, 1, 3}) {
                    calls.append(calls.length() > 1 ? "," : "")
                            .append(
                                    "{\"type\":\"mSync\",\"node\":%d,\"feature\":%d,\"property\":\"%s\",\"value\":\"%s\"}"
                                            .formatted(node, feature, property, "<img src=x onerror=alert(1)>"));
                }
            }
            assertThat(console.say(calls.append("]").toString())).doesNotContain("onerror");
        }
        assertThat(properties()).isEqualTo(before);
        assertThat(console.resynchronize()).doesNotContain("onerror");
    }

    private Map<Integer, String> properties() {
        return onTheServer(ui -> all(frame(ui))
                .filter(element -> !element.isTextNode())
                .collect(java.util.stream.Collectors.toMap(
                        element -> element.getNode().getId(),
                        element -> PROPERTIES.stream()
                                .map(property -> property + "=" + element.getPropertyRaw(property)
                                        + element.getAttribute(property))
                                .toList()
                                .toString(),
                        (one, same) -> one)));
    }

    @Test
    void aMessageWithAnotherSecretIsNotHeard() {
        String call = console.next(console.click("F2"));
        for (String secret : List.of("", "00000000-0000-0000-0000-000000000000", console.pushId(), "null")) {
            unchanged(() -> console.throwAt(call.replace(console.key(), secret)));
        }
        unchanged(() -> console.throwAt(call.replaceFirst("\"csrfToken\":\"[^\"]+\",", "")));
        assertThat(called()).isEmpty();
    }

    @Test
    void aRepeatedMessageIsCarriedOutOnce() {
        String call = console.next(console.click("F2"));
        console.throwAt(call);
        assertThat(called()).isPresent();
        unchanged(() -> {
            console.throwAt(call);
            console.throwAt(call);
        });
    }

    @Test
    void aMessageOutOfTurnIsNotCarriedOut() {
        String call = console.next(console.click("F2"));
        for (String number : List.of("99", "2147483647", "0", "-2", "\"x\"", "1e9")) {
            unchanged(() -> console.throwAt(call.replaceFirst("\"clientId\":\\d+", "\"clientId\":" + number)));
        }
        assertThat(called()).isEmpty();
    }

    @Test
    void anotherSessionsScreenIsNotReached() {
        Wire stranger = signedIn(hall.agency(1, 1).officer());
        Wire.Screen theirs = stranger.screen();
        theirs.go("loket");
        String call = console.next(console.click("F2"));
        unchanged(() -> {
            HttpResponse<String> answer =
                    stranger.post("/?v-r=uidl&v-uiId=" + console.id(), "application/json; charset=UTF-8", call);
            assertThat(answer.body())
                    .doesNotContain(agency.name(), agency.officer().displayName());
            new Wire(port).post("/?v-r=uidl&v-uiId=" + console.id(), "application/json; charset=UTF-8", call);
        });
        assertThat(called()).isEmpty();
    }

    @Test
    void aSocketNeedsTheScreensSecretAndItsSession() {
        Wire stranger = signedIn(hall.agency(1, 1).officer());
        stranger.screen();
        Wire colleague = signedIn(agency.officer());
        colleague.screen();
        for (Map.Entry<String, Wire> attempt : List.of(
                Map.entry("00000000-0000-0000-0000-000000000000", wire),
                Map.entry("", wire),
                Map.entry("null", wire),
                Map.entry(console.pushId(), stranger),
                Map.entry(console.pushId(), colleague),
                Map.entry(console.pushId(), new Wire(port)))) {
            String who = "push id '%s', session %s"
                    .formatted(attempt.getKey(), attempt.getValue() == wire ? "its own" : "another");
            StringBuffer heard = new StringBuffer();
            try {
                PushSocket socket = console.intrude(attempt.getKey(), attempt.getValue(), heard::append);
                String call = console.next(console.click("F2"));
                unchanged(() -> {
                    socket.send(attempt.getValue() == wire ? call.replace(console.key(), console.pushId()) : call);
                    await().during(Duration.ofMillis(200)).until(() -> called().isEmpty());
                });
                hall.issue(agency);
                await().during(Duration.ofMillis(300))
                        .until(() -> !heard.toString().contains(agency.service().prefix() + "-"));
                socket.breakOff();
            } catch (ExecutionException refused) {
                assertThat(heard).as(who).isEmpty();
            }
            assertThat(called()).as(who).isEmpty();
        }
    }

    @Test
    void noAddressLeadsToAFileOrPastTheSignIn() {
        List<String> tricks = List.of(
                "/loket/../penerimaan",
                "/..;/loket",
                "/loket;jsessionid=0",
                "/;/loket",
                "//loket",
                "/./loket",
                "/%2e%2e/loket",
                "/styles/..%2f..%2fapplication.properties",
                "/styles/../application.properties",
                "/styles/%2e%2e/application.properties",
                "/styles/..%5capplication.properties",
                "/brand.svg/../application.properties",
                "/VAADIN/../application.properties",
                "/VAADIN/build/../../../application.properties",
                "/VAADIN/config/flow-build-info.json",
                "/VAADIN/config/stats.json",
                "/VAADIN/static/../../application.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/META-INF/resources/brand.svg",
                "/application.properties",
                "/vaadin-i18n/translations_id.properties",
                "/db/migration/V2__staff.sql",
                "/id/balairung/BalairungApplication.class",
                "/.git/config",
                "/loket%00.css",
                "/loket.css",
                "/loket%0d%0aSet-Cookie:%20x=1",
                "/error?trace=true&message=always",
                "/?v-r=debug",
                "/?v-r=hierarchy",
                "/?v-r=webcomponent-sync");
        for (Wire asks : List.of(new Wire(port), wire)) {
            for (String trick : tricks) {
                String answer = raw("GET " + trick + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nAccept: text/html\r\nConnection: close\r\n"
                        + (asks == wire ? "Cookie: JSESSIONID=" + wire.session() + "\r\n" : "") + "\r\n");
                assertThat(answer)
                        .as(trick)
                        .doesNotContain(
                                "Exception",
                                "\tat ",
                                "spring.datasource",
                                "create table",
                                "Main-Class",
                                "productionMode",
                                "npmModules",
                                "shell.fault.title",
                                "\r\nSet-Cookie: x=1")
                        .matches("(?s)HTTP/1.1 (200|302|400|401|403|404|500).*");
                if (asks != wire && !answer.contains("<svg") && !answer.contains("id=\"outlet\"")) {
                    // A drawing is there for all, and so is the empty page that every screen begins with.
                    assertThat(answer).as(trick).doesNotStartWith("HTTP/1.1 200");
                }
            }
        }
    }

    @Test
    void noHeaderOpensWhatIsClosed() {
        for (String header : List.of(
                "X-Original-URL: /styles/board.css",
                "X-Rewrite-URL: /brand.svg",
                "X-HTTP-Method-Override: PUT",
                "X-Forwarded-Prefix: /styles",
                "X-Forwarded-User: admin",
                "X-Remote-User: admin",
                "Authorization: Basic YWRtaW46YWRtaW4=",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=jahat.example")) {
            assertThat(raw("GET /loket HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header
                            + "\r\nConnection: close\r\n\r\n"))
                    .as(header)
                    .startsWith("HTTP/1.1 302")
                    .containsIgnoringCase("/masuk")
                    .doesNotContain("jahat.example");
        }
    }

    /** A front and this server must not see two different requests in the same bytes. */
    @Test
    void aRequestIsOneOrNone() {
        String second = "GET /tidak-pernah HTTP/1.1\r\nHost: localhost\r\nX: ";
        for (String headers : List.of(
                "Content-Length: " + second.length() + "\r\nContent-Length: 0",
                "Content-Length: 0\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Content-Length: +5",
                "Content-Length: 5, 0",
                "Content-Length: -1",
                "Host: jahat.example",
                "X-Folded: a\r\n b\r\nContent-Length : 3")) {
            String answer = raw("POST /loket HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers
                    + "\r\n\r\n0\r\n\r\n" + second + "\r\n\r\n");
            assertThat(answer.split("HTTP/1\\.1 ", -1).length - 1)
                    .as("%s: %s", headers, answer.lines().findFirst().orElse(""))
                    .isLessThanOrEqualTo(1);
            assertThat(answer).as(headers).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void whatIsTooLongIsRefused() {
        String longest = "a".repeat(3_000_000);
        assertThat(new Wire(port)
                        .post("/masuk", "application/x-www-form-urlencoded", "username=" + longest + "&password=x")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(raw("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(70_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        unchanged(() -> console.throwAt(longest));
        unchanged(
                () -> console.throwAt("{\"csrfToken\":\"" + console.key() + "\",\"rpc\":" + "[".repeat(100_000) + "}"));
        assertThat(console.heartbeat()).isEqualTo(200);
    }

    private void unchanged(Runnable act) {
        Map<String, String> before = tables.rowsOf(agency.id().toString());
        act.run();
        Map<String, String> after = tables.rowsOf(agency.id().toString());
        assertThat(after).isEqualTo(before);
    }

    private Optional<?> called() {
        return hall.as(agency.officer(), desk::atMyCounter);
    }

    private <T> T onTheServer(java.util.function.Function<UI, T> work) {
        return sessions.with(wire.session(), console.id(), work).orElseThrow();
    }

    /** Round the view; the page's own element knows it only by a back way. */
    private static Element frame(UI ui) {
        return ui.getInternals().getActiveRouterTargetsChain().getLast().getElement();
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(WireAttacksTest::all));
    }

    private static String visibleText(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren().map(WireAttacksTest::visibleText).reduce("", String::concat)
                : "";
    }

    private static String event(int node, String event, String data) {
        return "[{\"type\":\"event\",\"node\":" + node + ",\"event\":\"" + event + "\",\"data\":{" + data + "}}]";
    }

    /** Sends bytes as no library would, and tells all that comes back. */
    private String raw(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] piece = new byte[8192];
            try {
                for (int read = socket.getInputStream().read(piece);
                        read >= 0;
                        read = socket.getInputStream().read(piece)) {
                    answer.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException over) {
                // It waits for more, or has hung up: what came is all.
                return answer.toString();
            }
            return answer.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
