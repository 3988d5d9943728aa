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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    void everyAnswerForbidsWhatItIsNotFor() {
        answers().forEach((what, headers) -> {
            Map<String, String> expected = new TreeMap<>(Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin"));
            expected.forEach((header, value) -> assertThat(headers.allValues(header))
                    .as(what + ": " + header)
                    .containsExactly(value));
            assertThat(headers.allValues("Permissions-Policy"))
                    .as(what)
                    .singleElement()
                    .asString()
                    .contains("camera=()")
                    .contains("geolocation=()");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as(what)
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            for (String telling : List.of("Server", "X-Powered-By", "X-Application-Context", "Via")) {
                assertThat(headers.firstValue(telling))
                        .as(what + ": " + telling)
                        .isEmpty();
            }
        });
    }

    @Test
    void onlyPagesMayRunScripts() {
        answers()
                .forEach((what, headers) -> assertThat(
                                headers.firstValue("Content-Security-Policy").orElse(""))
                        .as(what)
                        .matches(policy -> policy.contains("script-src") == what.startsWith("page ")));
    }

    @Test
    void eachPageHasANumberOfItsOwn() {
        assertThat(policy(wire.get("/"))).isNotEqualTo(policy(wire.get("/")));
    }

    @Test
    void theBrowserIsHeldToTlsOnlyBehindIt() {
        for (String address : List.of("/", "/masuk", "/brand.svg", "/sesi", "/tidak-ada")) {
            HttpResponse<String> plain = new Wire(port).get(address);
            assertThat(plain.headers().firstValue("Strict-Transport-Security"))
                    .as(address)
                    .isEmpty();
            HttpResponse<String> secure = behindTls(new Wire(port), address);
            assertThat(secure.headers().firstValue("Strict-Transport-Security"))
                    .as(address)
                    .contains("max-age=31536000; includeSubDomains");
        }
        assertThat(policy(behindTls(new Wire(port), "/masuk"))).contains("upgrade-insecure-requests");
    }

    @Test
    void theSessionsCookieIsForNobodyElse() {
        assertThat(new Wire(port).get("/masuk").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .doesNotContain("Secure"));
        assertThat(behindTls(new Wire(port), "/masuk").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Secure"));
    }

    @Test
    void noAnswerWithDataIsKept() {
        Wire.Screen screen = wire.screen();
        for (HttpResponse<String> answer : List.of(
                wire.get("/"),
                wire.get("/tidak-ada"),
                new Wire(port).get("/loket"),
                wire.get("/sesi"),
                wire.get("/?v-r=init&location=&query="),
                screen.answer("[]"))) {
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(answer.toString())
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        }
    }

    /** Each kind of answer that there is; pages are named so. */
    private Map<String, HttpHeaders> answers() {
        Wire nobody = new Wire(port);
        Map<String, HttpHeaders> answers = new TreeMap<>();
        answers.put("page of a person", wire.get("/").headers());
        answers.put("page that isn't there", wire.get("/tidak-ada").headers());
        answers.put("page to sign in", nobody.get("/masuk").headers());
        answers.put("way to sign in", new Wire(port).get("/loket").headers());
        answers.put("first message", wire.get("/?v-r=init&location=&query=").headers());
        answers.put("message", wire.screen().answer("[]").headers());
        answers.put(
                "refused message",
                nobody.post("/?v-r=uidl&v-uiId=77", "application/json", "{}").headers());
        answers.put(
                "refused form",
                nobody.post("/masuk", "application/x-www-form-urlencoded", "a=b")
                        .headers());
        answers.put("style", nobody.get("/styles/frame.css").headers());
        answers.put("picture", nobody.get("/brand.svg").headers());
        answers.put("script", nobody.get(script(nobody)).headers());
        answers.put(
                "file that isn't there",
                nobody.get("/VAADIN/build/tidak-ada.js").headers());
        answers.put("fault of the address", nobody.get("/a;b=c//%2e%2e/x").headers());
        answers.put("session of nobody", nobody.get("/sesi").headers());
        answers.put("session", wire.get("/sesi").headers());
        answers.put(
                "refused push",
                nobody.send(nobody.request("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=x")
                                .header("Origin", "http://jahat.example")
                                .GET())
                        .headers());
        return answers;
    }

    private static String script(Wire wire) {
        String page = wire.get("/masuk").body();
        String script = page.substring(page.indexOf("VAADIN/build/"));
        return "/" + script.substring(0, script.indexOf('"'));
    }

    private static HttpResponse<String> behindTls(Wire wire, String address) {
        return wire.send(
                wire.request(address).header("X-Forwarded-Proto", "https").GET());
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void aScriptOfTheBuildIsKept() {
        assertThat(wire.get(script(wire)).headers().firstValue("Cache-Control"))
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

        for (String address : List.of("/VAADIN/push?v-r=push&v-uiId=0", "/?v-uiId=0&v%2Dr=push", "/loket?v-r=push")) {
            assertThat(wire.post(address, "application/json", "{}").statusCode())
                    .as(address)
                    .isEqualTo(405);
        }
        HttpResponse<String> polled = wire.send(wire.request("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=x")
                .header("Origin", "http://jahat.example")
                .GET());
        assertThat(polled.statusCode()).isEqualTo(403);
        assertThat(polled.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
