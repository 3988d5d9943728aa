package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An answer leads nowhere but here, whatever site a request says that it asks. */
@BalairungTest
class RedirectsTest {

    private static final String ELSEWHERE = "jahat.example";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/loket", "/kelola/akun", "/tidak-ada", "/masuk/langkah", "/?v-r=init", "/antrean?a=b"})
    void whoAsksByAnotherNameIsLedHere(String address) throws IOException {
        hall.establish();
        for (String claim : List.of(
                "Host: " + ELSEWHERE,
                "Host: localhost\r\nX-Forwarded-Host: " + ELSEWHERE,
                "Host: localhost\r\nForwarded: host=" + ELSEWHERE,
                "Host: " + ELSEWHERE + "\r\nX-Forwarded-Proto: https")) {
            String answer = ask("GET " + address, claim, "");
            assertThat(header(answer, "Location")).allSatisfy(RedirectsTest::assertHere);
            assertThat(answer).doesNotContain(ELSEWHERE);
        }
        assertThat(header(ask("GET /loket", "Host: " + ELSEWHERE, ""), "Location"))
                .containsExactly("/masuk");
    }

    @Test
    void aFormThatIsSentByAnotherNameLeadsHere() throws IOException {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        String page = ask("GET /masuk", "Host: " + ELSEWHERE, "");
        String cookie = "Cookie: " + header(page, "Set-Cookie").getFirst().split(";")[0];
        String token = "&_csrf=" + found("name=\"_csrf\" content=\"([^\"]+)\"", page);
        String named = "Host: " + ELSEWHERE + "\r\nContent-Type: " + FORM + "\r\n" + cookie;
        String username = "username=" + head.getUsername();
        assertThat(header(ask("POST /masuk", named, username + "&password=salah" + token), "Location"))
                .containsExactly("/masuk?error");
        assertThat(header(ask("POST /masuk", named, username + "&password=" + Hall.PASSWORD + token), "Location"))
                .containsExactly("/");
    }

    /** What was asked for before signing in is kept with the session, and was kept with the name that the request claimed. */
    @Test
    void whatWasAskedForByAnotherNameIsShownHereAfterSigningIn() throws IOException {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        Wire browser = new Wire(port);
        browser.get("/masuk");
        String cookie = "Cookie: JSESSIONID=" + browser.session();
        assertThat(header(
                        ask("GET /antrean", "Host: " + ELSEWHERE + "\r\nAccept: text/html\r\n" + cookie, ""),
                        "Location"))
                .containsExactly("/masuk");
        assertThat(browser.signIn(head.getUsername(), Hall.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> {
                    assertHere(to);
                    assertThat(to).startsWith("/antrean");
                });
    }

    @Test
    void signingOutLeadsHere() {
        Wire browser = new Wire(port);
        browser.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername(), Hall.PASSWORD);
        assertThat(browser.signOut().headers().firstValue("Location")).hasValue("/masuk");
    }

    @ParameterizedTest
    @CsvSource({
        "http://jahat.example/loket?a=b, /loket?a=b",
        "https://jahat.example:8443/loket#c, /loket#c",
        "//jahat.example/loket, /loket",
        "'/\\jahat.example/loket', /loket",
        "HTTPS:\\\\jahat.example, /",
        "http://jahat.example//jahat.example/x, /x",
        "http://jahat.example?a=b, ?a=b",
        "/loket, /loket",
        "masuk?error, masuk?error",
        "/antrean?kembali=http://a.example/, /antrean?kembali=http://a.example/"
    })
    void onlyTheSiteIsTakenAway(String told, String here) {
        assertThat(OwnRedirects.here(told)).isEqualTo(here);
    }

    private static void assertHere(String location) {
        assertThat(location).startsWith("/").doesNotStartWith("//").doesNotContain(ELSEWHERE, "\\");
    }

    /** As it stands: Java's client lets nobody say in which site's name it asks. */
    private String ask(String what, String headers, String body) throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = what + " HTTP/1.1\r\n" + headers + "\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
            line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> header(String answer, String name) {
        return answer.split("\r\n\r\n", 2)[0]
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
