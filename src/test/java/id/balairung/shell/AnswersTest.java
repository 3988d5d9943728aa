package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.security.Role;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells the browser, and whose pages get one. */
@BalairungTest
class AnswersTest {

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    Wire wire;

    @BeforeEach
    void somebodySignedIn() {
        wire = new Wire(port);
        wire.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername(), Hall.PASSWORD);
    }

    @Test
    void everyAnswerForbidsGuessingFramingAndTellingOthers() {
        for (HttpResponse<String> answer : List.of(
                wire.get("/"),
                wire.get("/?v-r=init&location=&query="),
                wire.get("/tidak-ada"),
                wire.get("/brand.svg"),
                new Wire(port).get("/masuk"),
                new Wire(port).get("/loket"))) {
            HttpHeaders headers = answer.headers();
            assertThat(headers.firstValue("X-Content-Type-Options"))
                    .as(answer.toString())
                    .contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options"))
                    .as(answer.toString())
                    .contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy"))
                    .as(answer.toString())
                    .contains("same-origin");
        }
    }

    @Test
    void aPageWithItsDataIsKeptByNoCache() {
        for (String address : List.of("/", "/masuk", "/?v-r=init&location=&query=")) {
            assertThat(wire.get(address).headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).as(address).contains("no-store"));
        }
    }

    @Test
    void aScriptOfTheBuildIsKept() {
        String page = wire.get("/").body();
        String script = page.substring(page.indexOf("VAADIN/build/"));
        script = script.substring(0, script.indexOf('"'));
        assertThat(wire.get("/" + script).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(
                        cache -> assertThat(cache).contains("max-age").doesNotContain("no-store"));
    }

    @Test
    void thePushChannelIsOnlyForOurOwnPages() {
        Wire.Screen screen = wire.screen();
        assertThatThrownBy(() -> screen.socket("http://jahat.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> screen.socket("null")).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(screen.socket().isClosed()).isFalse();

        HttpResponse<String> polled = wire.send(wire.request("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=x")
                .header("Origin", "http://jahat.example")
                .GET());
        assertThat(polled.statusCode()).isEqualTo(403);
        assertThat(polled.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
